package mlpexplorer.ui.field;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import mlpexplorer.training.Latest;
import mlpexplorer.ui.fx.Worker;

/// Turns requests into pictures on a thread of its own. The newest request wins and unfetched pictures are replaced; nothing
/// queues up. Each request is answered at once by a grid that takes a few milliseconds, and again by a fine one when no
/// other request has come for a while.
public final class FieldSampler implements AutoCloseable {
    /// Edge of a picture while requests keep coming.
    public static final int MOVING_PIXELS = 320;

    private static final double MOVING_NANOS = 2e6;
    private static final double RESTING_NANOS = 3e8;
    private static final int MOST_MOVING_SIDE = 160;
    private static final int LEAST_RESTING_SIDE = 200;
    private static final int MOST_RESTING_SIDE = 480;
    private static final long REST_NANOS = 60_000_000;

    private final Worker<FieldRequest> worker = new Worker<>("field-sampler", this::carryOut);
    private final Latest<FieldPicture> finished = new Latest<>();
    private final Latest<FieldPicture> spare = new Latest<>();
    private final FieldEvaluator evaluator = new FieldEvaluator();
    private final ContourTracer tracer = new ContourTracer();
    private final GridBudget budget = new GridBudget();
    private Field field = new Field();
    private Field finer = new Field();
    private Optional<FieldRequest> shown = Optional.empty();
    private boolean refined;

    public FieldSampler() {
        worker.start();
    }

    /// Asks for a picture in place of any that was asked for and not begun; returns at once.
    public void submit(FieldRequest request) {
        worker.submit(request);
    }

    /// Hands the newest unfetched picture, if there is one, to `viewer`, which must not keep it. One thread only.
    public void fetch(Consumer<FieldPicture> viewer) {
        finished.poll().ifPresent(picture -> {
            viewer.accept(picture);
            spare.publish(picture);
        });
    }

    /// Ends the thread; waits for that at most a tenth of a second.
    @Override
    public void close() {
        worker.close();
    }

    boolean isRunning() {
        return worker.isRunning();
    }

    private void carryOut(FieldRequest request) {
        try {
            answer(request);
            if (worker.rests(REST_NANOS)) {
                refine(request);
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            shown = Optional.empty();
            throw e;
        }
    }

    /// A field that is only to be coloured anew is not computed again.
    private void answer(FieldRequest request) {
        if (shown.filter(request::sameField).isEmpty()) {
            int side = budget.side(request.mlp(), MOVING_NANOS, MOST_MOVING_SIDE);
            if (!evaluate(request, side, field, worker::isClosed)) {
                return;
            }
            refined = false;
        }
        shown = Optional.of(request);
        publish(request);
    }

    private void refine(FieldRequest request) {
        int wanted = Math.clamp(request.pixels() / 2, LEAST_RESTING_SIDE, MOST_RESTING_SIDE);
        int side = budget.side(request.mlp(), RESTING_NANOS, wanted);
        if (refined && field.side() >= side) {
            return;
        }
        if (evaluate(request, side, finer, () -> worker.isClosed() || worker.isOvertaken())) {
            Field coarse = field;
            field = finer;
            finer = coarse;
            refined = true;
            publish(request);
        }
    }

    private boolean evaluate(FieldRequest request, int side, Field target, BooleanSupplier stop) {
        long begin = System.nanoTime();
        boolean whole = evaluator.evaluate(request, side, target, stop);
        if (whole) {
            budget.observe(request.mlp(), side, System.nanoTime() - begin);
        }
        return whole;
    }

    private void publish(FieldRequest request) {
        FieldPicture picture = spare.poll().orElseGet(FieldPicture::new);
        picture.paint(field, request, refined ? request.pixels() : Math.min(request.pixels(), MOVING_PIXELS), tracer);
        finished.poll().ifPresent(spare::publish);
        finished.publish(picture);
    }
}
