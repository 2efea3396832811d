package mlpexplorer.ui.training;

import javafx.scene.layout.VBox;

import mlpexplorer.experiment.SpecText;
import mlpexplorer.experiment.lesson.Control;
import mlpexplorer.training.StopRule;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.FormRow;
import mlpexplorer.ui.controls.NumberField;
import mlpexplorer.ui.controls.NumberRange;
import mlpexplorer.ui.controls.OptionalRow;
import mlpexplorer.ui.controls.Section;
import mlpexplorer.ui.workbench.Workbench;

/// The stopping section, collapsed by default: epochs, early stopping, target loss, time; whichever
/// comes first. All of them change a run live.
public final class StoppingPane extends VBox {
    private final NumberField epochs =
            new NumberField(caption("epochs"), NumberRange.integers(1, StopRule.MAX_EPOCHS));
    private final OptionalRow patience;
    private final OptionalRow loss;
    private final OptionalRow tolerance;
    private final OptionalRow seconds;
    private final Section section;
    private boolean showing;

    public StoppingPane(Workbench workbench) {
        TrainingViewModel model = new TrainingViewModel(workbench);
        patience =
                new OptionalRow(
                        caption("patience"),
                        NumberRange.integers(1, StopRule.MAX_EPOCHS),
                        20,
                        model::patience);
        loss = new OptionalRow(caption("loss"), NumberRange.reals(0, 1e6), 0.01, model::stopAtLoss);
        tolerance =
                new OptionalRow(
                        caption("tolerance"),
                        NumberRange.reals(1e-15, 1e6),
                        1e-6,
                        model::tolerance);
        seconds =
                new OptionalRow(
                        caption("seconds"), NumberRange.reals(1e-3, 1e9), 60, model::stopAfter);
        section =
                new Section(
                        ControlLabel.of("stop.section", "stop-section"),
                        new FormRow(caption("epochs"), epochs),
                        patience,
                        loss,
                        tolerance,
                        seconds);
        section.setExpanded(false);
        getChildren().add(section);
        workbench.lesson().restrict(section, Control.STOP);
        epochs.valueProperty()
                .addListener((_, _, value) -> {
                    if (!showing) {
                        model.epochs(value.intValue());
                    }
                });
        workbench.specProperty().addListener((_, _, spec) -> show(spec.training().stop()));
        show(workbench.spec().training().stop());
    }

    private void show(StopRule stop) {
        showing = true;
        epochs.setValue(stop.epochs());
        patience.show(stop.patience().map(Integer::doubleValue));
        loss.show(stop.loss());
        tolerance.show(stop.tolerance());
        seconds.show(stop.seconds());
        section.summaryProperty().set(SpecText.stop(stop));
        showing = false;
    }

    private static ControlLabel caption(String id) {
        String name = id.equals("epochs") ? id : "stop-" + id;
        return ControlLabel.of("stop." + id, name);
    }
}
