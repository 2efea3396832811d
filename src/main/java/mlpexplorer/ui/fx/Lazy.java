package mlpexplorer.ui.fx;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Something that is made when it is asked for first, and stays: a page that nobody has looked at yet costs nothing. One thread.
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

    /// Tells what is there already; makes nothing.
    public void ifMade(Consumer<? super T> action) {
        made.ifPresent(action);
    }
}
