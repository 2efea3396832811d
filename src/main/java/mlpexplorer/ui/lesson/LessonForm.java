package mlpexplorer.ui.lesson;

import javafx.geometry.Insets;
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
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.NumberRange;
import mlpexplorer.ui.controls.OptionalRow;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Makes a lesson from the settings of the window. Its steps are edited one at a time: title, text,
/// settings that differ, what is locked and hidden, and goals.
///
/// Node ids: `lesson-form`, `lesson-form-title`, `lesson-form-step`, `lesson-form-text`,
/// `lesson-form-set`, `lesson-form-number`, buttons `lesson-form-previous`, `-next`, `-add`,
/// `-remove`, `-earlier` and `-later`, `lock-NAME` and `hide-NAME` for each control,
/// `lesson-form-save`, `lesson-form-problem`.
public final class LessonForm extends VBox {
    private static final double LABEL_WIDTH = 132;
    private static final int COLUMNS = 2;

    private final RunSpec spec;
    private final TextField title = new TextField();
    private final TextField step = new TextField();
    private final TextArea text = new TextArea();
    private final Map<Control, CheckBox> locked = new EnumMap<>(Control.class);
    private final Map<Control, CheckBox> hidden = new EnumMap<>(Control.class);
    private final Label problem = new Label();
    private final CheckBox check = box("check", "lesson-form-check");
    private final TextField set = new TextField();
    private final Label number = new Label();
    private final OptionalRow metricRow;
    private final OptionalRow parametersRow;
    private final OptionalRow runsRow;
    private final List<Draft> steps = new ArrayList<>();
    private Optional<Double> metric = Optional.empty();
    private Optional<Double> parameters = Optional.empty();
    private Optional<Double> runs = Optional.empty();
    private int at;

