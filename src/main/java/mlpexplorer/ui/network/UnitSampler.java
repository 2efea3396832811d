package mlpexplorer.ui.network;

import mlpexplorer.training.LatestValue;
import mlpexplorer.ui.concurrent.LatestRequestWorker;

import java.util.Optional;

/// Draws the units of a network on its own thread. The newest request wins; nothing queues up.
final class UnitSampler implements AutoCloseable {
    private final LatestRequestWorker<UnitRequest> worker =
            new LatestRequestWorker<>("unit-sampler", this::draw);
    private final LatestValue<UnitPicture> finished = new LatestValue<>();
    private final LatestValue<UnitPicture> spare = new LatestValue<>();
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
