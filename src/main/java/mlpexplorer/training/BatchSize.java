package mlpexplorer.training;

import mlpexplorer.nn.Require;

/// The number of rows per update.
public sealed interface BatchSize {

    /// All training rows: plain batch gradient descent, in the rows' own order.
    record Full() implements BatchSize {}

    /// A mini-batch of this many rows, 1 or more; the last one of an epoch may be shorter.
    record Rows(int count) implements BatchSize {
        /// The default, which is reduced to the number of training rows where there are fewer.
        public static final Rows DEFAULT = new Rows(10);

        public Rows {
            Require.between("batch", count, 1, 1_000_000);
        }
    }

    /// The rows per update for `trainRows` training rows.
    default int within(int trainRows) {
        return switch (this) {
            case Full() -> trainRows;
            case Rows(int count) -> Math.min(count, trainRows);
        };
    }
}
