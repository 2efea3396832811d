package mlpexplorer.training;

import java.util.Optional;

/// How many epochs a run has beyond those of its stop rule, because it was played on after its end or went on with other data.
final class EpochBudget {
    private long extra;

    void reset() {
        extra = 0;
    }

    /// As many again as the stop rule says, counted from `epoch`.
    void renew(long epoch) {
        extra = epoch;
    }

    /// `spec` with all the epochs that there are.
    TrainingSpec in(TrainingSpec spec) {
        return spec.withStop(spec.stop().withEpochs((int) Math.min(StopRule.MAX_EPOCHS, spec.stop().epochs() + extra)));
    }

    /// The stop rule of a run that is over under `stop`, which had the extra epochs in it, and goes on from `epoch`: as many
    /// epochs again and no other end.
    StopRule extend(StopRule stop, long epoch) {
        long planned = stop.epochs() - extra;
        extra = Math.min(StopRule.MAX_EPOCHS - planned, epoch);
        return new StopRule((int) (planned + extra), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
