package mlpexplorer.ui.network;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import mlpexplorer.training.Latest;

/// Draws the units of a network on a thread of its own. The newest request wins; nothing queues up.
final class UnitSampler implements AutoCloseable {
    private static final long CLOSE_MILLIS = 100;

    private final Latest<UnitRequest> requests = new Latest<>();
    private final Latest<UnitPicture> finished = new Latest<>();
    private final Latest<UnitPicture> spare = new Latest<>();
    private final UnitPainter painter = new UnitPainter();
    private final Thread thread;
    private volatile boolean closed;

    UnitSampler() {
        thread = Thread.ofPlatform().daemon().name("unit-sampler").start(this::work);
    }

    /// Asks for pictures in place of any that were asked for and not begun; returns at once.
    void submit(UnitRequest request) {
        requests.publish(request);
        LockSupport.unpark(thread);
    }

    /// The newest pictures that were not fetched yet; they belong to the caller until they are given back.
    Optional<UnitPicture> fetch() {
        return finished.poll();
    }

    void giveBack(UnitPicture picture) {
        spare.publish(picture);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    private void work() {
        while (!closed) {
            requests.poll().ifPresentOrElse(this::draw, LockSupport::park);
        }
    }

    /// One request that cannot be met, for lack of memory say, must not end the thread.
    private void draw(UnitRequest request) {
        try {
            UnitPicture picture = spare.poll().orElseGet(UnitPicture::new);
            picture.reshape(request);
            if (painter.paint(request, picture, () -> closed)) {
                finished.publish(picture);
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            System.getLogger(UnitSampler.class.getName()).log(System.Logger.Level.ERROR, "Units could not be drawn", e);
        }
    }
}
