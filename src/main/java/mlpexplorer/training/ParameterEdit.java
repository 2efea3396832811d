package mlpexplorer.training;

import mlpexplorer.nn.ParameterPlace;
import mlpexplorer.nn.Require;

/// A weight or bias edited by the user.
///
/// @param value −1,000 to 1,000
public record ParameterEdit(ParameterPlace place, double value) {
    public static final double LIMIT = 1000;

    public ParameterEdit {
        Require.between("value", value, -LIMIT, LIMIT);
    }
}
