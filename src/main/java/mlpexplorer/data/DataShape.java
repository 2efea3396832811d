package mlpexplorer.data;

/// The shape of a dataset.
///
/// @param rows number of rows in all parts
/// @param features number of features
/// @param classes number of classes, including empty ones
public record DataShape(int rows, int features, int classes) {}
