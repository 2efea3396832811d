package mlpexplorer.ui.concurrent;

/// A part of the window that is updated on every pulse and closed with the window. FX thread.
public interface LivePart extends AutoCloseable {

    /// Displays changes since the last pulse.
    ///
    /// @param now the [System#nanoTime] of the pulse
    void pulse(long now);

    /// Ends background work.
    @Override
    default void close() {}

    /// The part that `lazy` creates: nothing happens until it exists.
    static LivePart of(Lazy<? extends LivePart> lazy) {
        return new LivePart() {
            @Override
            public void pulse(long now) {
                lazy.ifPresent(part -> part.pulse(now));
            }

            @Override
            public void close() {
                lazy.ifPresent(LivePart::close);
            }
        };
    }
}
