package mlpexplorer.ui.lesson;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import mlpexplorer.data.Split;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.lesson.Control;
import mlpexplorer.experiment.lesson.Goal;
import mlpexplorer.experiment.lesson.Lesson;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.NumberRange;
import mlpexplorer.ui.controls.OptionalRow;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Makes a lesson from the settings of the window: title and text, what is locked and hidden, and
/// goals. The lesson has one step; others can be added in its file.
///
/// Node ids: `lesson-form`, `lesson-form-title`, `lesson-form-step`, `lesson-form-text`,
/// `lock-NAME` and `hide-NAME` for each control, `lesson-form-save`, `lesson-form-problem`.
public final class LessonForm extends VBox {
    private static final double LABEL_WIDTH = 120;
    private static final int COLUMNS = 2;

    private final RunSpec spec;
    private final TextField title = new TextField();
    private final TextField step = new TextField();
    private final TextArea text = new TextArea();
    private final Map<Control, CheckBox> locked = new EnumMap<>(Control.class);
    private final Map<Control, CheckBox> hidden = new EnumMap<>(Control.class);
    private final Label problem = new Label();
    private final CheckBox check = box("check", "lesson-form-check");
    private Optional<Double> metric = Optional.empty();
    private Optional<Double> parameters = Optional.empty();
    private Optional<Double> runs = Optional.empty();

    /// @param spec spec that the lesson starts with
    /// @param onSave saves the lesson
    public LessonForm(RunSpec spec, Consumer<Lesson> onSave, Runnable onCancel) {
        this.spec = spec;
        setId("lesson-form");
        getStyleClass().addAll("about-sheet", "lesson-form");
        Label heading = new Label(Messages.text("lesson.form"));
        heading.getStyleClass().add("sheet-title");
        describe("title", title);
        describe("step", step);
        describe("text", text);
        text.setWrapText(true);
        text.setPrefRowCount(3);
        problem.setId("lesson-form-problem");
        problem.getStyleClass().add("field-error");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        ScrollPane controls = new ScrollPane(controls());
        controls.setFitToWidth(true);
        controls.setPrefHeight(212);
        controls.getStyleClass().add("lesson-controls");
        Button cancel = button("cancel", onCancel);
        Button save = button("save", () -> save(onSave));
        save.setDefaultButton(true);
        HBox buttons = new HBox(cancel, save);
        buttons.getStyleClass().add("sheet-buttons");
        getChildren()
                .addAll(
                        heading,
                        row(title),
                        row(step),
                        row(text),
                        new Label(Messages.text("lesson.form.controls")),
                        controls,
                        new Label(Messages.text("lesson.form.goals")),
                        goals(),
                        problem,
                        buttons);
    }

    private static void describe(String name, TextInputControl field) {
        String label = Messages.text("lesson.form." + name);
        new ControlLabel(
                        label, "lesson-form-" + name, Messages.text("lesson.form." + name + ".tip"))
                .describe(field);
    }

    /// A field with its label on the left.
    private static HBox row(TextInputControl field) {
        Label label = new Label(field.getAccessibleText());
        label.setMinWidth(LABEL_WIDTH);
        label.setLabelFor(field);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox row = new HBox(label, field);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private static CheckBox box(String name, String id) {
        String label = Messages.text("lesson.form." + name);
        return new ControlLabel(label, id, Messages.text("lesson.form." + name + ".tip"))
                .describe(new CheckBox(label));
    }

    private static Button button(String name, Runnable action) {
        String label = Messages.text("lesson.form." + name);
        Button button =
                new ControlLabel(
                                label,
                                "lesson-form-" + name,
                                Messages.text("lesson.form." + name + ".tip"))
                        .describe(new Button(label));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private GridPane controls() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("lesson-grid");
        Control[] all = Control.values();
        int rows = (all.length + COLUMNS - 1) / COLUMNS;
        for (int i = 0; i < all.length; i++) {
            Control control = all[i];
            String id = control.name().toLowerCase(Locale.ROOT).replace('_', '-');
            int column = 3 * (i / rows);
            CheckBox lock = box("lock", "lock-" + id);
            CheckBox hide = box("hide", "hide-" + id);
            lock.setAccessibleText(Messages.text("lesson.form.lock.of", control.text()));
            hide.setAccessibleText(Messages.text("lesson.form.hide.of", control.text()));
            lock.setMinWidth(USE_PREF_SIZE);
            hide.setMinWidth(USE_PREF_SIZE);
            lock.disableProperty().bind(hide.selectedProperty());
            locked.put(control, lock);
            hidden.put(control, hide);
            Label name = new Label(Messages.text("lesson.control." + control.key()));
            grid.add(name, column, i % rows);
            grid.add(lock, column + 1, i % rows);
            grid.add(hide, column + 2, i % rows);
        }
        return grid;
    }

    private VBox goals() {
        boolean accuracy = spec.data().metric() == Task.Metric.ACCURACY;
        VBox rows =
                new VBox(
                        new OptionalRow(
                                caption(accuracy ? "accuracy" : "r2", "metric"),
                                accuracy ? NumberRange.percent(0, 1) : NumberRange.reals(0, 1),
                                0.95,
                                value -> metric = value),
                        new OptionalRow(
                                caption("parameters", "parameters"),
                                NumberRange.integers(1, 1_000_000),
                                60,
                                value -> parameters = value),
                        new OptionalRow(
                                caption("runs", "runs"),
                                NumberRange.integers(1, Goal.MAX_RUNS),
                                3,
                                value -> runs = value),
                        check);
        rows.getStyleClass().add("editor");
        return rows;
    }

    private static ControlLabel caption(String name, String id) {
        return ControlLabel.of("lesson.form." + name, "lesson-form-" + id);
    }

    private void save(Consumer<Lesson> onSave) {
        try {
            Lesson made = lesson();
            problem.setText("");
            onSave.accept(made);
        } catch (UserError | IllegalArgumentException e) {
            problem.setText(e.getMessage());
        }
    }

    private Lesson lesson() {
        if (title.getText().isBlank() || step.getText().isBlank() || text.getText().isBlank()) {
            throw UserError.input(Messages.text("lesson.form.incomplete"));
        }
        List<Goal> goals = new ArrayList<>();
        boolean accuracy = spec.data().metric() == Task.Metric.ACCURACY;
        if (metric.isEmpty() && parameters.isPresent()) {
            throw UserError.input(Messages.text("lesson.form.bound"));
        }
        metric.ifPresent(bound ->
                goals.add(
                        new Goal.Score(
                                Split.Part.VALIDATION,
                                accuracy ? Goal.Measure.ACCURACY : Goal.Measure.R2,
                                Optional.of(bound),
                                Optional.empty(),
                                parameters.map(Double::intValue),
                                Optional.empty())));
        runs.ifPresent(count -> goals.add(new Goal.Trained(count.intValue())));
        if (check.isSelected()) {
            goals.add(new Goal.GradientCheck());
        }
        List<Control> gone = chosen(hidden);
        return new Lesson(
                spec,
                new Lesson.Script(
                        title.getText().strip(),
                        List.of(
                                new Lesson.Step(
                                        step.getText().strip(),
                                        text.getText().strip(),
                                        List.of(),
                                        chosen(locked).stream()
                                                .filter(each -> !gone.contains(each))
                                                .toList(),
                                        gone,
                                        goals))));
    }

    private static List<Control> chosen(Map<Control, CheckBox> boxes) {
        return boxes.entrySet().stream()
                .filter(box -> box.getValue().isSelected())
                .map(Map.Entry::getKey)
                .toList();
    }
}
