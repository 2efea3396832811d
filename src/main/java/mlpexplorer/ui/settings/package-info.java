/// Settings that persist between sessions.
///
/// - **Owns**: [Settings] and its file.
/// - **Depends on**: `experiment` (the last spec), `ui.controls`, `ui.concurrent` (the themes).
/// - **Thread**: FX; the file is small.
/// - **Decisions**: a settings file that cannot be read or written is logged and ignored; a damaged
///   one is renamed. The state of the window is saved when it closes.
@NullMarked
package mlpexplorer.ui.settings;

import org.jspecify.annotations.NullMarked;
