package mlpexplorer.ui.images;

import java.util.List;

/// Images of one size. Immutable by convention.
///
/// @param width width of each image in pixels
/// @param height height of each image in pixels
/// @param row preferred number of images per row, or a multiple of it; 0 for any
/// @param note one line about all images
/// @param largest the largest absolute weight if the images are weights on one scale, otherwise 0
record ImageSheet(int width, int height, List<Tile> tiles, int row, String note, double largest) {

    /// One image.
    ///
    /// @param argb opaque colors, row-major
    /// @param caption text below the image, or empty
    /// @param reading description shown on hover
    record Tile(int[] argb, String caption, String reading) {}
}
