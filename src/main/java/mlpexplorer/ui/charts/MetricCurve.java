package mlpexplorer.ui.charts;

import mlpexplorer.training.MetricLog;

/// One column of a metric log, against the epoch or another axis.
public record MetricCurve(MetricLog.View log, MetricLog.Column column, XAxis axis)
        implements Curve {

    /// The column against the epoch.
    public MetricCurve(MetricLog.View log, MetricLog.Column column) {
        this(log, column, XAxis.EPOCH);
    }

    @Override
    public int size() {
        return log.size();
    }

    @Override
    public int finalSize() {
        return log.finalSize();
    }

    @Override
    public double x(int index) {
        return at(axis, index);
    }

    @Override
    public double y(int index) {
        return log.value(column, index);
    }

    @Override
    public double at(XAxis other, int index) {
        return log.value(other.column(), index);
    }

    /// Views of one log share their first chunk until the log is thinned or cut.
    @Override
    public Object identity() {
        return log.chunks().isEmpty() ? this : log.chunks().getFirst()[column.ordinal()];
    }

    @Override
    public Object xIdentity() {
        return log.chunks().isEmpty() ? this : log.chunks().getFirst()[axis.column().ordinal()];
    }
}
