package mlpexplorer.ui.confusion;

/// The layout of the class names above the matrix: horizontal if the widest fits a column,
/// otherwise rotated to read upward. If even a line of text is wider than a column, only every
/// second, third … column is labeled.
///
/// @param turned whether the names read upward
/// @param height height of the names
/// @param cell edge of a cell, a whole number
/// @param step columns per name
record ColumnHeads(boolean turned, double height, double cell, int step) {
    static final double MAX_CELL = 84;

    /// The height of a line of names.
    static final double LINE = 18;

    private static final double MAX_HEIGHT = 84;

    /// Maximum share of the height for names: cells matter more than long names.
    private static final double MAX_HEIGHT_FRACTION = 0.35;

    private static final double LETTER_HEIGHT = 13;
    private static final double MIN_CELL = 2;

    /// @param widest width of the longest name
    /// @param across width available for the columns
    /// @param down height available for names and rows
    static ColumnHeads above(int columns, double widest, double across, double down) {
        double side = cell(columns, across, down - LINE);
        if (widest <= side - 2) {
            return new ColumnHeads(false, LINE, side, 1);
        }
        double height =
                Math.ceil(
                        Math.max(
                                LINE,
                                Math.min(
                                        Math.min(MAX_HEIGHT, widest), MAX_HEIGHT_FRACTION * down)));
        double below = cell(columns, across, down - height);
        return new ColumnHeads(true, height, below, (int) Math.ceil(LETTER_HEIGHT / below));
    }

    private static double cell(int columns, double across, double down) {
        return Math.max(MIN_CELL, Math.floor(Math.min(MAX_CELL, Math.min(across, down) / columns)));
    }
}
