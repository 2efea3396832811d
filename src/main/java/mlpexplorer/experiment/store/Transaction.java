package mlpexplorer.experiment.store;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Does all of some work or nothing. The lock for writing is taken at the beginning: so one waits for another program
/// there, where waiting is allowed, and not in the middle.
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
            // after some errors, such as a full disk, the database has taken everything back by itself
            cause.addSuppressed(alreadyDone);
        }
    }
}
