package mlpexplorer.data.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Describes why a file could not be read or written.
public final class IoReason {
    private IoReason() {}

    /// The reason as the end of a sentence.
    public static String of(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file or folder";
            case AccessDeniedException _ -> "access is denied";
            case NotDirectoryException _ -> "it is not a folder";
            case FileAlreadyExistsException _ -> "a file with that name already exists";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> e.getMessage() == null
                    ? e.getClass().getSimpleName()
                    : e.getMessage().lines().findFirst().orElse("").replaceAll("\\.$", "");
        };
    }
}
