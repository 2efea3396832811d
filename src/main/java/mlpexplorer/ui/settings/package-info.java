/// What the window remembers from one start to the next.
///
/// - **Owns**: [Settings] and its file.
/// - **Depends on**: `ui.fx` (the themes).
/// - **Thread**: FX; the file is small.
/// - **Decisions**: a settings file that cannot be read or written is logged and never stands in the way.
@NullMarked
package mlpexplorer.ui.settings;

import org.jspecify.annotations.NullMarked;
