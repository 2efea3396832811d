package mlpexplorer.ui.field;

/// Traces the contour of a network in the calling thread, for networks small enough that this takes
/// less than a millisecond, such as one without hidden layers. Not thread-safe.
public final class QuickContour {
    private static final int SIDE = 49;

    private final FieldEvaluator evaluator = new FieldEvaluator();
    private final ContourTracer tracer = new ContourTracer();
    private final Field field = new Field();
    private final Contour contour = new Contour();

    /// The contour on the domain of `request`; valid until the next call.
    public Contour trace(FieldRequest request) {
        evaluator.evaluate(request, SIDE, field, () -> false);
        request.painter().trace(field, request.domain(), tracer, contour);
        return contour;
    }
}
