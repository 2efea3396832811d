package mlpexplorer.training;

/// The reason why a run ended.
public enum StopReason {
    EPOCHS_DONE,
    LOSS_REACHED,
    LOSS_SETTLED,
    PATIENCE_EXHAUSTED,
    TIME_UP
}
