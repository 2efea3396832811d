/// First-run hints.
///
/// - **Owns**: [FirstSteps], a strip of three steps below the pictures.
/// - **Depends on**: `ui.workbench`, `ui.controls`, `ui.concurrent`.
/// - **Thread**: FX.
/// - **Decisions**: a step is checked off when done; the strip disappears for good when all are, or
///   when dismissed.
@NullMarked
package mlpexplorer.ui.onboarding;

import org.jspecify.annotations.NullMarked;
