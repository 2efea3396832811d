package mlpexplorer.ui.training;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;
import mlpexplorer.nn.Numbers;
import mlpexplorer.training.StopRule;
import mlpexplorer.ui.fx.Caption;
import mlpexplorer.ui.fx.FormRow;
import mlpexplorer.ui.fx.NumberField;
import mlpexplorer.ui.fx.NumberRange;
import mlpexplorer.ui.fx.OptionalRow;
import mlpexplorer.ui.fx.Section;
import mlpexplorer.ui.workbench.Texts;
import mlpexplorer.ui.workbench.Workbench;

/// The stopping section, collapsed by default: epochs, early stopping, target loss, time; whichever comes first. All of them
/// change a run live.
public final class StoppingPane extends VBox {
    private final NumberField epochs = new NumberField(caption("epochs"), NumberRange.integers(1, StopRule.MAX_EPOCHS));
    private final OptionalRow patience;
    private final OptionalRow loss;
    private final OptionalRow seconds;
    private final Section section;
    private boolean showing;

    public StoppingPane(Workbench workbench) {
        TrainingViewModel model = new TrainingViewModel(workbench);
        patience = new OptionalRow(caption("patience"), NumberRange.integers(1, StopRule.MAX_EPOCHS), 20, model::patience);
        loss = new OptionalRow(caption("loss"), NumberRange.reals(0, 1e6), 0.01, model::stopAtLoss);
        seconds = new OptionalRow(caption("seconds"), NumberRange.reals(1e-3, 1e9), 60, model::stopAfter);
        section = new Section(
                new Caption(Texts.text("stop.section"), "stop-section", Texts.text("stop.section.tip")),
                new FormRow(caption("epochs"), epochs), patience, loss, seconds);
        section.setExpanded(false);
        getChildren().add(section);
        epochs.valueProperty().addListener((_, _, value) -> {
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
        seconds.show(stop.seconds());
        section.summaryProperty().set(words(stop));
        showing = false;
    }

    /// The active rules: "500 epochs or 60 s".
    private static String words(StopRule stop) {
        List<String> rules = new ArrayList<>();
        rules.add(Texts.text("stop.summary.epochs", stop.epochs()));
        stop.patience().ifPresent(epochs -> rules.add(Texts.text("stop.summary.patience", epochs)));
        stop.loss().ifPresent(loss -> rules.add(Texts.text("stop.summary.loss", Numbers.exact(loss))));
        stop.seconds().ifPresent(seconds -> rules.add(Texts.text("stop.summary.seconds", Numbers.exact(seconds))));
        return String.join(" · ", rules);
    }

    private static Caption caption(String id) {
        String name = id.equals("epochs") ? id : "stop-" + id;
        return new Caption(Texts.text("stop." + id), name, Texts.text("stop." + id + ".tip"));
    }
}
