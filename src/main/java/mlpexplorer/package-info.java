/// The entry point: commands go to `cli`, otherwise `ui` opens the window.
///
/// Owns: [mlpexplorer.Main] and the message shown without a display. Depends on: `cli` and `ui`,
/// one call each. Thread: the main thread. Decisions: starting the command line never loads a
/// JavaFX class.
@NullMarked
package mlpexplorer;

import org.jspecify.annotations.NullMarked;
