package mlpexplorer.training;

/// Measures epochs a second over windows of a third of a second, so that the figure can be read.
final class PaceMeter {
    private static final double WINDOW_SECONDS = 1.0 / 3;

    private long windowBegan = System.nanoTime();
    private long epochs;
    private double measured;

    void reset() {
        windowBegan = System.nanoTime();
        epochs = 0;
        measured = 0;
    }

    void countEpoch() {
        epochs++;
    }

    /// The last measured figure; 0 before the first window is over.
    double epochsPerSecond() {
        double seconds = (System.nanoTime() - windowBegan) * 1e-9;
        if (seconds >= WINDOW_SECONDS) {
            measured = epochs / seconds;
            windowBegan = System.nanoTime();
            epochs = 0;
        }
        return measured;
    }
}
