package mlpexplorer.training;

/// Why a run ended by itself.
public enum StopReason {
    EPOCHS_DONE,
    LOSS_REACHED,
    PATIENCE_EXHAUSTED,
    TIME_UP
}
