package mlpexplorer.experiment.store;

import mlpexplorer.data.io.UserError;

import org.sqlite.SQLiteErrorCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/// An error of a store. The message is one sentence for the user.
public final class StoreException extends UserError {
    private static final long serialVersionUID = 1;
    private static final int PRIMARY = 0xff;

    private final Kind kind;

    /// The kind of error.
    public enum Kind {
        LOCKED,
        READ_ONLY,
        FULL,
        DAMAGED,
        /// Written by a newer version of this program.
        NEWER_VERSION,
        /// A database of another program.
        FOREIGN,
        UNREADABLE
    }

    StoreException(Kind kind, String message) {
        super(category(kind), message);
        this.kind = kind;
    }

    private StoreException(Kind kind, String message, Throwable cause) {
        super(category(kind), message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /// Whether another file is needed; otherwise a retry may succeed.
    private static Category category(Kind kind) {
        return switch (kind) {
            case NEWER_VERSION, FOREIGN, DAMAGED, UNREADABLE -> Category.INPUT;
            case LOCKED, READ_ONLY, FULL -> Category.FAILURE;
        };
    }

    /// Describes `failure` of `file` in one sentence.
    static StoreException of(Path file, Throwable failure) {
        if (failure instanceof StoreException known) {
            return known;
        }
        Optional<SQLException> sql = sql(failure);
        Kind kind =
                sql.map(e -> kind(SQLiteErrorCode.getErrorCode(e.getErrorCode() & PRIMARY)))
                        .orElse(Kind.UNREADABLE);
        String reason =
                switch (kind) {
                    case LOCKED -> " is locked by another program";
                    case READ_ONLY -> " is read-only";
                    case FULL -> " cannot grow because the disk is full";
                    case DAMAGED -> " is damaged";
                    case NEWER_VERSION, FOREIGN, UNREADABLE ->
                            " cannot be used: "
                                    + (Files.isDirectory(file)
                                            ? "it is a folder"
                                            : reason(sql.isPresent() ? sql.get() : failure));
                };
        return new StoreException(kind, "The run database " + file + reason + ".", failure);
    }

    private static Optional<SQLException> sql(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException known) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    private static Kind kind(SQLiteErrorCode code) {
        return switch (code) {
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL -> Kind.LOCKED;
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH -> Kind.READ_ONLY;
            case SQLITE_FULL -> Kind.FULL;
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT -> Kind.DAMAGED;
            default -> Kind.UNREADABLE;
        };
    }

    private static String reason(Throwable failure) {
        return switch (failure) {
            case SQLException sql ->
                    reason(SQLiteErrorCode.getErrorCode(sql.getErrorCode() & PRIMARY));
            case IOException io -> UserError.reason(io);
            default -> "unexpected error (" + failure.getClass().getSimpleName() + ")";
        };
    }

    private static String reason(SQLiteErrorCode code) {
        return switch (code) {
            case SQLITE_CANTOPEN -> "it cannot be opened";
            case SQLITE_IOERR -> "the disk reports an error";
            case SQLITE_NOMEM -> "there is too little memory";
            default -> "unexpected error (" + code.name() + ")";
        };
    }
}
