package mlpexplorer.ui.sweep;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.SpecText;
import mlpexplorer.experiment.sweep.Sweep;
import mlpexplorer.experiment.sweep.SweepRunner;
import mlpexplorer.nn.Numbers;
import mlpexplorer.ui.controls.ChoiceRow;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.FormRow;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.NumberField;
import mlpexplorer.ui.controls.NumberRange;
import mlpexplorer.ui.controls.OptionalRow;
import mlpexplorer.ui.controls.Section;
import mlpexplorer.ui.sweep.SweepDraft.AxisDraft;
import mlpexplorer.ui.workbench.Workbench;

import org.kordamp.ikonli.feather.Feather;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The left side of the page: settings, Run or Cancel, and progress.
final class SweepForm extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private static final int DEFAULT_FOLDS = 5;

    private final SweepViewModel model;
    private final Workbench workbench;
    private final ChoiceRow<SweepTemplate> template;
    private final Label base = new Label();
    private final Label about = new Label();
    private final AxisEditor across;
    private final AxisEditor down;
    private final NumberField repeats;
    private final OptionalRow folds;
    private final Label count = new Label();
    private final Button run;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label status = new Label();
    private Optional<String> problem = Optional.empty();

    SweepForm(SweepViewModel model, Workbench workbench) {
        this.model = model;
        this.workbench = workbench;
        template =
                new ChoiceRow<>(
                        caption("template"),
                        Arrays.asList(SweepTemplate.values()),
                        each -> Messages.name("sweep.template", each),
                        each -> model.change(_ -> each.draft()));
        across =
                new AxisEditor(
                        "sweep-across",
                        SweepParameter.axesOrNone(),
                        axis -> model.change(draft -> draft.withAcross(axis)));
        down =
                new AxisEditor(
                        "sweep-down",
                        SweepParameter.axesOrNone(),
                        axis -> model.change(draft -> draft.withDown(axis)));
        repeats = new NumberField(caption("repeats"), NumberRange.integers(1, Sweep.MAX_REPEATS));
        repeats.valueProperty()
                .addListener((_, _, value) ->
                        model.change(draft -> draft.withRepeats(value.intValue())));
        folds =
                new OptionalRow(
                        caption("folds"),
                        NumberRange.integers(2, Sweep.MAX_REPEATS),
                        DEFAULT_FOLDS,
                        value ->
                                model.change(
                                        draft -> draft.withFolds(value.map(Double::intValue))));
        run = IconButtons.labeled(Feather.PLAY, caption("run"), this::runOrCancel);
        run.getStyleClass().add("primary");
        run.setMaxWidth(Double.MAX_VALUE);
        bar.setId("sweep-progress");
        bar.setAccessibleText(Messages.text("sweep.progress"));
        bar.setMaxWidth(Double.MAX_VALUE);
        for (Label label : List.of(base, about, count, status)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        base.getStyleClass().add("caption-text");
        count.getStyleClass().add("sweep-count");
        status.getStyleClass().add("sweep-status");
        count.setId("sweep-count");
        status.setId("sweep-status");
        base.setId("sweep-base");
        about.getStyleClass().add("sweep-about");
        about.setId("sweep-about");
        getStyleClass().addAll("sidebar-content", "sweep-form");
        VBox running =
                new VBox(new FormRow(caption("repeats"), repeats), folds, count, run, bar, status);
        running.getStyleClass().add("editor");
        getChildren()
                .addAll(
                        new Section(caption("what"), template, base, about),
                                new Section(caption("across"), across),
                        new Section(caption("down"), down), new Section(caption("runs"), running));
        model.draftProperty().addListener(_ -> showChecked());
        workbench.lesson().atProperty().addListener(_ -> showChecked());
        model.stateProperty().addListener((_, _, state) -> show(state));
        workbench.specProperty().addListener(_ -> showDraft());
        showChecked();
        show(model.stateProperty().get());
    }

    private static ControlLabel caption(String name) {
        return ControlLabel.of("sweep." + name, "sweep-" + name);
    }

    private void runOrCancel() {
        if (model.isRunning()) {
            model.cancel();
        } else {
            model.run();
        }
    }

    /// Also checks the values, which takes too long for every change of the window's run.
    private void showChecked() {
        SweepDraft draft = model.draftProperty().get();
        Optional<String> acrossProblem = model.problem(draft.across());
        Optional<String> downProblem = model.problem(draft.down());
        across.mark(acrossProblem.isPresent());
        down.mark(downProblem.isPresent());
        problem = acrossProblem.or(() -> downProblem);
        showDraft();
    }

    private void showDraft() {
        SweepDraft draft = model.draftProperty().get();
        template.show(draft.template());
        about.setText(Messages.name("sweep.about", draft.template()));
        base.setText(SpecText.withStop(draft.template().base(workbench.spec()).spec()));
        across.show(draft.across());
        down.show(draft.down());
        if (repeats.getValue() != draft.repeats()) {
            repeats.setValue(draft.repeats());
        }
        folds.show(draft.folds().map(Integer::doubleValue));
        boolean good = showCount();
        run.setDisable(!good && !model.isRunning());
    }

    private boolean showCount() {
        boolean good = true;
        try {
            Sweep sweep = model.wanted();
            count.setText(
                    sweep.cells() == 1
                            ? Messages.text("sweep.count.seeds", sweep.runs())
                            : Messages.text(
                                    "sweep.count.cells",
                                    sweep.cells(),
                                    sweep.repeats(),
                                    sweep.runs(),
                                    sweep.folds().orElse(0)));
            if (problem.isPresent()) {
                good = false;
                count.setText(problem.get());
            }
        } catch (UserError e) {
            good = false;
            count.setText(e.getMessage());
        }
        count.pseudoClassStateChanged(DANGER, !good);
        return good;
    }

    private void show(SweepViewModel.State state) {
        boolean running = state instanceof SweepViewModel.State.Running;
        run.setText(Messages.text(running ? "sweep.cancel" : "sweep.run"));
        run.setAccessibleText(run.getText());
        IconButtons.setIcon(run, running ? Feather.X : Feather.PLAY);
        status.pseudoClassStateChanged(DANGER, state instanceof SweepViewModel.State.Failed);
        status.setText(
                switch (state) {
                    case SweepViewModel.State.Idle _ -> "";
                    case SweepViewModel.State.Running(SweepRunner.Progress progress) ->
                            description(progress);
                    case SweepViewModel.State.Complete(int runs, int found, double seconds) ->
                            description(runs, found, Numbers.duration(seconds));
                    case SweepViewModel.State.Stopped(int done, int of) ->
                            Messages.text("sweep.stopped", done, of);
                    case SweepViewModel.State.Failed(String message) -> message;
                });
        bar.setProgress(
                switch (state) {
                    case SweepViewModel.State.Idle _, SweepViewModel.State.Failed _ -> 0;
                    case SweepViewModel.State.Running(SweepRunner.Progress progress) ->
                            (double) progress.done() / progress.of();
                    case SweepViewModel.State.Complete _ -> 1;
                    case SweepViewModel.State.Stopped(int done, int of) -> (double) done / of;
                });
        showDraft();
    }

    private static String description(int runs, int found, String duration) {
        return found == runs
                ? Messages.text("sweep.complete.found", runs, duration)
                : Messages.text("sweep.complete", runs, found, duration);
    }

    private static String description(SweepRunner.Progress progress) {
        String left =
                progress.secondsLeft().isEmpty()
                        ? ""
                        : " · "
                                + Messages.text(
                                        "sweep.left",
                                        Numbers.duration(
                                                Math.max(
                                                        1,
                                                        Math.rint(
                                                                progress.secondsLeft()
                                                                        .getAsDouble()))));
        return Messages.text("sweep.progress.text", progress.done(), progress.of()) + left;
    }

    /// Edits one axis: the setting, its path if not in the list, and the values.
    ///
    /// Node ids: `<id>-parameter-field` the list, `<id>-path-field` and `<id>-values-field` the
    /// text fields.
    private static final class AxisEditor extends VBox {
        private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

        private final ChoiceRow<SweepParameter> parameter;
        private final TextField path = new TextField();
        private final TextField values = new TextField();
        private final FormRow pathRow;
        private final FormRow valuesRow;
        private final Consumer<AxisDraft> onEdit;
        private AxisDraft shown = AxisDraft.NONE;
        private boolean showing;

        AxisEditor(String id, List<SweepParameter> parameters, Consumer<AxisDraft> onEdit) {
            this.onEdit = onEdit;
            getStyleClass().add("editor");
            parameter =
                    new ChoiceRow<>(
                            caption(id, "parameter"),
                            parameters,
                            choice -> Messages.name("sweep.parameter", choice),
                            choice -> edit(AxisDraft.of(choice)));
            pathRow = new FormRow(caption(id, "path"), path);
            valuesRow = new FormRow(caption(id, "values"), values);
            path.setPromptText(Messages.text("sweep.path.prompt"));
            for (TextField field : List.of(path, values)) {
                field.getStyleClass().add("sweep-text");
                HBox.setHgrow(field, Priority.SOMETIMES);
            }
            path.textProperty().addListener((_, _, text) -> edit(shown.withPath(text)));
            values.textProperty().addListener((_, _, text) -> edit(shown.withValues(text)));
            getChildren().addAll(parameter, pathRow, valuesRow);
        }

        private static ControlLabel caption(String id, String part) {
            return ControlLabel.of("sweep." + part, id + "-" + part);
        }

        private void edit(AxisDraft draft) {
            if (!showing && !draft.equals(shown)) {
                onEdit.accept(draft);
            }
        }

        /// Displays `draft` without notifying listeners.
        void show(AxisDraft draft) {
            showing = true;
            shown = draft;
            parameter.show(draft.parameter());
            setText(path, draft.path());
            setText(values, draft.values());
            setPresent(pathRow, draft.parameter() == SweepParameter.OTHER);
            setPresent(valuesRow, draft.parameter() != SweepParameter.NONE);
            showing = false;
        }

        /// Marks the values as wrong.
        void mark(boolean wrong) {
            values.pseudoClassStateChanged(DANGER, wrong);
        }

        /// Does not replace an equal text, so that the caret stays while the user types.
        private static void setText(TextField field, String text) {
            if (!field.getText().strip().equals(text)) {
                field.setText(text);
            }
        }

        private static void setPresent(FormRow row, boolean present) {
            row.setVisible(present);
            row.setManaged(present);
        }
    }
}
