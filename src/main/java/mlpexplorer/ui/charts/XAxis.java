package mlpexplorer.ui.charts;

import mlpexplorer.training.MetricLog;

/// What a run's curves may be drawn against.
public enum XAxis {
    EPOCH(MetricLog.Column.EPOCH),
    UPDATE(MetricLog.Column.UPDATE),
    SECONDS(MetricLog.Column.SECONDS);

    private final MetricLog.Column column;

    XAxis(MetricLog.Column column) {
        this.column = column;
    }

    /// Where a metric log has it.
    public MetricLog.Column column() {
        return column;
    }

    /// One word for it, in small letters: `epoch`.
    public String label() {
        return Words.text("x." + name());
    }

    /// True where there is nothing between two neighbouring numbers.
    boolean counts() {
        return this != SECONDS;
    }

    /// What the axis shows for curves that end at `last`.
    AxisRange range(double last) {
        return counts() ? AutoRange.ofX(last) : AutoRange.ofTime(last);
    }

    String tick(double value, double step, double upper) {
        return counts() ? NumberText.count(value, step, upper) : NumberText.tick(value, step);
    }

    /// A value with its unit: `epoch 1,200`, `3.42 s`.
    String text(double value) {
        return counts() ? label() + " " + NumberText.grouped(value) : NumberText.seconds(value) + " s";
    }
}
