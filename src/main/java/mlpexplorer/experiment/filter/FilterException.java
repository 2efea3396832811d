package mlpexplorer.experiment.filter;

import mlpexplorer.data.io.UserError;

/// An invalid filter. The message is one sentence for the user that starts with the column.
public final class FilterException extends UserError {
    private static final long serialVersionUID = 1;

    private final int column;

    /// @param column column, counted from 1
    FilterException(int column, String message) {
        super(Category.USAGE, "Column " + column + " of the filter: " + message);
        this.column = column;
    }

    /// The column of the error, counted from 1.
    public int column() {
        return column;
    }
}
