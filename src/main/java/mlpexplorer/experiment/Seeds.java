package mlpexplorer.experiment;

/// The four seeds of a run, any long each, so that sources of randomness can be changed separately:
/// data, split, initial weights, and batch order (with the dropout masks). Default 1 each.
public record Seeds(long data, long split, long init, long batches) {
    public Seeds() {
        this(1, 1, 1, 1);
    }

    public Seeds withData(long seed) {
        return new Seeds(seed, split, init, batches);
    }

    public Seeds withSplit(long seed) {
        return new Seeds(data, seed, init, batches);
    }

    public Seeds withInit(long seed) {
        return new Seeds(data, split, seed, batches);
    }

    public Seeds withBatches(long seed) {
        return new Seeds(data, split, init, seed);
    }

    /// The next seeds of initial weights and batches, on the same data.
    public Seeds nextStart() {
        return withInit(init + 1).withBatches(batches + 1);
    }
}
