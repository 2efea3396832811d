package mlpexplorer.ui.field;

import mlpexplorer.training.LatestValue;
import mlpexplorer.ui.concurrent.LatestRequestWorker;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Draws requested pictures on its own thread. The newest request wins and unread pictures are
/// replaced; nothing queues up. Each request is answered first with a coarse grid within a few
/// milliseconds, and with a fine one when no other request follows.
public final class FieldSampler implements AutoCloseable {
    /// Edge of a picture while requests keep coming.
    public static final int MOVING_PIXELS = 320;

    private static final double MOVING_NANOS = 2e6;
    private static final double RESTING_NANOS = 3e8;
    private static final int MAX_MOVING_SIDE = 160;
    private static final int MIN_RESTING_SIDE = 200;
    private static final int MAX_RESTING_SIDE = 480;
    private static final long IDLE_NANOS = 60_000_000;

    private final LatestRequestWorker<FieldRequest> worker =
            new LatestRequestWorker<>("field-sampler", this::carryOut);
    private final LatestValue<FieldPicture> finished = new LatestValue<>();
    private final LatestValue<FieldPicture> spare = new LatestValue<>();
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

    /// Requests a picture, replacing any pending request. Does not block.
    public void submit(FieldRequest request) {
        worker.submit(request);
    }

    /// Passes the newest unread picture, if any, to `viewer`, which must not keep it. Call from one
    /// thread only.
    public void fetch(Consumer<FieldPicture> viewer) {
        finished.poll()
                .ifPresent(picture -> {
                    viewer.accept(picture);
                    spare.publish(picture);
                });
    }

    /// Stops the thread; waits at most a tenth of a second.
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
            if (worker.isIdle(IDLE_NANOS)) {
                refine(request);
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            shown = Optional.empty();
            throw e;
        }
    }

    /// A field that only changes color is not computed again.
    private void answer(FieldRequest request) {
        if (shown.filter(request::sameField).isEmpty()) {
            int side = budget.side(request.mlp(), MOVING_NANOS, MAX_MOVING_SIDE);
            if (!evaluate(request, side, field, worker::isClosed)) {
                return;
            }
            refined = false;
        }
        shown = Optional.of(request);
        publish(request);
    }

    private void refine(FieldRequest request) {
        int wanted = Math.clamp(request.pixels() / 2, MIN_RESTING_SIDE, MAX_RESTING_SIDE);
        int side = budget.side(request.mlp(), RESTING_NANOS, wanted);
        if (refined && field.side() >= side) {
            return;
        }
        if (evaluate(request, side, finer, () -> worker.isClosed() || worker.isSuperseded())) {
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
        picture.paint(
                field,
                request,
                refined ? request.pixels() : Math.min(request.pixels(), MOVING_PIXELS),
                tracer);
        finished.poll().ifPresent(spare::publish);
        finished.publish(picture);
    }
}
