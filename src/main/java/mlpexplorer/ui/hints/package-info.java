/// What a newcomer is told once.
///
/// - **Owns**: [FirstSteps], a strip of three steps below the pictures.
/// - **Depends on**: `ui.workbench`, `ui.fx`.
/// - **Thread**: FX.
/// - **Decisions**: a step ticks itself off when it is done, and the strip goes for good when all are, or at a click.
@NullMarked
package mlpexplorer.ui.hints;

import org.jspecify.annotations.NullMarked;
