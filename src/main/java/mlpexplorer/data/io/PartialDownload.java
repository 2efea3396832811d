package mlpexplorer.data.io;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A partial download next to its final location. It persists after the program exits, and is
/// locked by one program at a time. A failed write causes a [UserError].
final class PartialDownload implements AutoCloseable {
    private final Path target;
    private final Path part;
    private final RandomAccessFile file;

    /// Resumes an earlier download.
    PartialDownload(Path target) throws IOException {
        this.target = target;
        this.part = target.resolveSibling(target.getFileName() + ".part");
        try {
            AppDirectories.create(requireNonNull(target.toAbsolutePath().getParent()));
            file = new RandomAccessFile(new File(part.toString()), "rw");
        } catch (IOException e) {
            throw unwritable(e);
        }
        resume();
    }

    /// The locked byte is beyond any possible end of the file, since some systems do not allow
    /// reading locked bytes.
    private void resume() throws IOException {
        boolean locked;
        try {
            locked = file.getChannel().tryLock(Long.MAX_VALUE - 1, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            locked = false;
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            throw unwritable(e);
        }
        if (!locked) {
            close();
            throw UserError.failure(
                    target
                            + " is already being downloaded; wait until it is done, or close the"
                            + " other window.");
        }
    }

    Path path() {
        return part;
    }

    long size() {
        try {
            return file.length();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    void clear() {
        try {
            file.setLength(0);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    void append(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        try {
            file.seek(file.length());
            file.write(copy);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /// Moves the file to its final name atomically.
    void finish() {
        try {
            file.getFD().sync();
            close();
            Files.move(
                    part,
                    target,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private UserError unwritable(IOException e) {
        return UserError.failure(part + " cannot be written: " + UserError.reason(e) + ".", e);
    }
}
