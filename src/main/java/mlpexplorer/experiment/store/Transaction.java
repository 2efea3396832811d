package mlpexplorer.experiment.store;

import org.jdbi.v3.core.Handle;

import java.util.function.Function;

/// Runs work in a transaction. The write lock is acquired at the start, so that waiting for another
/// program happens there, not in the middle.
final class Transaction {
    private Transaction() {}

    static <T> T in(Handle handle, Function<Handle, T> work) {
        handle.execute("BEGIN IMMEDIATE");
        try {
            T result = work.apply(handle);
            handle.execute("COMMIT");
            return result;
        } catch (RuntimeException e) {
            rollback(handle, e);
            throw e;
        }
    }

    private static void rollback(Handle handle, RuntimeException cause) {
        try {
            handle.execute("ROLLBACK");
        } catch (RuntimeException alreadyDone) {
            // after some errors, such as a full disk, the database has already rolled back
            cause.addSuppressed(alreadyDone);
        }
    }
}
