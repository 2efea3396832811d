/// Pictures of panes outside of the window, for the command line and for assignment bundles.
///
/// - **Owns**: [HeadlessPictures] and [HeadlessSheets] (used by the command line), [BundleSaver],
///   [OffscreenPanes].
/// - **Depends on**: `ui.export`, the panes it draws, `ui.workbench`, `ui.controls`,
///   `ui.concurrent`, `experiment`.
/// - **Thread**: panes and snapshots on the FX thread; encoding on the caller's thread or a
///   background job.
/// - **Decisions**: JavaFX starts on its headless platform when the first picture is needed.
@NullMarked
package mlpexplorer.ui.headless;

import org.jspecify.annotations.NullMarked;
