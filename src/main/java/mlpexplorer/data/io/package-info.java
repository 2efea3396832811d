/// Files of samples: how they are read, written and fetched.
///
/// - **Owns**: [DataLoader] (from a specification to its rows), [CsvReader], [CsvTable], [IdxReader], [Mnist] and
///   [MnistDownload], [UserFolder]; [WholeFile], by which all other
///   packages put files in their places.
/// - **Depends on**: `data`, `nn`; Apache Commons CSV.
/// - **Thread**: the caller's. A download is cancelled by interrupting its thread.
/// - **Decisions**: numbers are written so that they read back to the same bits. A file is read whole or not at all, and what
///   is wrong with it is one sentence ([UserError]); memory is taken when its size is known. A download takes its place
///   only when its checksum is right.
@NullMarked
package mlpexplorer.data.io;

import org.jspecify.annotations.NullMarked;
