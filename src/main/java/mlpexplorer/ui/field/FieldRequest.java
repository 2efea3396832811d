package mlpexplorer.ui.field;

import mlpexplorer.data.Scaling;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;

/// A request to draw a field.
///
/// @param parameters immutable copy of the parameters
/// @param projection maps points of the plane to network inputs
/// @param pixels edge of the finest useful picture on screen
public record FieldRequest(
        Mlp mlp,
        Parameters parameters,
        Projection projection,
        Domain domain,
        Paint painter,
        int pixels) {

    /// A request for data with two features.
    public FieldRequest(
            Mlp mlp,
            Parameters parameters,
            Scaling scaling,
            Domain domain,
            FieldPainter painter,
            int pixels) {
        this(mlp, parameters, Projection.ofTwo(scaling), domain, painter, pixels);
    }

    /// Whether both requests need the same field, regardless of colors.
    boolean sameField(FieldRequest other) {
        return mlp == other.mlp
                && parameters == other.parameters
                && domain.equals(other.domain)
                && projection.equals(other.projection);
    }

    /// Draws a [Field]. Immutable and thread-safe.
    public interface Paint {

        /// Colors `pixels` × `pixels` of `argb` (modified), each by the field at its center;
        /// nothing if the output is drawn as a line. The field has as many outputs as the painter
        /// expects.
        void paint(Field field, int[] argb, int pixels);

        /// Writes the lines of `field` on `domain` into `contour` (modified): borders between
        /// classes, or the function.
        ///
        /// @param tracer scratch memory
        void trace(Field field, Domain domain, ContourTracer tracer, Contour contour);
    }
}
