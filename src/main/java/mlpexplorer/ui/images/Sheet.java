package mlpexplorer.ui.images;

import java.util.List;

/// Pictures of one size, ready to be drawn. Immutable by agreement.
///
/// @param width  pixels across each picture
/// @param height pixels down each picture
/// @param row    so many pictures, or a multiple, make a row where there is room; 0 where any number will do
/// @param note   one line about all of them
/// @param largest the largest absolute weight, where pictures are weights on one scale; otherwise 0
record Sheet(int width, int height, List<Tile> tiles, int row, String note, double largest) {

    /// One picture.
    ///
    /// @param argb    opaque colours, row after row
    /// @param caption below the picture, or empty
    /// @param reading what is said of it when somebody points at it
    record Tile(int[] argb, String caption, String reading) {}
}
