package mlpexplorer.ui;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.training.Phase;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.workbench.Workbench;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// First-run hints: pick data, train, drag a slider.
final class FirstSteps extends HBox {
    private final BooleanProperty picked = new SimpleBooleanProperty(this, "picked");
    private final BooleanProperty trained = new SimpleBooleanProperty(this, "trained");
    private final BooleanProperty dragged = new SimpleBooleanProperty(this, "dragged");
    private final Runnable onDone;

    /// @param onDone called once when the steps are done or dismissed
    FirstSteps(Workbench workbench, Runnable onDone) {
        this.onDone = onDone;
        setId("first-steps");
        getStyleClass().add("first-steps");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close =
                ControlLabel.of("hints.close", "first-steps-close")
                        .describe(new Button(Messages.text("hints.close")));
        close.setOnAction(_ -> leave());
        close.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        step(1, "pick", picked),
                        step(2, "train", trained),
                        step(3, "drag", dragged),
                        gap,
                        close);
        workbench.specProperty().addListener((_, before, after) -> changed(before, after));
        workbench
                .phaseProperty()
                .addListener((_, _, phase) -> {
                    if (phase instanceof Phase.Running) {
                        done(trained);
                    }
                });
    }

    /// A change of seeds alone does not count.
    private void changed(RunSpec before, RunSpec after) {
        if (before.withSeeds(after.seeds()).equals(after)) {
            return;
        }
        boolean sameKind = before.data().getClass() == after.data().getClass();
        done(sameKind ? dragged : picked);
    }

    private void done(BooleanProperty step) {
        step.set(true);
        if (picked.get() && trained.get() && dragged.get()) {
            leave();
        }
    }

    private void leave() {
        if (isVisible()) {
            setVisible(false);
            setManaged(false);
            onDone.run();
        }
    }

    private static Label step(int number, String key, BooleanProperty done) {
        Label place = new Label(Integer.toString(number));
        place.getStyleClass().add("step-number");
        Label step = new Label(Messages.text("hints." + key), place);
        step.setId("first-step-" + number);
        step.setMinWidth(0);
        step.getStyleClass().add("first-step");
        done.addListener(_ -> step.setGraphic(new FontIcon(Feather.CHECK_CIRCLE)));
        return step;
    }
}
