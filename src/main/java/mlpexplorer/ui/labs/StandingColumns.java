package mlpexplorer.ui.labs;

import java.util.Locale;
import java.util.Optional;
import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.lab.Contest;
import mlpexplorer.nn.Score;
import mlpexplorer.training.MetricLog;
import mlpexplorer.ui.fx.Notation;
import mlpexplorer.ui.workbench.Texts;

/// The columns of comparison tables.
final class StandingColumns {
    private static final double GOOD = 0.95;

    private StandingColumns() {}

    static LabTable.Column<Contest.Standing> name() {
        return LabTable.Column.of("name", 120, standing -> standing.entrant().name());
    }

    static LabTable.Column<Contest.Standing> rate() {
        return LabTable.Column.of("rate", 70, s -> Notation.DECIMAL.write(s.entrant().start().spec().training().rate()));
    }

    static LabTable.Column<Contest.Standing> updates() {
        return LabTable.Column.of("updates", 80, s -> String.format(Locale.ROOT, "%,d", s.end().updates()));
    }

    static LabTable.Column<Contest.Standing> millis() {
        return LabTable.Column.of("ms-per-epoch", 88, s -> number("%.3f", s.end().millisPerEpoch()));
    }

    static LabTable.Column<Contest.Standing> seconds() {
        return LabTable.Column.of("seconds", 76, s -> number("%.2f", s.end().seconds()));
    }

    static LabTable.Column<Contest.Standing> trainLoss() {
        return LabTable.Column.of("train-loss", 84, s -> loss(s.end().metrics().train()), StandingColumns::broken);
    }

    static LabTable.Column<Contest.Standing> validationLoss() {
        return LabTable.Column.of("validation-loss", 84, s -> loss(s.end().metrics().validation()), StandingColumns::broken);
    }

    static LabTable.Column<Contest.Standing> trainAccuracy() {
        return LabTable.Column.of("train-accuracy", 84, s -> percent(s.end().metrics().train()));
    }

    static LabTable.Column<Contest.Standing> validationAccuracy() {
        return LabTable.Column.of("validation-accuracy", 84, s -> percent(s.end().metrics().validation()));
    }

    /// The first epoch with at least 95 % of the validation part right (of the training part, if there is no other).
    static LabTable.Column<Contest.Standing> epochsToGood() {
        return LabTable.Column.of("to-95", 76, s -> firstGood(s).map(e -> String.format(Locale.ROOT, "%,d", e)).orElse("–"));
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

    static String number(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "–";
    }

    /// Two digits and a power of ten: `7.5e-14`.
    static String tiny(double value) {
        return value == 0 ? "0" : number("%.1e", value).replaceFirst("e([+-])0", "e$1").replace("e+", "e");
    }

    private static String loss(Score score) {
        boolean tiny = score.loss() > 0 && score.loss() < 1e-3;
        return tiny ? tiny(score.loss()) : number("%.4f", score.loss());
    }

    private static String percent(Score score) {
        return Double.isNaN(score.accuracy()) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * score.accuracy());
    }
}
