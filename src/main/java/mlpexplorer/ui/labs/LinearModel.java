package mlpexplorer.ui.labs;

import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.EpochMetrics;
import mlpexplorer.training.MetricLog;

/// Softmax regression, trained on the data of the window's experiment.
///
/// @param parameters immutable copy
public record LinearModel(
        Mlp mlp, Parameters parameters, MetricLog.View log, EpochMetrics metrics) {}
