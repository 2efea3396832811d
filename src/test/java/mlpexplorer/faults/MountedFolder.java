package mlpexplorer.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import mlpexplorer.ChildProcess;
import mlpexplorer.Wait;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A folder on another file system, mounted for one child process in a Linux mount namespace. Where
/// mounting is not allowed, the test is skipped.
final class MountedFolder {
    private MountedFolder() {}

    /// The program with the existing `folder` on a disk of some kilobytes. `before` and `after` are
    /// shell commands, in which `$0` is the folder.
    static ChildProcess small(
            ChildProcess program, Path folder, int kilobytes, String before, String after)
            throws IOException, InterruptedException {
        return mounted(
                program,
                folder,
                "mount -t tmpfs -o size=" + kilobytes + "k tmpfs \"$0\" && " + before,
                after);
    }

    /// The program with a read-only `folder`.
    static ChildProcess readOnly(ChildProcess program, Path folder)
            throws IOException, InterruptedException {
        return mounted(
                program,
                folder,
                "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\"",
                "true");
    }

    private static ChildProcess mounted(
            ChildProcess program, Path folder, String before, String after)
            throws IOException, InterruptedException {
        assumeTrue(
                works(
                        List.of(
                                "unshare",
                                "-rm",
                                "sh",
                                "-c",
                                "mount -t tmpfs tmpfs \"$0\"",
                                folder.toString())),
                "mounting is not allowed");
        String script = before + " || exit 9; \"$@\"; code=$?; " + after + "; exit $code";
        return program.wrappedIn("unshare", "-rm", "sh", "-c", script, folder.toString());
    }

    private static boolean works(List<String> command) throws InterruptedException {
        try {
            return Wait.forExit(
                            new ProcessBuilder(command)
                                    .redirectErrorStream(true)
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .start())
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
