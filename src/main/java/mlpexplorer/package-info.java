/// The way in: a verb goes to `cli`, no verb to `ui`.
///
/// Owns: [mlpexplorer.Main] and the sentence a user reads when there is no display.
/// Depends on: `cli` and `ui`, one call each.
/// Thread: the main thread.
/// Decisions: starting the command line never loads a JavaFX class.
@NullMarked
package mlpexplorer;

import org.jspecify.annotations.NullMarked;
