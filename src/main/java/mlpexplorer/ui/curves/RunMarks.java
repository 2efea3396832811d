package mlpexplorer.ui.curves;

import mlpexplorer.experiment.SpecText;
import mlpexplorer.nn.Numbers;
import mlpexplorer.training.Frame;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.MetricLog.Column;
import mlpexplorer.training.Phase;
import mlpexplorer.training.StopReason;
import mlpexplorer.training.TrainingSpec;
import mlpexplorer.ui.charts.CurveSeries;
import mlpexplorer.ui.charts.Mark;
import mlpexplorer.ui.charts.XAxis;
import mlpexplorer.ui.workbench.Messages;

import java.util.ArrayList;
import java.util.List;

/// The marks on the curves of a run: live changes, early stopping, the displayed epoch, and the
/// smallest validation loss.
final class RunMarks {
    /// @param column the validation curve that carries the ring of the best epoch
    List<Mark> of(Frame frame, XAxis axis, Column column) {
        MetricLog.View log = frame.log();
        List<Mark> marks = new ArrayList<>();
        if (log.size() < 2) {
            return marks;
        }
        frame.adjustments().stream()
                .filter(change -> change.epoch() > 0)
                .forEach(change -> marks.add(across(log, axis, change.epoch(), words(change))));
        if (frame.phase() instanceof Phase.Finished(var reason)
                && reason == StopReason.PATIENCE_EXHAUSTED) {
            marks.add(across(log, axis, frame.lastEpoch(), Messages.text("chart.mark.early-stop")));
        }
        if (frame.epoch() < frame.lastEpoch()) {
            marks.add(
                    across(
                            log,
                            axis,
                            frame.epoch(),
                            Messages.text("chart.mark.shown", frame.epoch())));
        }
        log.bestRow()
                .ifPresent(row ->
                        marks.add(
                                Mark.point(
                                        log.value(axis.column(), row),
                                        log.value(column, row),
                                        Messages.text("chart.mark.best"),
                                        CurveSeries.VALIDATION)));
        return marks;
    }

    private static Mark across(MetricLog.View log, XAxis axis, long epoch, String words) {
        return new Mark(log.value(axis.column(), log.rowAt(epoch)), words);
    }

    private static String words(Frame.Adjustment change) {
        if (!change.edits().isEmpty()) {
            return Messages.text("chart.mark.edited");
        }
        TrainingSpec before = change.before();
        TrainingSpec after = change.after();
        if (before.rate() != after.rate()) {
            return Messages.text("chart.mark.rate", Numbers.exact(after.rate()));
        }
        if (before.regularizer().equals(after.regularizer())) {
            return SpecText.name(after.optimizer());
        }
        double largestLambda =
                Math.max(after.regularizer().lambda1(), after.regularizer().lambda2());
        return Messages.text("chart.mark.lambda", Numbers.exact(largestLambda));
    }
}