    /// A step as it is typed.
    ///
    /// @param set settings, separated by spaces
    private record Draft(
            String title,
            String text,
            String set,
            List<Control> locked,
            List<Control> hidden,
            Optional<Double> metric,
            Optional<Double> parameters,
            Optional<Double> runs,
            boolean check) {
        static final Draft EMPTY = withLimits(List.of(), List.of());

        static Draft withLimits(List<Control> locked, List<Control> hidden) {
            return new Draft(
                    "",
                    "",
                    "",
                    locked,
                    hidden,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false);
        }

        boolean isComplete() {
            return !title.isBlank() && !text.isBlank();
        }
    }

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
        describe("set", set);
        boolean accuracy = spec.data().metric() == Task.Metric.ACCURACY;
        metricRow =
                new OptionalRow(
                        caption(accuracy ? "accuracy" : "r2", "metric"),
                        accuracy ? NumberRange.percent(0, 1) : NumberRange.reals(0, 1),
                        0.95,
                        value -> metric = value);
        parametersRow =
                new OptionalRow(
                        caption("parameters", "parameters"),
                        NumberRange.integers(1, 1_000_000),
                        60,
                        value -> parameters = value);
        runsRow =
                new OptionalRow(
                        caption("runs", "runs"),
                        NumberRange.integers(1, Goal.MAX_RUNS),
                        3,
                        value -> runs = value);
        text.setWrapText(true);
        text.setPrefRowCount(3);
        problem.setId("lesson-form-problem");
        problem.getStyleClass().add("field-error");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        ScrollPane controls = new ScrollPane(controls());
        controls.setFitToWidth(true);
        controls.setPrefHeight(180);
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
                        stepRow(),
                        row(text),
                        row(set),
                        new Label(Messages.text("lesson.form.controls")),
                        controls,
                        new Label(Messages.text("lesson.form.goals")),
                        goals(),
                        problem,
                        buttons);
        steps.add(Draft.EMPTY);
        show(0);
    }

    private HBox stepRow() {
        number.setId("lesson-form-number");
        number.setMinWidth(USE_PREF_SIZE);
        HBox row = row(step);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setMargin(number, new Insets(0, 0, 0, 8));
        row.getChildren()
                .addAll(
                        number,
                        icon(Feather.CHEVRON_LEFT, "previous", () -> show(at - 1), this::isFirst),
                        icon(Feather.CHEVRON_RIGHT, "next", () -> show(at + 1), this::isLast),
                        icon(
                                Feather.PLUS,
                                "add",
                                this::add,
                                () -> steps.size() >= Lesson.MAX_STEPS),
                        icon(Feather.TRASH_2, "remove", this::remove, () -> steps.size() < 2),
                        icon(Feather.ARROW_UP, "earlier", () -> swap(at - 1), this::isFirst),
                        icon(Feather.ARROW_DOWN, "later", () -> swap(at + 1), this::isLast));
        return row;
    }

    private boolean isFirst() {
        return at == 0;
    }

    private boolean isLast() {
        return at >= steps.size() - 1;
    }

    private Button icon(Feather icon, String name, Runnable action, BooleanSupplier disabled) {
        Button button =
                IconButtons.icon(
                        icon,
                        caption(name, name),
                        () -> {
                            steps.set(at, typed());
                            action.run();
                        });
        number.textProperty().subscribe(_ -> button.setDisable(disabled.getAsBoolean()));
        return button;
    }

    private void add() {
        steps.add(at + 1, Draft.withLimits(chosen(locked), chosen(hidden)));
        show(at + 1);
    }

    private void remove() {
        steps.remove(at);
        show(Math.min(at, steps.size() - 1));
    }

    private void swap(int with) {
        Collections.swap(steps, at, with);
        show(with);
    }

    private Draft typed() {
        return new Draft(
                step.getText().strip(),
                text.getText().strip(),
                set.getText().strip(),
                chosen(locked),
                chosen(hidden),
                metric,
                parameters,
                runs,
                check.isSelected());
    }

    private void show(int index) {
        at = index;
        Draft draft = steps.get(index);
        step.setText(draft.title());
        text.setText(draft.text());
        set.setText(draft.set());
        locked.forEach((control, box) -> box.setSelected(draft.locked().contains(control)));
        hidden.forEach((control, box) -> box.setSelected(draft.hidden().contains(control)));
        metric = draft.metric();
        parameters = draft.parameters();
        runs = draft.runs();
        metricRow.show(metric);
        parametersRow.show(parameters);
        runsRow.show(runs);
        check.setSelected(draft.check());
        number.setText(Messages.text("lesson.form.number", index + 1, steps.size()));
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
        VBox rows = new VBox(metricRow, parametersRow, runsRow, check);
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

    /// Shows the step that is not complete, if there is one.
    private Lesson lesson() {
        steps.set(at, typed());
        List<Lesson.Step> made = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Draft draft = steps.get(i);
            boolean unbound = draft.metric().isEmpty() && draft.parameters().isPresent();
            if (title.getText().isBlank() || !draft.isComplete() || unbound) {
                show(i);
                throw UserError.input(
                        Messages.text(
                                unbound && draft.isComplete()
                                        ? "lesson.form.bound"
                                        : "lesson.form.incomplete"));
            }
            made.add(step(draft));
        }
        return new Lesson(spec, new Lesson.Script(title.getText().strip(), made));
    }

    private Lesson.Step step(Draft draft) {
        List<Goal> goals = new ArrayList<>();
        boolean accuracy = spec.data().metric() == Task.Metric.ACCURACY;
        draft.metric()
                .ifPresent(bound ->
                        goals.add(
                                new Goal.Score(
                                        Split.Part.VALIDATION,
                                        accuracy ? Goal.Measure.ACCURACY : Goal.Measure.R2,
                                        Optional.of(bound),
                                        Optional.empty(),
                                        draft.parameters().map(Double::intValue),
                                        Optional.empty())));
        draft.runs().ifPresent(count -> goals.add(new Goal.Trained(count.intValue())));
        if (draft.check()) {
            goals.add(new Goal.GradientCheck());
        }
        return new Lesson.Step(
                draft.title(),
                draft.text(),
                draft.set().isEmpty() ? List.of() : List.of(draft.set().split("\\s+")),
                draft.locked().stream().filter(each -> !draft.hidden().contains(each)).toList(),
                draft.hidden(),
                goals);
    }

    private static List<Control> chosen(Map<Control, CheckBox> boxes) {
        return boxes.entrySet().stream()
                .filter(box -> box.getValue().isSelected())
                .map(Map.Entry::getKey)
                .toList();
    }
}
