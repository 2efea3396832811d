package mlpexplorer.ui.files;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.FormRow;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.ToggleRow;
import mlpexplorer.ui.export.FileSaver;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Predicts the rows of a data file with the shown network, a stored run or a model file.
final class PredictDialog extends VBox {
    private final PredictViewModel model;
    private final FileSaver files;
    private final VBox form = new VBox();
    private final Label message = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button predict = button("start");
    private final Button evaluate = button("evaluate");
    private final Button cancel = button("cancel");
    private final Button close = button("close");

    /// @param frame the shown frame
    PredictDialog(
            PredictViewModel model,
            ObservableValue<Optional<Frame>> frame,
            FileSaver files,
            Runnable onClose) {
        this.model = model;
        this.files = files;
        setId("predict-sheet");
        getStyleClass().add("predict-sheet");
        Label title = new Label(Messages.text("predict.title"));
        title.getStyleClass().add("sheet-title");
        form.getStyleClass().add("predict-form");
        CheckBox kaggle = label("kaggle").describe(new CheckBox(Messages.text("predict.kaggle")));
        kaggle.selectedProperty().bindBidirectional(model.kaggleProperty());
        form.getChildren()
                .addAll(
                        new FormRow(label("network"), networks()),
                        only(PredictViewModel.Network.SHOWN, shown(frame)),
                        only(PredictViewModel.Network.STORED, stored()),
                        only(
                                PredictViewModel.Network.FILE,
                                fileRow("model", model.modelProperty())),
                        fileRow("data", model.dataProperty()),
                        fileRow("labels", model.labelsProperty()),
                        kaggle);
        message.setId("predict-message");
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        message.setFocusTraversable(true);
        bar.setId("predict-progress");
        bar.setAccessibleText(Messages.text("predict.progress-bar"));
        bar.setMaxWidth(Double.MAX_VALUE);
        predict.getStyleClass().add("primary");
        predict.setDefaultButton(true);
        predict.setOnAction(_ -> predict());
        evaluate.setOnAction(_ -> model.evaluate(System.nanoTime()));
        cancel.setOnAction(_ -> model.cancel());
        close.setOnAction(_ -> onClose.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(evaluate, gap, close, cancel, predict);
        buttons.getStyleClass().add("sheet-buttons");
        getChildren().addAll(title, form, bar, message, buttons);
        for (Node part : List.of(bar, message, predict, evaluate, cancel, close)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        model.stateProperty().subscribe(this::show);
    }

    private ToggleRow<PredictViewModel.Network> networks() {
        ToggleRow<PredictViewModel.Network> row =
                new ToggleRow<>(
                        List.of(PredictViewModel.Network.values()),
                        network -> label("network-" + name(network)),
                        model.networkProperty(),
                        model.networkProperty()::set);
        row.getStyleClass().add("segments");
        return row;
    }

    private static String name(PredictViewModel.Network network) {
        return network.name().toLowerCase(Locale.ROOT);
    }

    private Node only(PredictViewModel.Network network, Node row) {
        row.visibleProperty().bind(model.networkProperty().map(network::equals));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private static Label shown(ObservableValue<Optional<Frame>> frame) {
        Label label = new Label();
        label.setId("predict-shown");
        label.getStyleClass().add("caption-text");
        label.textProperty()
                .bind(
                        frame.map(shown ->
                                shown.map(now -> Messages.text("predict.shown", now.epoch()))
                                        .orElseGet(() -> Messages.text("files.nothing-yet"))));
        return label;
    }

    private FormRow stored() {
        ComboBox<RunSummary> runs = new ComboBox<>();
        runs.setPromptText(Messages.text("predict.no-runs"));
        runs.setConverter(new RunNames());
        model.runsProperty().subscribe(now -> runs.getItems().setAll(now));
        model.runProperty().subscribe(now -> runs.setValue(now.orElse(null)));
        runs.setOnAction(_ -> model.runProperty().set(Optional.ofNullable(runs.getValue())));
        return new FormRow(label("run"), runs);
    }

    private static final class RunNames extends StringConverter<RunSummary> {
        @Override
        public String toString(RunSummary run) {
            return run == null
                    ? ""
                    : Messages.text(
                            "predict.run-name",
                            run.id(),
                            run.title(),
                            run.progress().metrics().epoch());
        }

        @Override
        public RunSummary fromString(String text) {
            throw new UnsupportedOperationException("The list cannot be edited");
        }
    }

    private FormRow fileRow(String name, StringProperty path) {
        ControlLabel label = label(name);
        TextField field = label.part("field").describe(new TextField());
        field.textProperty().bindBidirectional(path);
        HBox.setHgrow(field, Priority.ALWAYS);
        String choose = Messages.text("predict." + name + ".choose");
        Button button =
                new ControlLabel(choose, "predict-" + name + "-button", "")
                        .describe(new Button(Messages.text("predict.choose")));
        button.setOnAction(_ -> files.askToOpen().map(Path::toString).ifPresent(path::set));
        HBox editor = new HBox(field, button);
        editor.getStyleClass().add("predict-file");
        return new FormRow(label, editor);
    }

    private void predict() {
        if (!model.isComplete()) {
            return;
        }
        String name = model.kaggleProperty().get() ? "submission.csv" : "predictions.csv";
        files.ask(name).ifPresent(file -> model.predict(file, System.nanoTime()));
    }

    private void show(PredictViewModel.State state) {
        boolean running = state instanceof PredictViewModel.State.Running;
        boolean focused = isFocusWithin();
        form.setDisable(running);
        bar.setVisible(running);
        cancel.setVisible(running);
        predict.setVisible(!running);
        evaluate.setVisible(!running);
        message.getStyleClass().remove("problem");
        switch (state) {
            case PredictViewModel.State.Ready(String problem) -> {
                message.setText(problem);
                message.getStyleClass().add("problem");
            }
            case PredictViewModel.State.Running(double share, String text) -> {
                bar.setProgress(share < 0 ? ProgressBar.INDETERMINATE_PROGRESS : share);
                message.setText(text);
            }
            case PredictViewModel.State.Done(String summary) -> message.setText(summary);
        }
        message.setVisible(!message.getText().isEmpty());
        if (focused && !cancel.isFocused()) {
            refocus(state);
        }
    }

    /// The focused control may be hidden or disabled now. A result gets the focus so that a screen
    /// reader reads it.
    private void refocus(PredictViewModel.State state) {
        switch (state) {
            case PredictViewModel.State.Running _ -> cancel.requestFocus();
            case PredictViewModel.State.Ready _, PredictViewModel.State.Done _ ->
                    (message.isVisible() ? message : predict).requestFocus();
        }
    }

    private static ControlLabel label(String name) {
        return ControlLabel.of("predict." + name, "predict-" + name);
    }

    private static Button button(String name) {
        return ControlLabel.of("predict." + name, "predict-" + name + "-button")
                .describe(new Button(Messages.text("predict." + name)));
    }
}
