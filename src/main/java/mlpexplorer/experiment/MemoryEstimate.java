package mlpexplorer.experiment;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.Evaluation;
import mlpexplorer.nn.Numbers;

/// Estimates the peak memory of a run from its data, copies of the parameters, and values per unit
/// and row of a batch, so that a run that cannot fit is rejected before it starts.
///
/// @param bytes bytes of data, network and batches
record MemoryEstimate(long bytes) {
    /// The parameters, their gradient, the last good, the best and the initial ones, two averages
    /// of the optimizer, and copies in a checkpoint, a frame and two workspaces.
    private static final long COPIES = 16;

    /// Values per unit: weighted input, activation, delta and dropout mask.
    private static final long PER_UNIT = 4;

    /// Values per unit of the widest layer: two halves of two scratch arrays.
    private static final long OF_WIDEST = 4;

    private static final double GIGA = 1e9;

    static MemoryEstimate of(RunSpec spec, DataShape data) {
        long units = data.task().outputs();
        long widest = data.task().outputs();
        for (int layer : spec.model().hidden()) {
            units += layer;
            widest = Math.max(widest, layer);
        }
        int inputs = spec.split().inputCount(data.features());
        long aSample = inputs + PER_UNIT * units + OF_WIDEST * widest;
        long batch =
                spec.training().batch().within(Math.max(1, data.rows())) * aSample * Double.BYTES;
        boolean byColumn = Evaluation.keepsColumns(spec.model(), inputs, data.task().outputs());
        // Images are stored as bytes; other data has a standardized copy.
        long each =
                (spec.data() instanceof DataSpec.Idx ? 1L : 2L * Double.BYTES)
                        + (byColumn ? Double.BYTES : 0);
        long rows = (long) data.rows() * inputs * each;
        return new MemoryEstimate(rows + batch + COPIES * spec.parameterCount(data) * Double.BYTES);
    }

    /// Throws [UserError] if the given number of parallel runs needs more than `limit` bytes.
    void requireWithin(long limit, int atOnce) {
        if (bytes * atOnce > limit) {
            String all =
                    atOnce == 1
                            ? ""
                            : ", and "
                                    + atOnce
                                    + " at a time need "
                                    + gigabytes((double) atOnce * bytes);
            throw UserError.input(
                    "This run needs about "
                            + gigabytes(bytes)
                            + " of memory"
                            + all
                            + ", but only "
                            + gigabytes(limit)
                            + " are available; use "
                            + (atOnce == 1 ? "" : "fewer runs at a time, ")
                            + "fewer units in model.hidden or a smaller training.batch.");
        }
    }

    private static String gigabytes(double bytes) {
        return Numbers.fixed(bytes / GIGA, 1) + " GB";
    }
}
