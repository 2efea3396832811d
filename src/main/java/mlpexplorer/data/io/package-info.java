/// Reading, writing and downloading data files.
///
/// - **Owns**: [DataLoader] (from a spec to its rows), [CsvReader] with [CsvPreview], [CsvTable],
///   [IdxReader], [NumpyReader] and [Npy], [Mnist] and [MnistDownload], [AppDirectories];
///   [AtomicFile], which all other packages use to write files.
/// - **Depends on**: `data`, `nn`; Apache Commons CSV.
/// - **Thread**: the caller's. A download is canceled by interrupting its thread.
/// - **Decisions**: numbers are written so that they read back to the same bits. A file is read
///   completely or not at all, and errors are one sentence ([UserError]); memory is allocated once
///   the size is known. A download gets its final name only when its checksum is correct.
@NullMarked
package mlpexplorer.data.io;

import org.jspecify.annotations.NullMarked;
