package mlpexplorer.data;

import mlpexplorer.nn.Task;

/// The shape of a dataset.
///
/// @param rows number of rows in all parts
/// @param features number of features
/// @param task what is predicted
/// @param given rows that the data assigns to a part
public record DataShape(int rows, int features, Task task, Given given) {
    /// The shape of data without given parts.
    public DataShape(int rows, int features, Task task) {
        this(rows, features, task, Given.NONE);
    }

    /// The shape of labeled rows.
    public DataShape(int rows, int features, int classes) {
        this(rows, features, new Task.Classification(classes));
    }

    /// The number of rows that the data assigns to a part; the others are split by shares.
    public record Given(int train, int validation, int test) {
        public static final Given NONE = new Given(0, 0, 0);

        /// Whether the data assigns no rows to parts.
        public boolean isNone() {
            return equals(NONE);
        }

        /// The number of the other rows, out of `rows`.
        int freeOf(int rows) {
            return rows - train - validation - test;
        }
    }
}
