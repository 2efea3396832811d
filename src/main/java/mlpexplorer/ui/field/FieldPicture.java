package mlpexplorer.ui.field;

import java.util.Optional;

/// A finished field, ready to be shown: its pixels and its contour. Goes back and forth between the sampler's thread and the
/// FX thread, owned by one of them at a time, so that drawing allocates nothing.
public final class FieldPicture {
    private static final double STILL_NANOS = 1e8;
    private static final int MOST_SIDE = 480;

    private final Contour contour = new Contour();
    private int[] argb = new int[0];
    private int pixels;
    private Optional<FieldRequest> request = Optional.empty();

    /// The finest picture of `request` that a tenth of a second or so allows, made at once in the calling thread: for a
    /// picture that is saved.
    public static FieldPicture still(FieldRequest request) {
        int side = new GridBudget().side(request.mlp(), STILL_NANOS, Math.clamp(request.pixels() / 2, 2, MOST_SIDE));
        Field field = new Field();
        new FieldEvaluator().evaluate(request, side, field, () -> false);
        FieldPicture picture = new FieldPicture();
        picture.paint(field, request, request.pixels(), new ContourTracer());
        return picture;
    }

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
