/// Trained networks for other programs: ONNX, NumPy and PyTorch scripts, and predictions. Uses
/// `experiment` and what lies below; no JavaFX.
@NullMarked
package mlpexplorer.experiment.export;

import org.jspecify.annotations.NullMarked;
