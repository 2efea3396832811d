package mlpexplorer.training;

import java.util.Optional;

/// The epochs of a run beyond those of its stop rule, after it was continued past its end or with
/// other data.
final class EpochBudget {
    private long extra;
    private Optional<StopRule> lifted = Optional.empty();

    void reset() {
        restart(0);
    }

    /// Adds the epochs of the stop rule again, counted from `epoch`.
    void restart(long epoch) {
        extra = epoch;
        lifted = Optional.empty();
    }

    /// `spec` with all available epochs. The other stop conditions stay disabled if the run was
    /// continued past them.
    TrainingSpec in(TrainingSpec spec) {
        StopRule stop = spec.stop();
        lifted = lifted.filter(stop::equals);
        int epochs = (int) Math.min(StopRule.MAX_EPOCHS, stop.epochs() + extra);
        return spec.withStop(
                lifted.isPresent() ? epochsOnly(stop, epochs) : stop.withEpochs(epochs));
    }

    /// The stop rule of a run that ended under `stop` (including the extra epochs) and continues
    /// from `epoch`: as many epochs again and no other stop condition.
    StopRule extend(StopRule stop, long epoch) {
        long planned = stop.epochs() - extra;
        lifted = lifted.or(() -> Optional.of(stop.withEpochs((int) planned)));
        extra = Math.min(StopRule.MAX_EPOCHS - planned, epoch);
        return epochsOnly(stop, (int) (planned + extra));
    }

    /// With early stopping, the best weights still remain at the end.
    private static StopRule epochsOnly(StopRule stop, int epochs) {
        return new StopRule()
                .withEpochs(epochs)
                .withPatience(stop.patience().map(_ -> StopRule.MAX_EPOCHS));
    }
}
