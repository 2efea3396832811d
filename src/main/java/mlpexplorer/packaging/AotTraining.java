package mlpexplorer.packaging;

import mlpexplorer.cli.Cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

/// Goes once through what a user does first, without a display: some verbs, then the window. While
/// the program is packaged the virtual machine watches this, and keeps what it loaded for the next
/// start.
///
/// The system property `mlpexplorer.home` must say where the user's things are meanwhile.
public final class AotTraining {
    private static final List<String[]> VERBS =
            List.of(
                    new String[] {"presets"},
                    new String[] {"trian"},
                    new String[] {"train", "--preset", "xor-mlp", "--json"},
                    new String[] {"runs", "list"});

    private AotTraining() {}

    public static void main(String[] args) throws IOException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        for (String[] verb : VERBS) {
            Cli.run(
                    verb,
                    nowhere,
                    nowhere,
                    (_, _, _, _) -> {
                        throw noPictures();
                    },
                    (_, _, _) -> {
                        throw noPictures();
                    });
        }
        AotWindowTraining.run();
        new AotDesktopClasses().load();
    }

    private static IllegalStateException noPictures() {
        return new IllegalStateException("Pictures are not drawn in AOT training.");
    }
}
