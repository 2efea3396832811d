package mlpexplorer.ui.workbench;

/// A run to be started.
///
/// @param play whether to train immediately
/// @param unlimited whether to train at full speed
/// @param continues whether to continue with the weights of the previous run
record PendingStart(boolean play, boolean unlimited, boolean continues) {
    /// A start with initial weights and no training.
    static final PendingStart NONE = new PendingStart(false, false, false);

    /// Merges this request with a later one.
    PendingStart mergedWith(PendingStart later) {
        return new PendingStart(
                play || later.play, unlimited || later.unlimited, continues && later.continues);
    }

    PendingStart paused() {
        return new PendingStart(false, false, continues);
    }
}
