package mlpexplorer.ui.runs;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.paint.Color;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.training.MetricLog;
import mlpexplorer.ui.fx.Notation;
import mlpexplorer.ui.workbench.GhostRun;
import mlpexplorer.ui.workbench.Texts;

/// The words and numbers of a run as tables and tiles show them.
final class RunText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());
    private static final int HEX = 16;
    private static final String NONE = "–";

    private RunText() {}

    static String started(RunSummary run) {
        return TIME.format(run.progress().started());
    }

    static String percent(double share) {
        return Double.isNaN(share) ? NONE : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /// With its sign, in points of a percent.
    static String points(double share) {
        return Double.isNaN(share) ? NONE : signed("%+.1f", 100 * share);
    }

    static String loss(double loss) {
        return Double.isNaN(loss) ? NONE : String.format(Locale.ROOT, "%.4f", loss);
    }

    static String signed(double loss) {
        return Double.isNaN(loss) ? NONE : signed("%+.4f", loss);
    }

    private static String signed(String format, double value) {
        return String.format(Locale.ROOT, format, value).replace('-', '−');
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 10 ? "%.2f" : "%.0f", seconds);
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String decimal(double value) {
        return Double.isNaN(value) ? NONE : Notation.DECIMAL.write(value);
    }

    static GhostRun ghost(RunSummary run, MetricLog.View log) {
        int rgb = Integer.parseInt(run.label().colour().substring(1), HEX);
        return new GhostRun(Texts.text("runs.heading", run.id(), run.title()), rgb, log);
    }

    static Color color(RunSummary run) {
        return Color.web(run.label().colour());
    }
}
