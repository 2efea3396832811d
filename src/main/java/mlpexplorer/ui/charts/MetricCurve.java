package mlpexplorer.ui.charts;

import mlpexplorer.training.MetricLog;

/// One column of a metric log against the epoch.
public record MetricCurve(MetricLog.View log, MetricLog.Column column) implements Curve {

    @Override
    public int size() {
        return log.size();
    }

    @Override
    public double x(int index) {
        return log.value(MetricLog.Column.EPOCH, index);
    }

    @Override
    public double y(int index) {
        return log.value(column, index);
    }

    /// Views of one log share their first chunk, until the log is thinned and begins new ones.
    @Override
    public Object identity() {
        return log.chunks().isEmpty() ? this : log.chunks().getFirst()[column.ordinal()];
    }
}
