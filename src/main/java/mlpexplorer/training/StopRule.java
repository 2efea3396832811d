package mlpexplorer.training;

import mlpexplorer.nn.Require;

import java.util.Optional;

/// The conditions that end training, whichever comes first.
///
/// @param epochs number of epochs, 1 to 1,000,000,000 (default 500)
/// @param loss training loss at or below which training ends
/// @param patience epochs without a better validation loss (early stopping); whichever rule ends
///   the run, the weights with the smallest validation loss are restored
/// @param seconds training time
/// @param tolerance training ends when the training loss changes by less than this in one epoch
public record StopRule(
        int epochs,
        Optional<Double> loss,
        Optional<Integer> patience,
        Optional<Double> seconds,
        Optional<Double> tolerance) {
    public static final int MAX_EPOCHS = 1_000_000_000;

    public StopRule() {
        this(500, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public StopRule {
        Require.between("epochs", epochs, 1, MAX_EPOCHS);
        loss.ifPresent(value -> Require.between("loss", value, 0, 1e6));
        patience.ifPresent(value -> Require.between("patience", value, 1, MAX_EPOCHS));
        seconds.ifPresent(value -> Require.between("seconds", value, 1e-3, 1e9));
        tolerance.ifPresent(value -> Require.between("tolerance", value, 1e-15, 1e6));
    }

    public StopRule withEpochs(int epochs) {
        return new StopRule(epochs, loss, patience, seconds, tolerance);
    }

    public StopRule withLoss(Optional<Double> loss) {
        return new StopRule(epochs, loss, patience, seconds, tolerance);
    }

    public StopRule withPatience(Optional<Integer> patience) {
        return new StopRule(epochs, loss, patience, seconds, tolerance);
    }

    public StopRule withSeconds(Optional<Double> seconds) {
        return new StopRule(epochs, loss, patience, seconds, tolerance);
    }

    public StopRule withTolerance(Optional<Double> tolerance) {
        return new StopRule(epochs, loss, patience, seconds, tolerance);
    }

    /// What the rules are compared with after an epoch.
    ///
    /// @param epoch completed epochs
    /// @param loss training loss
    /// @param lossChange absolute change of the training loss in the last epoch
    /// @param waited epochs since the smallest validation loss
    /// @param seconds training time
    record Progress(long epoch, double loss, double lossChange, long waited, double seconds) {}

    /// The first rule that ends a run after an epoch, if any does.
    Optional<StopReason> reason(Progress now) {
        if (loss.isPresent() && now.loss <= loss.get()) {
            return Optional.of(StopReason.LOSS_REACHED);
        }
        if (tolerance.isPresent() && now.lossChange < tolerance.get()) {
            return Optional.of(StopReason.LOSS_SETTLED);
        }
        if (patience.isPresent() && now.waited >= patience.get()) {
            return Optional.of(StopReason.PATIENCE_EXHAUSTED);
        }
        if (now.epoch >= epochs) {
            return Optional.of(StopReason.EPOCHS_DONE);
        }
        return seconds.filter(limit -> now.seconds >= limit).map(_ -> StopReason.TIME_UP);
    }

    /// The reason why a run ended.
    public enum StopReason {
        EPOCHS_DONE,
        LOSS_REACHED,
        LOSS_SETTLED,
        PATIENCE_EXHAUSTED,
        TIME_UP
    }
}
