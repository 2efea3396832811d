package mlpexplorer.ui.field;

import java.util.Optional;

/// A finished field with its pixels and contour. Passed between the sampler's thread and the FX
/// thread, owned by one of them at a time, so that drawing allocates nothing.
public final class FieldPicture {
    private static final double STILL_NANOS = 1e8;
    private static final int MAX_SIDE = 480;

    private final Contour contour = new Contour();
    private int[] argb = new int[0];
    private int pixels;
    private Optional<FieldRequest> request = Optional.empty();

    /// The finest picture of `request` that takes about a tenth of a second, computed in the
    /// calling thread; for saved pictures.
    public static FieldPicture still(FieldRequest request) {
        int side =
                new GridBudget()
                        .side(
                                request.mlp(),
                                STILL_NANOS,
                                Math.clamp(request.pixels() / 2, 2, MAX_SIDE));
        Field field = new Field();
        new FieldEvaluator().evaluate(request, side, field, () -> false);
        FieldPicture picture = new FieldPicture();
        picture.paint(field, request, request.pixels(), new ContourTracer());
        return picture;
    }

    /// Paints `field` as `request` asks, `pixels` × `pixels` (modifies this).
    void paint(Field field, FieldRequest request, int pixels, ContourTracer tracer) {
        if (argb.length < pixels * pixels) {
            argb = new int[pixels * pixels];
        }
        this.pixels = request.painter() instanceof CurvePainter ? 0 : pixels;
        this.request = Optional.of(request);
        request.painter().paint(field, argb, pixels);
        request.painter().trace(field, request.domain(), tracer, contour);
    }

    /// Opaque colors, row-major from the top left; only the first `pixels`² are used.
    int[] argb() {
        return argb;
    }

    /// Edge of the field; 0 if the output is drawn as a line.
    int pixels() {
        return pixels;
    }

    public Contour contour() {
        return contour;
    }

    /// The visible part of the plane.
    public Domain domain() {
        return request.orElseThrow().domain();
    }

    /// Whether this shows a part of that plane for a network with as many outputs.
    public boolean fits(Projection projection, int outputs) {
        return request.filter(asked ->
                        asked.projection().equals(projection) && asked.mlp().outputs() == outputs)
                .isPresent();
    }
}
