package mlpexplorer.data;

/// How large a dataset is: what a network for it needs to know.
///
/// @param rows     labelled rows, in all parts together
/// @param features of a row
/// @param classes  there are, with or without rows
public record DataShape(int rows, int features, int classes) {}
