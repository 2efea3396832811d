package mlpexplorer;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Runs command lines of the program: one in this process, or several one after another in a child
/// process.
public final class CommandLines {
    private static final String SEPARATOR = "\t";
    private static final String EXIT = "=== exit code ";
    private static final Pattern ENDED = Pattern.compile("(?s)(.*?)" + EXIT + "(\\d+)\\R");

    private CommandLines() {}

    /// Runs a command line in this process and captures the standard streams.
    public static ChildProcess.Result run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
        try {
            int code = Main.runCommand(arguments);
            return new ChildProcess.Result(
                    code,
                    outBytes.toString(StandardCharsets.UTF_8),
                    errBytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    static String encode(List<String> commandLine) {
        return String.join(SEPARATOR, commandLine);
    }

    /// @param commandLines each with its arguments separated by tabs
    public static void main(String[] commandLines) {
        for (String commandLine : commandLines) {
            int code = Main.runCommand(commandLine.split(SEPARATOR));
            System.out.println(EXIT + code);
            System.err.println(EXIT + code);
        }
        System.exit(0);
    }

    /// The results of the individual command lines, from the result of their process.
    static List<ChildProcess.Result> split(ChildProcess.Result common) {
        List<MatchResult> outs = ENDED.matcher(common.out()).results().toList();
        List<MatchResult> errs = ENDED.matcher(common.err()).results().toList();
        if (common.code() != 0 || outs.size() != errs.size()) {
            throw new AssertionError("The process failed: " + common);
        }
        List<ChildProcess.Result> results = new ArrayList<>();
        for (int i = 0; i < outs.size(); i++) {
            results.add(
                    new ChildProcess.Result(
                            Integer.parseInt(outs.get(i).group(2)),
                            outs.get(i).group(1),
                            errs.get(i).group(1)));
        }
        return results;
    }
}
