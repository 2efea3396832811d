package mlpexplorer.ui.sweep;

/// What a click on a cell does.
interface CellActions {

    /// Looks at the cell.
    void select(int cell);

    /// Takes the cell's run to the explorer.
    void open(int cell);
}
