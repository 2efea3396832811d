package mlpexplorer.data;

/// The size of images whose pixels are the features of a dataset, row-major.
public record ImageSize(int height, int width) {}
