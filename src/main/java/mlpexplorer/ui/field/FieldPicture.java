package mlpexplorer.ui.field;

import java.util.Optional;

/// A finished field, ready to be shown: its pixels and its contour. Goes back and forth between the sampler's thread and the
/// FX thread, owned by one of them at a time, so that drawing allocates nothing.
public final class FieldPicture {
    private final Contour contour = new Contour();
    private int[] argb = new int[0];
    private int pixels;
    private Optional<FieldRequest> request = Optional.empty();

    /// Paints `field` as `request` wants it, `pixels` × `pixels` large (modifies this).
    void paint(Field field, FieldRequest request, int pixels, ContourTracer tracer) {
        if (argb.length < pixels * pixels) {
            argb = new int[pixels * pixels];
        }
        this.pixels = pixels;
        this.request = Optional.of(request);
        request.painter().paint(field, argb, pixels);
        tracer.trace(field, contour);
    }

    /// Opaque colours, row after row from the top left; only the first `pixels`² count.
    int[] argb() {
        return argb;
    }

    int pixels() {
        return pixels;
    }

    public Contour contour() {
        return contour;
    }

    /// The stretch of the plane that this shows.
    public Domain domain() {
        return request.orElseThrow().domain();
    }

    /// Whether this shows a stretch of that plane, for a network with as many classes.
    public boolean fits(Projection projection, int classes) {
        return request.filter(asked -> asked.projection().equals(projection) && asked.mlp().classes() == classes).isPresent();
    }
}
