package mlpexplorer.ui.concurrent;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A value created on first access and then kept, so that a page that was never opened costs
/// nothing. Not thread-safe.
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<? extends T> maker;
    private Optional<T> made = Optional.empty();

    public Lazy(Supplier<? extends T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T it = made.orElseGet(maker);
        made = Optional.of(it);
        return it;
    }

    /// The value if it exists; does not create it.
    public void ifPresent(Consumer<? super T> action) {
        made.ifPresent(action);
    }
}
