package mlpexplorer.ui.runs;

import javafx.scene.paint.Color;

import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.training.MetricLog;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.workbench.ReferenceCurves;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Start, name and color of a run as tables and tiles show them.
final class RunText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH)
                    .withZone(ZoneId.systemDefault());
    private static final int HEX = 16;

    private RunText() {}

    static String started(RunSummary run) {
        return TIME.format(run.progress().started());
    }

    static ReferenceCurves reference(RunSummary run, MetricLog.View log) {
        int rgb = Integer.parseInt(run.label().color().substring(1), HEX);
        return new ReferenceCurves(Messages.text("runs.heading", run.id(), run.title()), rgb, log);
    }

    static Color color(RunSummary run) {
        return Color.web(run.label().color());
    }
}
