package mlpexplorer.ui.sweep;

/// The actions of a cell.
interface CellActions {

    /// Selects the cell.
    void select(int cell);

    /// Opens the run of the cell on the Explore page.
    void open(int cell);
}
