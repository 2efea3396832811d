/// The timeline: going back to any epoch of the run, playback, and GIF export.
///
/// - **Owns**: [Timeline], [GifExportRow], [Animation].
/// - **Depends on**: `ui.export`, `ui.field`, `ui.workbench`, `ui.controls`, `ui.concurrent`,
///   `experiment`, `training`, `data`, `nn`.
/// - **Thread**: FX; an animation is created by a background job.
/// - **Decisions**: a drag sends one seek at a time, and the newest replaces the pending one, so
///   that slow runs keep up with the slider. An export uses its own replay of the run, so that the
///   window stays responsive and the numbers are those of the run.
@NullMarked
package mlpexplorer.ui.timeline;

import org.jspecify.annotations.NullMarked;
