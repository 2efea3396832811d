package mlpexplorer.data.io;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/// An error that the user can do something about. The message is one sentence for the user: what is
/// wrong, where, and what was expected or what to do.
public class UserError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int MAX_SHOWN = 40;
    private static final int MAX_WORD = 300;
    private static final Pattern LONG_WORD = Pattern.compile("\\S{" + (MAX_WORD + 1) + ",}");
    private static final int MAX_MESSAGE = 2_000;
    private static final System.Logger LOG = System.getLogger(UserError.class.getName());

    private final Category category;

    /// What the user needs to change.
    public enum Category {
        /// The command, which could not be understood.
        USAGE,
        /// A value, a file or an argument, which cannot be used.
        INPUT,
        /// Something else: the input is good, but the work failed, for example because the disk is
        /// full.
        FAILURE
    }

    public UserError(Category category, String message) {
        super(shortened(message));
        this.category = category;
    }

    public UserError(Category category, String message, Throwable cause) {
        super(shortened(message), cause);
        this.category = category;
    }

    /// A value, a file or an argument that cannot be used.
    public static UserError input(String message) {
        return new UserError(Category.INPUT, message);
    }

    public static UserError input(String message, Throwable cause) {
        return new UserError(Category.INPUT, message, cause);
    }

    /// Work that failed although its input is good.
    public static UserError failure(String message) {
        return new UserError(Category.FAILURE, message);
    }

    public static UserError failure(String message, Throwable cause) {
        return new UserError(Category.FAILURE, message, cause);
    }

    public static UserError unreadable(Path file, IOException cause) {
        return input(file + " cannot be read: " + reason(cause) + ".", cause);
    }

    static UserError unwritable(Path file, String reason, IOException cause) {
        return failure(file + " cannot be written: " + reason + ".", cause);
    }

    /// Text that is not a valid file path.
    public static UserError noPath(InvalidPathException cause) {
        return input(
                quoted(cause.getInput()) + " cannot be the path of a file" + hint(cause) + ".",
                cause);
    }

    /// What to do about an invalid path, as the end of a sentence: without a UTF-8 locale, paths
    /// cannot contain non-ASCII characters.
    static String hint(InvalidPathException cause) {
        return cause.getReason().startsWith("Malformed input")
                ? " in this locale; set a UTF-8 locale, for example LC_ALL=C.UTF-8"
                : "";
    }

    /// The message to show for any failure. Messages of libraries are only logged.
    public static String message(Throwable failure) {
        if (isExpected(failure)) {
            return shortened(String.valueOf(failure.getMessage()));
        }
        LOG.log(System.Logger.Level.ERROR, "Unexpected failure", failure);
        return failure instanceof IOException io
                ? "Failed: " + reason(io) + "."
                : "An unexpected error occurred (" + failure.getClass().getSimpleName() + ").";
    }

    /// Whether the message of `cause` is a sentence for the user, so that no stack trace is needed:
    /// that of a [UserError], or of a value out of its range.
    public static boolean isExpected(Throwable cause) {
        return cause instanceof UserError || cause instanceof IllegalArgumentException;
    }

    /// Why a file could not be read or written, as the end of a sentence.
    public static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file or folder";
            case AccessDeniedException _ -> "access is denied";
            case NotDirectoryException _ -> "it is not a folder";
            case FileSystemLoopException _ -> "it is a symbolic link in a loop";
            case FileAlreadyExistsException _ -> "a file with that name already exists";
            case ZipException _ -> "it is damaged, or not a compressed file";
            case CharacterCodingException _ -> "it is not UTF-8 text";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default ->
                    e.getMessage() == null
                            ? e.getClass().getSimpleName()
                            : e.getMessage().lines().findFirst().orElse("").replaceAll("\\.$", "");
        };
    }

    public final Category category() {
        return category;
    }

    /// A value from a file for use in a sentence: in quotes, short, without control characters.
    public static String quoted(String value) {
        return '"' + bare(value) + '"';
    }

    /// `message` without the middle of names, values and paths that are too long to be read, and of
    /// a message that is too long as a whole.
    public static String shortened(String message) {
        String words =
                LONG_WORD
                        .matcher(message)
                        .replaceAll(word -> Matcher.quoteReplacement(cut(word.group(), MAX_WORD)));
        return cut(words, MAX_MESSAGE);
    }

    private static String cut(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, most / 2 - 1)
                        + "..."
                        + text.substring(text.length() - most / 2 + 2);
    }

    /// Like [#quoted], without the quotes.
    static String bare(String value) {
        String cut = value.length() > MAX_SHOWN ? value.substring(0, MAX_SHOWN) + "..." : value;
        return cut.replaceAll("\\p{Cntrl}", "?");
    }
}
