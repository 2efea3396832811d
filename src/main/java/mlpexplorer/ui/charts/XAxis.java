package mlpexplorer.ui.charts;

import mlpexplorer.nn.Numbers;
import mlpexplorer.training.MetricLog;
import mlpexplorer.ui.controls.Messages;

/// The quantities available for the x axis of a run's curves.
public enum XAxis {
    EPOCH(MetricLog.Column.EPOCH),
    UPDATE(MetricLog.Column.UPDATE),
    SECONDS(MetricLog.Column.SECONDS);

    private final MetricLog.Column column;

    XAxis(MetricLog.Column column) {
        this.column = column;
    }

    /// The column in the metric log.
    public MetricLog.Column column() {
        return column;
    }

    /// The lowercase name: `epoch`.
    public String label() {
        return Messages.text("chart.x." + name());
    }

    /// Whether the quantity is a whole number.
    boolean counts() {
        return this != SECONDS;
    }

    /// The axis range for curves that end at `last`.
    AxisRange range(double last) {
        return counts() ? AutoRange.ofX(last) : AutoRange.ofTime(last);
    }

    String tick(double value, double step, double upper) {
        return counts() ? Numbers.compactTick(value, step, upper) : Numbers.tick(value, step);
    }

    /// A value with its unit: `epoch 1,200`, `3.42 s`.
    String text(double value) {
        return counts() ? label() + " " + Numbers.number(value) : Numbers.seconds(value) + " s";
    }
}
