package mlpexplorer.ui.labs;

import mlpexplorer.training.MetricLog;
import mlpexplorer.ui.charts.Curve;

/// One column of a metric log against another: loss against epochs, updates or milliseconds.
record LogCurve(MetricLog.View log, Progress across, MetricLog.Column column) implements Curve {

    /// The quantity on the x axis.
    enum Progress {
        EPOCH(MetricLog.Column.EPOCH, 1),
        UPDATE(MetricLog.Column.UPDATE, 1),
        MILLIS(MetricLog.Column.SECONDS, 1000);

        private final MetricLog.Column column;
        private final double factor;

        Progress(MetricLog.Column column, double factor) {
            this.column = column;
            this.factor = factor;
        }
    }

    @Override
    public int size() {
        return log.size();
    }

    @Override
    public int settled() {
        return log.settled();
    }

    @Override
    public double x(int index) {
        return across.factor * log.value(across.column, index);
    }

    @Override
    public double y(int index) {
        return log.value(column, index);
    }

    /// Views of one log share their first chunk until the log is thinned.
    @Override
    public Object identity() {
        return log.chunks().isEmpty() ? this : log.chunks().getFirst()[column.ordinal()];
    }

    @Override
    public Object xIdentity() {
        return log.chunks().isEmpty() ? this : log.chunks().getFirst()[across.column.ordinal()];
    }
}
