package mlpexplorer.ui.labs;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import mlpexplorer.nn.Task;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Messages;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// The common layout of a lab: title, explanation, formula and source; buttons and settings; a
/// status line; and the result. Texts are `labs.NAME.title`, `.text`, `.formula` and `.source`;
/// node ids start with `lab-NAME`. A regression has its own explanation in `.text.r2` and
/// `.formula.r2` where it differs.
final class LabPage extends ScrollPane {
    private final String name;
    private final FlowPane actions = new FlowPane();
    private final HBox exports = new HBox();
    private final HBox status = new HBox();
    private final VBox content;
    private final Label text;
    private final Label formula;

    LabPage(String name, Node result) {
        this.name = name;
        setId("lab-" + name);
        getStyleClass().add("lab-page");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        Label title = label("title", "lab-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        exports.getStyleClass().add("lab-exports");
        exports.setDisable(true);
        HBox head = new HBox(title, gap, exports);
        head.setAlignment(Pos.CENTER_LEFT);
        text = label("text", "lab-text");
        formula = label("formula", "lab-formula");
        Label source = label("source", "lab-source");
        actions.getStyleClass().add("lab-actions");
        status.getStyleClass().add("lab-status");
        status.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(result, Priority.ALWAYS);
        content = new VBox(head, text, formula, source, actions, status, result);
        content.getStyleClass().add("lab-content");
        setContent(content);
    }

    /// Describes the lab for data with that metric.
    void metric(Task.Metric metric) {
        String key = "labs." + name + ".";
        text.setText(Messages.text(Messages.variant(key + "text", metric.key())));
        formula.setText(Messages.text(Messages.variant(key + "formula", metric.key())));
    }

    /// Adds the Run/Cancel button for the window's experiment, the button for the preset, and the
    /// status line.
    LabPage runs(LabRun run, Runnable onRun, Runnable onPreset) {
        Button start = IconButtons.labeled(Feather.PLAY, caption("run"), () -> toggle(run, onRun));
        start.getStyleClass().add("primary");
        start.textProperty()
                .bind(
                        Bindings.when(run.runningProperty())
                                .then(Messages.text("labs.cancel"))
                                .otherwise(Messages.text("labs.run")));
        run.runningProperty()
                .addListener((_, _, now) ->
                        IconButtons.setIcon(start, now ? Feather.SQUARE : Feather.PLAY));
        Button preset =
                IconButtons.labeled(
                        Feather.STAR,
                        new ControlLabel(
                                text("preset"), "lab-" + name + "-preset", text("preset.tip")),
                        onPreset);
        actions.getChildren().addAll(0, List.of(start, preset));
        ProgressBar bar = new ProgressBar();
        bar.setId("lab-" + name + "-progress");
        bar.setAccessibleText(Messages.text("labs.progress"));
        bar.progressProperty().bind(run.progressProperty());
        bar.visibleProperty().bind(run.runningProperty());
        bar.managedProperty().bind(run.runningProperty());
        Label message = new Label();
        message.setId("lab-" + name + "-message");
        message.textProperty().bind(run.messageProperty());
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(message, Priority.ALWAYS);
        status.getChildren().addAll(bar, message);
        return this;
    }

    private static void toggle(LabRun run, Runnable onRun) {
        if (run.runningProperty().get()) {
            run.cancel();
        } else {
            onRun.run();
        }
    }

    /// More controls after the buttons.
    LabPage settings(Node... nodes) {
        actions.getChildren().addAll(nodes);
        return this;
    }

    /// Adds an export button, enabled once there is a result; its text is `labs.export.WHAT`.
    LabPage export(String what, Feather icon, Runnable action) {
        ControlLabel caption =
                ControlLabel.of("labs.export." + what, "lab-" + name + "-save-" + what);
        exports.getChildren().add(IconButtons.labeled(icon, caption, action));
        return this;
    }

    /// Enables the export buttons.
    void filled() {
        exports.setDisable(false);
    }

    /// The label of a control of this lab, with texts `labs.PART` and `labs.PART.tip`.
    ControlLabel caption(String part) {
        return ControlLabel.of("labs." + part, "lab-" + name + "-" + part);
    }

    private String text(String part) {
        return Messages.text("labs." + name + "." + part);
    }

    private Label label(String part, String styleClass) {
        Label label = new Label(text(part));
        label.setId("lab-" + name + "-" + part);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
