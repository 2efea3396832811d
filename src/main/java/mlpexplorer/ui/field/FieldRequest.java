package mlpexplorer.ui.field;

import mlpexplorer.data.Scaling;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;

/// What to draw a field of, and how.
///
/// @param parameters frozen
/// @param scaling    how plane coordinates become network inputs
/// @param pixels     edge of the finest picture that makes sense on screen
public record FieldRequest(
        Mlp mlp, Parameters parameters, Scaling scaling, Domain domain, FieldPainter painter, int pixels) {

    /// Whether both ask for the same numbers, whatever their looks.
    boolean sameField(FieldRequest other) {
        return mlp == other.mlp
                && parameters == other.parameters
                && scaling == other.scaling
                && domain.equals(other.domain);
    }
}
