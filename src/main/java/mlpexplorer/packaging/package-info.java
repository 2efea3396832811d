/// Programs that only the build runs: they record which classes a start loads and write the license
/// notices.
///
/// - **Owns**: [AotTraining], [ThirdPartyNotices].
/// - **Depends on**: `cli`, `ui`.
/// - **Thread**: the main thread.
/// - **Decisions**: the program itself never refers to this package.
@NullMarked
package mlpexplorer.packaging;

import org.jspecify.annotations.NullMarked;
