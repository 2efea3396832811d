package mlpexplorer.data;

import mlpexplorer.nn.Task;

/// The shape of a dataset.
///
/// @param rows number of rows in all parts
/// @param features number of features
/// @param task what is predicted
public record DataShape(int rows, int features, Task task) {
    /// The shape of labeled rows.
    public DataShape(int rows, int features, int classes) {
        this(rows, features, new Task.Classification(classes));
    }
}
