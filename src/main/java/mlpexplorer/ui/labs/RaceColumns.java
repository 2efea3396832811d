package mlpexplorer.ui.labs;

import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.labs.OptimizerComparison;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Score;
import mlpexplorer.training.MetricLog;
import mlpexplorer.ui.controls.Messages;

import java.util.Optional;

/// The columns of comparison tables.
final class RaceColumns {
    private static final double TARGET_ACCURACY = 0.95;

    private RaceColumns() {}

    static LabTable.Column<OptimizerComparison.RaceResult> name() {
        return LabTable.Column.of("name", 120, result -> result.raceRun().name());
    }

    static LabTable.Column<OptimizerComparison.RaceResult> rate() {
        return LabTable.Column.of(
                "rate", 70, s -> Numbers.exact(s.raceRun().start().spec().training().rate()));
    }

    static LabTable.Column<OptimizerComparison.RaceResult> updates() {
        return LabTable.Column.of("updates", 80, s -> Numbers.count(s.end().updates()));
    }

    static LabTable.Column<OptimizerComparison.RaceResult> millis() {
        return LabTable.Column.of(
                "ms-per-epoch", 88, s -> Numbers.number(s.end().millisPerEpoch()));
    }

    static LabTable.Column<OptimizerComparison.RaceResult> seconds() {
        return LabTable.Column.of("seconds", 76, s -> Numbers.seconds(s.end().seconds()));
    }

    static LabTable.Column<OptimizerComparison.RaceResult> trainLoss() {
        return new LabTable.Column<>(
                "train-loss",
                84,
                s -> Numbers.loss(s.end().metrics().train().loss()),
                RaceColumns::broken);
    }

    static LabTable.Column<OptimizerComparison.RaceResult> validationLoss() {
        return new LabTable.Column<>(
                "validation-loss",
                84,
                s -> Numbers.loss(s.end().metrics().validation().loss()),
                RaceColumns::broken);
    }

    static LabTable.Column<OptimizerComparison.RaceResult> trainAccuracy() {
        return LabTable.Column.of("train-accuracy", 84, s -> text(s, s.end().metrics().train()));
    }

    static LabTable.Column<OptimizerComparison.RaceResult> validationAccuracy() {
        return LabTable.Column.of(
                "validation-accuracy", 84, s -> text(s, s.end().metrics().validation()));
    }

    /// The accuracy or R².
    private static String text(OptimizerComparison.RaceResult result, Score score) {
        return result.mlp().task().metric().text(score.metric());
    }

    /// The first epoch with a validation accuracy of at least 95% (training accuracy, if there is
    /// no validation set).
    static LabTable.Column<OptimizerComparison.RaceResult> epochsToGood() {
        return LabTable.Column.of(
                "to-95", 104, s -> firstGood(s).map(Numbers::count).orElse(Numbers.NONE));
    }

    static Optional<Long> firstGood(OptimizerComparison.RaceResult result) {
        MetricLog.Column column =
                result.result().split().validation().rows() > 0
                        ? MetricLog.Column.VALIDATION_ACCURACY
                        : MetricLog.Column.TRAIN_ACCURACY;
        for (int row = 0; row < result.result().log().size(); row++) {
            if (result.result().log().value(column, row) >= TARGET_ACCURACY) {
                return Optional.of((long) result.result().log().value(MetricLog.Column.EPOCH, row));
            }
        }
        return Optional.empty();
    }

    static LabTable.Column<OptimizerComparison.RaceResult> outcome() {
        return new LabTable.Column<>(
                "outcome",
                110,
                s ->
                        s.isFinished()
                                ? label(s.end().outcome())
                                : Messages.text("labs.outcome.running"),
                RaceColumns::broken);
    }

    private static String label(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Finished _ -> Messages.text("labs.outcome.finished");
            case Outcome.Diverged(var where) ->
                    Messages.text("labs.outcome.diverged", where.epoch());
            case Outcome.Stopped _ -> Messages.text("labs.outcome.stopped");
        };
    }

    private static String broken(OptimizerComparison.RaceResult result) {
        return result.end().diverged() ? "bad" : "";
    }
}
