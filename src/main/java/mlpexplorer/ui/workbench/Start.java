package mlpexplorer.ui.workbench;

/// A run to be started.
///
/// @param play   whether to train immediately
/// @param rush   whether to train at full speed
/// @param goesOn whether to continue with the weights of the previous run
record Start(boolean play, boolean rush, boolean goesOn) {
    /// A start with initial weights and no training.
    static final Start AT_REST = new Start(false, false, false);

    /// Merges this request with a later one.
    Start and(Start later) {
        return new Start(play || later.play, rush || later.rush, goesOn && later.goesOn);
    }

    Start paused() {
        return new Start(false, false, goesOn);
    }
}
