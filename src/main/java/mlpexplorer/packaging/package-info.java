/// Programs that only the build runs, to record which classes a start loads.
///
/// - **Owns**: [AotTraining] (its main class) with [AotWindowTraining] and [AotDesktopClasses].
/// - **Depends on**: `cli`, `ui`.
/// - **Thread**: the main thread.
/// - **Decisions**: the program itself never refers to this package.
@NullMarked
package mlpexplorer.packaging;

import org.jspecify.annotations.NullMarked;
