/// Threads and pulses of the window.
///
/// - **Owns**: all `AnimationTimer`s and `Platform.runLater`, and the threads of background jobs
///   and workers.
/// - **Depends on**: JavaFX and `training`'s one-slot mailbox.
/// - **Thread**: the FX thread, except for the work itself.
/// - **Decisions**: the window pulls results once per pulse; background threads never post to it.
@NullMarked
package mlpexplorer.ui.concurrent;

import org.jspecify.annotations.NullMarked;
