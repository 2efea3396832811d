package mlpexplorer.training;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// A one-slot mailbox between two threads: a new value replaces an unread one. Never blocks.
public final class LatestValue<T> {
    private final AtomicReference<@Nullable T> slot = new AtomicReference<>();

    public void publish(T value) {
        slot.set(value);
    }

    /// Removes and returns the newest unread value, if any.
    public Optional<T> poll() {
        return Optional.ofNullable(slot.getAndSet(null));
    }
}
