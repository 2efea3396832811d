package mlpexplorer.ui.workbench;

/// A run that is to begin.
///
/// @param play   whether to train it at once
/// @param rush   whether as fast as the machine can
/// @param goesOn whether with the weights of the run before
record Start(boolean play, boolean rush, boolean goesOn) {
    /// Weights before the first update, and nothing trained.
    static final Start AT_REST = new Start(false, false, false);

    /// One run for this and what was asked for after it.
    Start and(Start later) {
        return new Start(play || later.play, rush || later.rush, goesOn && later.goesOn);
    }

    Start paused() {
        return new Start(false, false, goesOn);
    }
}
