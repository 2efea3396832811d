package mlpexplorer.ui.network;

import mlpexplorer.nn.ParameterPlace;

/// An element of the diagram that can be highlighted.
sealed interface DiagramElement {

    /// A unit, an input (column 0) or a class (the last column).
    record Unit(int column, int index) implements DiagramElement {}

    /// A weight or a bias.
    record Parameter(ParameterPlace place) implements DiagramElement {}
}
