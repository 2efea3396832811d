package mlpexplorer.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A folder on a disk of its own kind, which a Linux process may mount for itself alone in a
/// namespace of its own. Where that is not allowed, the test is skipped.
final class OtherDisk {
    private OtherDisk() {}

    /// The program with `folder`, which must be there, on a disk of so many kilobytes; `before` and
    /// `after` are commands of the shell, in which `$0` is the folder.
    static Product small(Product product, Path folder, int kilobytes, String before, String after)
            throws IOException, InterruptedException {
        return mounted(
                product,
                folder,
                "mount -t tmpfs -o size=" + kilobytes + "k tmpfs \"$0\" && " + before,
                after);
    }

    /// The program with `folder` as it is, but only to be read.
    static Product readOnly(Product product, Path folder) throws IOException, InterruptedException {
        return mounted(
                product,
                folder,
                "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\"",
                "true");
    }

    private static Product mounted(Product product, Path folder, String before, String after)
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
                "nothing can be mounted here");
        String script = before + " || exit 9; \"$@\"; code=$?; " + after + "; exit $code";
        return product.inside("unshare", "-rm", "sh", "-c", script, folder.toString());
    }

    private static boolean works(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(new ArrayList<>(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
