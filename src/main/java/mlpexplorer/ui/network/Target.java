package mlpexplorer.ui.network;

import mlpexplorer.nn.ParameterPlace;

/// Something in the diagram that the mouse or the keys can point at.
sealed interface Target {

    /// A unit, an input (column 0) or a class (the last column).
    record Unit(int column, int index) implements Target {}

    /// A weight or a bias.
    record Number(ParameterPlace place) implements Target {}
}
