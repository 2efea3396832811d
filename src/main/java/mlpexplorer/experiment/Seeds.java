package mlpexplorer.experiment;

/// The four seeds of a run, any long each, so that one kind of chance can be changed alone: the points, the split, the
/// initial weights, and the batch order (with the dropout masks). Default 1 each.
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

    /// Other initial weights and batches on the same data.
    public Seeds nextStart() {
        return withInit(init + 1).withBatches(batches + 1);
    }
}
