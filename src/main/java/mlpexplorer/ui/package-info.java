/// The window: the composition root and the layout of the panes. Only `ui` packages use JavaFX.
///
/// - **Owns**: [App] (composition root), [Explorer] (composes and updates the parts),
///   [ExplorerView] (layout), [PlotTabs] (boundary and tabs), [Shortcuts].
/// - **Depends on**: every `ui` package, and through them the engine.
/// - **Thread**: FX.
/// - **Decisions**: no FXML and no dependency injection: constructors, called in one place. The
///   pulse is the only clock. Hidden parts are created on first use, so that the window opens
///   quickly.
@NullMarked
package mlpexplorer.ui;

import org.jspecify.annotations.NullMarked;
