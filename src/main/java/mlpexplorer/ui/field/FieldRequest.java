package mlpexplorer.ui.field;

import mlpexplorer.data.Scaling;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;

/// What to draw a field of, and how.
///
/// @param parameters frozen
/// @param projection how places of the plane become network inputs
/// @param pixels     edge of the finest picture that makes sense on screen
public record FieldRequest(
        Mlp mlp, Parameters parameters, Projection projection, Domain domain, FieldPainter painter, int pixels) {

    /// Of data with two features.
    public FieldRequest(
            Mlp mlp, Parameters parameters, Scaling scaling, Domain domain, FieldPainter painter, int pixels) {
        this(mlp, parameters, Projection.ofTwo(scaling), domain, painter, pixels);
    }

    /// Whether both ask for the same numbers, whatever their looks.
    boolean sameField(FieldRequest other) {
        return mlp == other.mlp
                && parameters == other.parameters
                && domain.equals(other.domain)
                && projection.equals(other.projection);
    }
}
