package mlpexplorer.ui.confusion;

/// How the class names stand above the columns of the matrix: side by side where the widest fits a column, else turned by a
/// quarter, reading upwards. Where even lines of text are wider than a column, every second, third … one is named.
///
/// @param turned whether they read upwards
/// @param height their room above the columns
/// @param cell   edge of a cell below them, in whole units of length
/// @param step   every how many columns there is a name
record ColumnHeads(boolean turned, double height, double cell, int step) {
    static final double LARGEST_CELL = 84;
    /// The height of a line of names.
    static final double LINE = 18;
    private static final double LONGEST = 84;
    /// Of the matrix's height: cells count for more than long names.
    private static final double MOST = 0.35;
    private static final double LETTERS = 13;
    private static final double LEAST_CELL = 2;

    /// @param widest the longest name, as wide as it is
    /// @param across room for the columns
    /// @param down   room for heads and rows
    static ColumnHeads above(int columns, double widest, double across, double down) {
        double side = cell(columns, across, down - LINE);
        if (widest <= side - 2) {
            return new ColumnHeads(false, LINE, side, 1);
        }
        double height = Math.ceil(Math.max(LINE, Math.min(Math.min(LONGEST, widest), MOST * down)));
        double below = cell(columns, across, down - height);
        return new ColumnHeads(true, height, below, (int) Math.ceil(LETTERS / below));
    }

    private static double cell(int columns, double across, double down) {
        return Math.max(LEAST_CELL, Math.floor(Math.min(LARGEST_CELL, Math.min(across, down) / columns)));
    }
}
