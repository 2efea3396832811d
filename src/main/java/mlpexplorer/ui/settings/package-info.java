/// What the window remembers from one start to the next.
///
/// - **Owns**: [Settings] and its file.
/// - **Depends on**: `experiment` (the last specification), `ui.fx` (the themes).
/// - **Thread**: FX; the file is small.
/// - **Decisions**: a settings file that cannot be read or written is logged and never stands in the way; a
///   damaged one is set aside. What the window looked like is kept when it closes.
@NullMarked
package mlpexplorer.ui.settings;

import org.jspecify.annotations.NullMarked;
