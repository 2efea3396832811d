/// Files of samples.
///
/// - **Owns**: the CSV form of a dataset.
/// - **Depends on**: `data`, `nn`.
/// - **Thread**: the caller's.
/// - **Decisions**: numbers are written so that they read back to the same bits.
@NullMarked
package mlpexplorer.data.io;

import org.jspecify.annotations.NullMarked;
