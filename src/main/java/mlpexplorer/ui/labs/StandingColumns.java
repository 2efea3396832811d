package mlpexplorer.ui.labs;

import java.util.Optional;
import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.lab.Contest;
import mlpexplorer.nn.Numbers;
import mlpexplorer.training.MetricLog;
import mlpexplorer.ui.workbench.Texts;

/// The columns of comparison tables.
final class StandingColumns {
    private static final double GOOD = 0.95;

    private StandingColumns() {}

    static LabTable.Column<Contest.Standing> name() {
        return LabTable.Column.of("name", 120, standing -> standing.entrant().name());
    }

    static LabTable.Column<Contest.Standing> rate() {
        return LabTable.Column.of("rate", 70, s -> Numbers.exact(s.entrant().start().spec().training().rate()));
    }

    static LabTable.Column<Contest.Standing> updates() {
        return LabTable.Column.of("updates", 80, s -> Numbers.count(s.end().updates()));
    }

    static LabTable.Column<Contest.Standing> millis() {
        return LabTable.Column.of("ms-per-epoch", 88, s -> Numbers.number(s.end().millisPerEpoch()));
    }

    static LabTable.Column<Contest.Standing> seconds() {
        return LabTable.Column.of("seconds", 76, s -> Numbers.seconds(s.end().seconds()));
    }

    static LabTable.Column<Contest.Standing> trainLoss() {
        return LabTable.Column.of("train-loss", 84, s -> Numbers.loss(s.end().metrics().train().loss()), StandingColumns::broken);
    }

    static LabTable.Column<Contest.Standing> validationLoss() {
        return LabTable.Column.of("validation-loss", 84, s -> Numbers.loss(s.end().metrics().validation().loss()), StandingColumns::broken);
    }

    static LabTable.Column<Contest.Standing> trainAccuracy() {
        return LabTable.Column.of("train-accuracy", 84, s -> Numbers.percent(s.end().metrics().train().accuracy()));
    }

    static LabTable.Column<Contest.Standing> validationAccuracy() {
        return LabTable.Column.of("validation-accuracy", 84, s -> Numbers.percent(s.end().metrics().validation().accuracy()));
    }

    /// The first epoch with at least 95% of the validation part right (of the training part, if there is no other).
    static LabTable.Column<Contest.Standing> epochsToGood() {
        return LabTable.Column.of("to-95", 76, s -> firstGood(s).map(Numbers::count).orElse(Numbers.NONE));
    }

    static Optional<Long> firstGood(Contest.Standing standing) {
        MetricLog.Column column = standing.result().split().validation().rows() > 0
                ? MetricLog.Column.VALIDATION_ACCURACY : MetricLog.Column.TRAIN_ACCURACY;
        for (int row = 0; row < standing.result().log().size(); row++) {
            if (standing.result().log().value(column, row) >= GOOD) {
                return Optional.of((long) standing.result().log().value(MetricLog.Column.EPOCH, row));
            }
        }
        return Optional.empty();
    }

    static LabTable.Column<Contest.Standing> outcome() {
        return LabTable.Column.of("outcome", 110, s -> s.isOver() ? words(s.end().outcome()) : Texts.text("labs.outcome.running"),
                StandingColumns::broken);
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Finished _ -> Texts.text("labs.outcome.finished");
            case Outcome.Diverged(var where) -> Texts.text("labs.outcome.diverged", where.epoch());
            case Outcome.Stopped _ -> Texts.text("labs.outcome.stopped");
        };
    }

    private static String broken(Contest.Standing standing) {
        return standing.end().diverged() ? "bad" : "";
    }
}
