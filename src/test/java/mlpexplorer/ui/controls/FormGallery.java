package mlpexplorer.ui.controls;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToolBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.function.IntFunction;

/// Every building block of this package in one panel, as a sidebar shows them; [FormGalleryIT]
/// takes its pictures.
final class FormGallery extends BorderPane {

    final SliderRow units =
            SliderRow.integers(
                    new ControlLabel("Hidden units", "units", "Units in this layer."),
                    1,
                    64,
                    1_024);
    final SliderRow rate =
            new SliderRow(
                    new ControlLabel("Learning rate", "rate", "Step size η."),
                    Scale.oneThreeTen(1e-5, 10),
                    NumberRange.reals(1e-5, 10));
    final SliderRow lambda =
            new SliderRow(
                    new ControlLabel("Regularization λ", "lambda", "Weight of the penalty."),
                    Scale.oneThreeTenFromZero(1e-5, 1),
                    NumberRange.reals(0, 1));
    final SliderRow noise =
            SliderRow.percent(
                    new ControlLabel("Noise", "noise", "Standard deviation of the noise."), 0, 50);
    final SliderRow batch =
            new SliderRow(
                    new ControlLabel("Batch size", "batch-size", "Samples in an update."),
                    Scale.stops(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, Double.POSITIVE_INFINITY),
                    NumberRange.integers(1, 4_096).naming(Double.POSITIVE_INFINITY, "full"));
    final SplitSlider split =
            new SplitSlider(
                    new ControlLabel(
                            "Train / validation / test", "split", "How samples are shared out."),
                    new SplitPercentages(60, 20, 20),
                    new SplitSlider.Minimums(10, 0, 0));
    final NumberField momentum =
            new NumberField(
                    new ControlLabel("Momentum", "momentum", "β"),
                    NumberRange.reals(0, 1).belowMax());
    final NumberField seed =
            new NumberField(
                    new ControlLabel("Seed", "seed", "Start of the random stream."),
                    NumberRange.integers(0, 999_999));
    final Section data;
    final Section model;
    final Section training;
    final Section folded;

    FormGallery(Theme theme) {
        data =
                new Section(
                        caption("Data", "data-section"),
                        noise,
                        split,
                        new FormRow(caption("Seed", "seed"), seed));
        model =
                new Section(
                        caption("Model", "model-section"),
                        units,
                        new FormRow(caption("Activation", "activation"), choice()));
        training =
                new Section(
                        caption("Training", "training-section"),
                        rate,
                        lambda,
                        batch,
                        new FormRow(caption("Momentum", "momentum"), momentum),
                        new FormRow(caption("Shuffle every epoch", "shuffle"), new CheckBox()));
        folded = new Section(caption("Stopping", "stopping-section"), new Label("hidden"));
        folded.summaryProperty().set("500 epochs, loss ≤ 0.01, patience 20");
        folded.setExpanded(false);
        data.summaryProperty().set("spiral, 300 points");
        units.setValue(16);
        rate.setValue(0.03);
        noise.setValue(0.1);
        batch.setValue(32);
        momentum.setValue(0.9);
        seed.setValue(42);
        ScrollPane scroll = new ScrollPane(sidebar());
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("sidebar", "edge-to-edge");
        scroll.setPrefWidth(300);
        setTop(toolbar());
        setLeft(scroll);
        setCenter(pictures(theme));
        setBottom(statusBar());
    }

    private VBox sidebar() {
        VBox content = new VBox(data, model, training, folded);
        content.getStyleClass().add("sidebar-content");
        return content;
    }

    private static ComboBox<String> choice() {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().addAll("tanh", "ReLU", "sigmoid");
        box.setValue("tanh");
        return box;
    }

    private static ToolBar toolbar() {
        var train =
                IconButtons.labeled(
                        Feather.PLAY,
                        new ControlLabel("Train", "train-button", "Start or pause training."),
                        () -> {});
        train.getStyleClass().add("primary");
        var auto =
                IconButtons.labeledToggle(
                        Feather.ZAP,
                        new ControlLabel(
                                "Auto-train", "auto-train-button", "Retrain on every change."));
        auto.setSelected(true);
        return new ToolBar(
                train,
                IconButtons.icon(
                        Feather.SKIP_FORWARD,
                        new ControlLabel("Step", "step-button", "One epoch."),
                        () -> {}),
                IconButtons.icon(
                        Feather.ROTATE_CCW,
                        new ControlLabel("Rewind", "rewind-button", "Back to the start."),
                        () -> {}),
                auto,
                IconButtons.toggle(
                        Feather.GRID, new ControlLabel("Discretise", "discretize-button", "")),
                IconButtons.icon(
                        Feather.DOWNLOAD, new ControlLabel("Save", "save-button", ""), () -> {}));
    }

    private static HBox statusBar() {
        Label phase = new Label("Running");
        phase.getStyleClass().add("strong");
        HBox bar =
                new HBox(
                        phase,
                        new Label("Epoch 1,024"),
                        new Label("60 fps"),
                        new Label("busy 2.1 ms"));
        bar.getStyleClass().add("status-bar");
        return bar;
    }

    private static Node pictures(Theme theme) {
        VBox all = new VBox(12, new PointSamples(theme), legend(new ClassColors(10, theme)));
        all.setStyle("-fx-padding: 12px");
        return all;
    }

    private static Node legend(ClassColors colors) {
        IntFunction<Label> entry =
                label -> {
                    var shape = ClassMarker.of(label).shape(5);
                    shape.setFill(colors.color(label));
                    return new Label("" + label, shape);
                };
        HBox legend = new HBox();
        legend.getStyleClass().add("legend");
        for (int label = 0; label < 10; label++) {
            legend.getChildren().add(entry.apply(label));
        }
        return legend;
    }

    private static ControlLabel caption(String label, String id) {
        return new ControlLabel(label, id, "");
    }
}
