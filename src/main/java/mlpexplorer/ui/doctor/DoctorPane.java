package mlpexplorer.ui.doctor;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import mlpexplorer.nn.Numbers;
import mlpexplorer.training.Divergence;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.doctor.DoctorViewModel.Finding;
import mlpexplorer.ui.workbench.Workbench;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Optional;

/// A strip that reports problems with the run and offers remedies; hidden when there are none.
public final class DoctorPane extends HBox {
    private final DoctorViewModel model;
    private final Label title = new Label();
    private final Label message = new Label();
    private final FlowPane remedies = new FlowPane();

    public DoctorPane(Workbench workbench) {
        model = new DoctorViewModel(workbench);
        setId("doctor");
        getStyleClass().add("doctor");
        setMinHeight(USE_PREF_SIZE);
        title.setId("doctor-title");
        title.getStyleClass().add("doctor-title");
        message.setId("doctor-sentence");
        message.setWrapText(true);
        remedies.getStyleClass().add("doctor-remedies");
        VBox column = new VBox(title, message, remedies);
        column.getStyleClass().add("doctor-text");
        HBox.setHgrow(column, Priority.ALWAYS);
        ControlLabel close = ControlLabel.of("doctor.close", "doctor-close-button");
        getChildren()
                .addAll(
                        new FontIcon(Feather.ALERT_TRIANGLE),
                        column,
                        IconButtons.icon(Feather.X, close, model::dismiss));
        model.findingProperty().addListener((_, _, now) -> show(now));
        show(model.findingProperty().get());
    }

    private void show(Optional<Finding> found) {
        setVisible(found.isPresent());
        setManaged(found.isPresent());
        found.ifPresent(this::show);
    }

    private void show(Finding found) {
        getStyleClass().removeAll("bad", "odd");
        switch (found) {
            case Finding.Diverged(Divergence divergence, long goodEpoch) -> {
                getStyleClass().add("bad");
                title.setText(Messages.text("doctor.diverged", divergence.epoch()));
                message.setText(
                        Messages.text(
                                "doctor.diverged.sentence",
                                loss(divergence.loss()),
                                divergence.layer(),
                                goodEpoch));
                remedies.getChildren().setAll(remediesOfDivergence());
            }
            case Finding.AtChance(var cause, long epochs, double loss, double rate) -> {
                getStyleClass().add("odd");
                title.setText(Messages.text("doctor.chance", epochs));
                message.setText(
                        Messages.text(
                                "doctor.chance." + cause,
                                Numbers.loss(loss),
                                Numbers.number(rate)));
                remedies.getChildren().setAll(remediesOfChance(cause));
            }
            case Finding.Untrained(String sentence) -> {
                getStyleClass().add("odd");
                title.setText(Messages.text("doctor.untrained"));
                message.setText(sentence);
                remedies.getChildren().clear();
            }
            case Finding.Alike alike -> {
                getStyleClass().add("odd");
                title.setText(Messages.text("doctor.alike", alike.layer(), alike.units()));
                String outcome =
                        alike.staysAtChance()
                                ? Messages.text(
                                        "doctor.alike.chance",
                                        alike.classes(),
                                        Numbers.loss(Math.log(alike.classes())))
                                : Messages.text("doctor.alike.one");
                message.setText(Messages.text("doctor.alike.sentence", outcome));
                remedies.getChildren()
                        .setAll(List.of(remedy("draw-weights", "", model::drawWeights)));
            }
        }
    }

    private List<Button> remediesOfDivergence() {
        String clip = Numbers.exact(model.tighterClip());
        return List.of(
                remedy("lower-rate", Numbers.exact(model.lowerRate()), model::continueAtLowerRate),
                remedy("clip", clip, model::continueClipped),
                remedy("start-again", "", model::startAgain));
    }

    private List<Button> remediesOfChance(Finding.Cause cause) {
        return switch (cause) {
            case PENALTY -> List.of(remedy("drop-penalty", "", model::dropPenalty));
            case SCHEDULE -> List.of(remedy("keep-rate", "", model::keepRate));
            case OTHER ->
                    List.of(
                            remedy(
                                    "higher-rate",
                                    Numbers.exact(model.higherRate()),
                                    model::startAtHigherRate),
                            remedy("other-seed", "", model::newSeed));
        };
    }

    private static String loss(double loss) {
        return Double.isFinite(loss)
                ? Messages.text("doctor.loss.jumped", Numbers.loss(loss))
                : Messages.text("doctor.loss.not-finite");
    }

    /// @param value replaces the placeholder of the text
    private static Button remedy(String id, String value, Runnable action) {
        Button button =
                new ControlLabel(
                                Messages.text("doctor." + id, value),
                                id + "-button",
                                Messages.text("doctor." + id + ".tip", value))
                        .describe(new Button(Messages.text("doctor." + id, value)));
        button.getStyleClass().add("remedy");
        button.setOnAction(_ -> action.run());
        return button;
    }
}
