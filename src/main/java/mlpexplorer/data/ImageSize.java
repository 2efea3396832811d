package mlpexplorer.data;

/// Rows of pixels and pixels in a row, where the features of a dataset are the pixels of a picture, row after row.
public record ImageSize(int height, int width) {}
