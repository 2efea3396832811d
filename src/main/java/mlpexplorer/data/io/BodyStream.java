package mlpexplorer.data.io;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Passes the body of an HTTP response, in pieces, to a waiting thread, with a timeout.
final class BodyStream implements Flow.Subscriber<List<ByteBuffer>> {
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final Duration patience;

    BodyStream(Duration patience) {
        this.patience = patience;
    }

    private sealed interface Signal {
        record Begun(Flow.Subscription subscription) implements Signal {}

        record Piece(List<ByteBuffer> bytes) implements Signal {}

        record Ended() implements Signal {}

        record Broken(Throwable cause) implements Signal {}
    }

    interface Sink {
        void write(ByteBuffer bytes) throws IOException;
    }

    /// Passes all data to `sink`. Throws [HttpTimeoutException] if no data arrive within the timeout, and [InterruptedException]
        /// immediately when the thread is interrupted.
    void drainTo(Sink sink) throws IOException, InterruptedException {
        Optional<Flow.Subscription> subscription = Optional.empty();
        try {
            while (true) {
                switch (next()) {
                    case Signal.Begun(Flow.Subscription begun) -> subscription = Optional.of(begun);
                    case Signal.Piece(List<ByteBuffer> pieces) -> {
                        for (ByteBuffer bytes : pieces) {
                            sink.write(bytes);
                        }
                    }
                    case Signal.Ended() -> {
                        return;
                    }
                    case Signal.Broken(Throwable cause) -> throw new IOException("the connection was closed", cause);
                }
                subscription.ifPresent(begun -> begun.request(1));
            }
        } finally {
            subscription.ifPresent(Flow.Subscription::cancel);
        }
    }

    private Signal next() throws IOException, InterruptedException {
        Signal signal = signals.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (signal == null) {
            throw new HttpTimeoutException("no data for " + patience.toSeconds() + " seconds");
        }
        return signal;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        signals.add(new Signal.Begun(subscription));
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        signals.add(new Signal.Piece(bytes));
    }

    @Override
    public void onComplete() {
        signals.add(new Signal.Ended());
    }

    @Override
    public void onError(Throwable cause) {
        signals.add(new Signal.Broken(cause));
    }
}
