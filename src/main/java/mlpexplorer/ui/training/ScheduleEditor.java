package mlpexplorer.ui.training;

import javafx.scene.Node;

import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.NumberRange;

import java.util.List;

/// Selects a learning rate schedule and edits its settings.
final class ScheduleEditor extends KindEditor<LearningRateSchedule> {
    private static final List<LearningRateSchedule> KINDS =
            List.of(
                    new LearningRateSchedule.Constant(),
                    new LearningRateSchedule.Step(),
                    new LearningRateSchedule.Exponential(),
                    new LearningRateSchedule.Cosine(),
                    new LearningRateSchedule.InverseTime(),
                    new LearningRateSchedule.Warmup(),
                    new LearningRateSchedule.Plateau(),
                    new LearningRateSchedule.LossRatio());
    private static final NumberRange COUNT =
            NumberRange.integers(1, LearningRateSchedule.MAX_EPOCHS);

    ScheduleEditor(TrainingViewModel model) {
        super(
                "schedule",
                KINDS,
                kind -> Messages.name("schedule", kind),
                model::scheduleKind,
                model::schedule);
    }

    @Override
    List<Node> rows(LearningRateSchedule schedule) {
        return switch (schedule) {
            case LearningRateSchedule.Constant() -> List.of();
            case LearningRateSchedule.Step(double factor, int epochs) ->
                    List.of(
                            row(
                                    "schedule-factor",
                                    NumberRange.reals(1e-6, 10),
                                    factor,
                                    value -> new LearningRateSchedule.Step(value, step().epochs())),
                            row(
                                    "schedule-epochs",
                                    COUNT,
                                    epochs,
                                    value ->
                                            new LearningRateSchedule.Step(
                                                    step().factor(), (int) value)));
            case LearningRateSchedule.Exponential(double decay) ->
                    List.of(
                            row(
                                    "schedule-decay",
                                    NumberRange.reals(1e-6, 1),
                                    decay,
                                    LearningRateSchedule.Exponential::new));
            case LearningRateSchedule.Cosine(int epochs, double floor) ->
                    List.of(
                            row(
                                    "schedule-span",
                                    COUNT,
                                    epochs,
                                    value ->
                                            new LearningRateSchedule.Cosine(
                                                    (int) value, cosine().floor())),
                            row(
                                    "schedule-floor",
                                    NumberRange.reals(0, 1),
                                    floor,
                                    value ->
                                            new LearningRateSchedule.Cosine(
                                                    cosine().epochs(), value)));
            case LearningRateSchedule.InverseTime(double decay) ->
                    List.of(
                            row(
                                    "schedule-inverse",
                                    NumberRange.reals(1e-9, 1e6),
                                    decay,
                                    LearningRateSchedule.InverseTime::new));
            case LearningRateSchedule.Plateau(double factor, int patience) ->
                    List.of(
                            row(
                                    "schedule-reduction",
                                    NumberRange.reals(1e-6, 1),
                                    factor,
                                    value ->
                                            new LearningRateSchedule.Plateau(
                                                    value, plateau().patience())),
                            row(
                                    "schedule-patience",
                                    NumberRange.integers(0, LearningRateSchedule.MAX_EPOCHS),
                                    patience,
                                    value ->
                                            new LearningRateSchedule.Plateau(
                                                    plateau().factor(), (int) value)));
            case LearningRateSchedule.Warmup(int epochs) ->
                    List.of(
                            row(
                                    "schedule-warmup",
                                    COUNT,
                                    epochs,
                                    value -> new LearningRateSchedule.Warmup((int) value)));
            case LearningRateSchedule.LossRatio(int window) ->
                    List.of(
                            row(
                                    "schedule-window",
                                    COUNT,
                                    window,
                                    value -> new LearningRateSchedule.LossRatio((int) value)));
        };
    }

    private LearningRateSchedule.Step step() {
        return (LearningRateSchedule.Step) shown();
    }

    private LearningRateSchedule.Plateau plateau() {
        return (LearningRateSchedule.Plateau) shown();
    }

    private LearningRateSchedule.Cosine cosine() {
        return (LearningRateSchedule.Cosine) shown();
    }
}
