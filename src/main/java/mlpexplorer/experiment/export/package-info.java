/// Trained networks for other programs.
///
/// - **Owns**: [OnnxFile], [TrainingScript] with its NumPy and PyTorch code, [PredictionJob] with
///   [Predictor].
/// - **Depends on**: `experiment`, `training`, `data`, `nn`.
/// - **Thread**: the caller's.
/// - **Decisions**: what is exported computes the same numbers elsewhere, which tests check with
///   ONNX Runtime and Python; ONNX's protobuf messages are written by hand, since a few fields of a
///   few messages are shorter than the classes that a library generates.
@NullMarked
package mlpexplorer.experiment.export;

import org.jspecify.annotations.NullMarked;
