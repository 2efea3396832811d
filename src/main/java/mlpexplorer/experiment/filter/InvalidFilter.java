package mlpexplorer.experiment.filter;

import mlpexplorer.data.io.UserError;

/// A filter that cannot be understood. The message is one sentence for the user, which begins with the column.
public final class InvalidFilter extends UserError {
    private static final long serialVersionUID = 1;

    private final int column;

    /// @param column counted from 1
    InvalidFilter(int column, String sentence) {
        super(Category.USAGE, "Column " + column + " of the filter: " + sentence);
        this.column = column;
    }

    /// Where it begins, counted from 1.
    public int column() {
        return column;
    }
}
