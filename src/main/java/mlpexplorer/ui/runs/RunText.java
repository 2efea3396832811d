package mlpexplorer.ui.runs;

import javafx.scene.paint.Color;

import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.nn.Task;
import mlpexplorer.training.MetricLog;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.workbench.ReferenceCurves;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Start, name and color of a run as tables and tiles show them.
final class RunText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH)
                    .withZone(ZoneId.systemDefault());
    private static final int HEX = 16;

    /// The key of runs of several metrics in [#metric].
    static final String MIXED = "mixed";

    private RunText() {}

    static String started(RunSummary run) {
        return TIME.format(run.progress().started());
    }

    static ReferenceCurves reference(RunSummary run, MetricLog.View log) {
        return new ReferenceCurves(heading(run), rgb(run), log);
    }

    /// Number and title.
    static String heading(RunSummary run) {
        return Messages.text("runs.heading", run.id(), run.title());
    }

    static int rgb(RunSummary run) {
        return Integer.parseInt(run.label().color().substring(1), HEX);
    }

    static Color color(RunSummary run) {
        return Color.web(run.label().color());
    }

    /// The key of the metric of all runs, or [#MIXED].
    static String metric(List<RunSummary> runs) {
        List<Task.Metric> metrics =
                runs.stream().map(run -> run.factors().metric()).distinct().limit(2).toList();
        return metrics.isEmpty()
                ? Task.Metric.ACCURACY.key()
                : metrics.size() == 1 ? metrics.getFirst().key() : MIXED;
    }
}
