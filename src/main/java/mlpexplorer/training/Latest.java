package mlpexplorer.training;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A one-slot mailbox between two threads: a new value replaces one that was not fetched. Never blocks.
public final class Latest<T> {
    private final AtomicReference<@Nullable T> slot = new AtomicReference<>();

    public void publish(T value) {
        slot.set(value);
    }

    /// Takes the newest value out, if there is one that was not taken yet.
    public Optional<T> poll() {
        return Optional.ofNullable(slot.getAndSet(null));
    }
}
