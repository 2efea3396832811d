package mlpexplorer.ui.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import mlpexplorer.experiment.TextFile;
import mlpexplorer.ui.workbench.Texts;

/// Writes a file beside its place and moves it there then, so a failure leaves the old file or none.
final class WholeFile {
    private WholeFile() {}

    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /// Returns `file`; throws an [IOException] with one sentence that names it.
    static Path write(Path file, Content content) throws IOException {
        Path place = file.toAbsolutePath();
        Path part = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                content.write(out);
            }
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return file;
        } catch (IOException cause) {
            throw new IOException(Texts.text("files.unwritable", file, TextFile.reason(cause)), cause);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
