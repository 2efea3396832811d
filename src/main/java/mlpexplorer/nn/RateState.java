package mlpexplorer.nn;

/// The state of a [LearningRateSchedule] during a run. Only the rules that follow the loss have
/// any. Not thread-safe.
public final class RateState {
    private final LearningRateSchedule schedule;
    private double lossFactor = 1;
    private double windowLoss;
    private int windowUpdates;
    private double previousMean = Double.NaN;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private int badEpochs;

    RateState(LearningRateSchedule schedule) {
        this.schedule = schedule;
    }

    /// The factor on the base rate in epoch `epoch`, counted from 0.
    public double factor(long epoch) {
        return switch (schedule) {
            case LearningRateSchedule.Constant() -> 1;
            case LearningRateSchedule.Step(double factor, int epochs) ->
                    StrictMath.pow(factor, (double) (epoch / epochs));
            case LearningRateSchedule.Exponential(double decay) -> StrictMath.pow(decay, epoch);
            case LearningRateSchedule.Cosine(int epochs, double floor) ->
                    floor
                            + (1 - floor)
                                    * 0.5
                                    * (1
                                            + StrictMath.cos(
                                                    Math.PI
                                                            * Math.min(
                                                                    1, (double) epoch / epochs)));
            case LearningRateSchedule.Warmup(int epochs) -> Math.min(1, (epoch + 1.0) / epochs);
            case LearningRateSchedule.InverseTime(double decay) -> 1 / (1 + decay * epoch);
            case LearningRateSchedule.LossRatio _, LearningRateSchedule.Plateau _ -> lossFactor;
        };
    }

    /// Records the mean loss of the last batch.
    public void observe(double batchLoss) {
        if (schedule instanceof LearningRateSchedule.LossRatio(int window)) {
            windowLoss += batchLoss;
            windowUpdates++;
            if (windowUpdates == window) {
                closeWindow(windowLoss / window);
            }
        }
    }

    /// Records the loss of an epoch.
    public void observeEpoch(double loss) {
        if (schedule instanceof LearningRateSchedule.Plateau(double factor, int patience)) {
            if (loss < bestLoss * (1 - LearningRateSchedule.Plateau.THRESHOLD)) {
                bestLoss = loss;
                badEpochs = 0;
            } else {
                badEpochs++;
            }
            if (badEpochs > patience) {
                lossFactor *= factor;
                badEpochs = 0;
            }
        }
    }

    private void closeWindow(double mean) {
        if (previousMean > 0) {
            lossFactor *= mean / previousMean;
        }
        previousMean = mean;
        windowLoss = 0;
        windowUpdates = 0;
    }

    /// The state as numbers, for files; see [#restore]. Some may not be finite.
    public double[] numbers() {
        return new double[] {
            lossFactor, windowLoss, windowUpdates, previousMean, bestLoss, badEpochs
        };
    }

    /// Sets the state (modifies this) to [#numbers] of another one.
    public void restore(double[] numbers) {
        lossFactor = numbers[0];
        windowLoss = numbers[1];
        windowUpdates = (int) numbers[2];
        previousMean = numbers[3];
        bestLoss = numbers[4];
        badEpochs = (int) numbers[5];
    }

    /// An independent copy, for checkpoints.
    public RateState copy() {
        RateState copy = new RateState(schedule);
        copy.lossFactor = lossFactor;
        copy.windowLoss = windowLoss;
        copy.windowUpdates = windowUpdates;
        copy.previousMean = previousMean;
        copy.bestLoss = bestLoss;
        copy.badEpochs = badEpochs;
        return copy;
    }
}
