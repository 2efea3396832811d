package mlpexplorer.packaging;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import mlpexplorer.cli.Cli;

/// Goes once through what a user does first, without a display: some verbs, then the window. While the program is packaged
/// the virtual machine watches this, and keeps what it loaded for the next start.
///
/// The system property `mlpexplorer.home` must say where the user's things are meanwhile.
public final class Rehearsal {
    private static final List<String[]> VERBS = List.of(
            new String[] {"presets"},
            new String[] {"trian"},
            new String[] {"train", "--preset", "xor-mlp", "--json"},
            new String[] {"runs", "list"});

    private Rehearsal() {}

    public static void main(String[] args) throws IOException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        for (String[] verb : VERBS) {
            Cli.run(verb, nowhere, nowhere, (_, _, _, _) -> draw(), (_, _, _) -> draw());
        }
        WindowRehearsal.run();
        new DesktopClasses().load();
    }

    private static <T> T draw() {
        throw new IllegalStateException("no pictures are rehearsed");
    }
}
