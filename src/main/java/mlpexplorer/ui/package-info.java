/// The window: the composition root and what holds the panes together. The only home of JavaFX.
///
/// - **Owns**: [App] (composition root), [Explorer] (puts the parts together and drives them), [ExplorerView] (layout),
///   [PicturePanes] (boundary and tabs), [Shortcuts].
/// - **Depends on**: every `ui` package, and through them the engine.
/// - **Thread**: FX.
/// - **Decisions**: no FXML, no dependency injection: constructors, and one place that calls them. The pulse is the only clock.
///   What is not looked at when the window opens is made when it is: a start has two seconds.
@NullMarked
package mlpexplorer.ui;

import org.jspecify.annotations.NullMarked;
