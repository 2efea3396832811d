package mlpexplorer.ui.doctor;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mlpexplorer.nn.Numbers;
import mlpexplorer.training.Divergence;
import mlpexplorer.ui.fx.Caption;
import mlpexplorer.ui.fx.IconButtons;
import mlpexplorer.ui.workbench.Texts;
import mlpexplorer.ui.workbench.Workbench;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A strip that reports problems with the run and offers remedies; hidden when there are none.
public final class DoctorPane extends HBox {
    private final DoctorViewModel model;
    private final Label title = new Label();
    private final Label sentence = new Label();
    private final FlowPane remedies = new FlowPane();

    public DoctorPane(Workbench workbench) {
        model = new DoctorViewModel(workbench);
        setId("doctor");
        getStyleClass().add("doctor");
        setMinHeight(USE_PREF_SIZE);
        title.setId("doctor-title");
        title.getStyleClass().add("doctor-title");
        sentence.setId("doctor-sentence");
        sentence.setWrapText(true);
        remedies.getStyleClass().add("doctor-remedies");
        VBox words = new VBox(title, sentence, remedies);
        words.getStyleClass().add("doctor-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        Caption close = new Caption(Texts.text("doctor.close"), "doctor-close-button", Texts.text("doctor.close.tip"));
        getChildren().addAll(
                new FontIcon(Feather.ALERT_TRIANGLE), words, IconButtons.icon(Feather.X, close, model::dismiss));
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
                title.setText(Texts.text("doctor.diverged", divergence.epoch()));
                sentence.setText(Texts.text(
                        "doctor.diverged.sentence", loss(divergence.loss()), divergence.layer(), goodEpoch));
                remedies.getChildren().setAll(remediesOfDivergence());
            }
            case Finding.Alike alike -> {
                getStyleClass().add("odd");
                title.setText(Texts.text("doctor.alike", alike.layer(), alike.units()));
                String outcome = alike.staysAtChance()
                        ? Texts.text("doctor.alike.chance", alike.classes(),
                                Numbers.loss(Math.log(alike.classes())))
                        : Texts.text("doctor.alike.one");
                sentence.setText(Texts.text("doctor.alike.sentence", outcome));
                remedies.getChildren().setAll(List.of(remedy("draw-weights", "", model::drawWeights)));
            }
        }
    }

    private List<Button> remediesOfDivergence() {
        String clip = Numbers.exact(model.tighterClip());
        return List.of(
                remedy("lower-rate", Numbers.exact(model.lowerRate()), model::lowerRateAndGoOn),
                remedy("clip", clip, model::clipAndGoOn),
                remedy("start-again", "", model::startAgain));
    }

    private static String loss(double loss) {
        return Double.isFinite(loss)
                ? Texts.text("doctor.loss.jumped", Numbers.loss(loss)) : Texts.text("doctor.loss.not-finite");
    }

    /// @param value replaces the placeholder of the text
    private static Button remedy(String id, String value, Runnable action) {
        Button button = new Caption(Texts.text("doctor." + id, value), id + "-button", Texts.text("doctor." + id + ".tip", value))
                .describe(new Button(Texts.text("doctor." + id, value)));
        button.getStyleClass().add("remedy");
        button.setOnAction(_ -> action.run());
        return button;
    }
}
