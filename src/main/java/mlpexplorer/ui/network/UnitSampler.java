package mlpexplorer.ui.network;

import java.util.Optional;
import mlpexplorer.training.Latest;
import mlpexplorer.ui.fx.Worker;

/// Draws the units of a network on its own thread. The newest request wins; nothing queues up.
final class UnitSampler implements AutoCloseable {
    private final Worker<UnitRequest> worker = new Worker<>("unit-sampler", this::draw);
    private final Latest<UnitPicture> finished = new Latest<>();
    private final Latest<UnitPicture> spare = new Latest<>();
    private final UnitPainter painter = new UnitPainter();

    UnitSampler() {
        worker.start();
    }

    /// Requests pictures, replacing any pending request. Does not block.
    void submit(UnitRequest request) {
        worker.submit(request);
    }

    /// The newest unread pictures, owned by the caller until returned.
    Optional<UnitPicture> fetch() {
        return finished.poll();
    }

    void giveBack(UnitPicture picture) {
        spare.publish(picture);
    }

    @Override
    public void close() {
        worker.close();
    }

    private void draw(UnitRequest request) {
        UnitPicture picture = spare.poll().orElseGet(UnitPicture::new);
        picture.reshape(request);
        if (painter.paint(request, picture, worker::isClosed)) {
            finished.publish(picture);
        }
    }
}
