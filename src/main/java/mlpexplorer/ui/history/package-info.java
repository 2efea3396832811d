/// Time: going back to any epoch of the run, playing it as a film, and saving that film.
///
/// - **Owns**: [TimeBar], [FilmRow], [Film].
/// - **Depends on**: `ui.export`, `ui.field`, `ui.workbench`, `ui.fx`, `experiment`, `training`, `data`, `nn`.
/// - **Thread**: FX; a film is made by a background job.
/// - **Decisions**: a drag sends one seek at a time and the newest wins, so that slow runs follow the thumb as fast as they
///   can; a film file is made from a replay of its own, so the window stays free meanwhile and the numbers are the run's.
@NullMarked
package mlpexplorer.ui.history;

import org.jspecify.annotations.NullMarked;
