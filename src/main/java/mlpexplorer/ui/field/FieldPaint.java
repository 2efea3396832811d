package mlpexplorer.ui.field;

/// Draws a [Field]. Immutable and thread-safe.
public interface FieldPaint {

    /// Colors `pixels` × `pixels` of `argb` (modified), each by the field at its center; nothing if
    /// the output is drawn as a line. The field has as many outputs as the painter expects.
    void paint(Field field, int[] argb, int pixels);

    /// Writes the lines of `field` on `domain` into `contour` (modified): borders between classes,
    /// or the function.
    ///
    /// @param tracer scratch memory
    void trace(Field field, Domain domain, ContourTracer tracer, Contour contour);
}
