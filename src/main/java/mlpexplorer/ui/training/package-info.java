/// Training settings and control: the regularization and optimizer sections, and the status line.
///
/// - **Owns**: [RegularizationPane], [OptimizerPane], [StatusLine].
/// - **Depends on**: `ui.workbench`, `ui.controls`, `ui.concurrent`.
/// - **Thread**: FX.
/// - **Decisions**: one editor per sealed interface, an exhaustive `switch` over its variants, so a
///   variant without an editor does not compile.
@NullMarked
package mlpexplorer.ui.training;

import org.jspecify.annotations.NullMarked;
