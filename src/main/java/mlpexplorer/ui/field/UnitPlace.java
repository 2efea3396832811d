package mlpexplorer.ui.field;

import mlpexplorer.nn.Parameters;

/// An input or a hidden unit whose field is drawn instead of the network's output.
///
/// @param column 0 for inputs, then the number of the hidden layer
/// @param index counted from 0
/// @param name name for titles
public record UnitPlace(int column, int index, String name) {

    /// Whether a network with these parameters has this input or hidden unit.
    public boolean isIn(Parameters parameters) {
        return column < parameters.layers() && index < parameters.fanIn(column);
    }
}
