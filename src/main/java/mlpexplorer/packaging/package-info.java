/// Programs that only the build runs: they compile the style sheets, record which classes a start
/// loads and write the license notices.
///
/// - **Owns**: [AotTraining], [BinaryStyleSheets], [ThirdPartyNotices].
/// - **Depends on**: `cli`, `ui`.
/// - **Thread**: the main thread.
/// - **Decisions**: the program itself never refers to this package.
@NullMarked
package mlpexplorer.packaging;

import org.jspecify.annotations.NullMarked;
