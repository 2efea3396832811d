package mlpexplorer.ui.runs;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Score;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Tooltips;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// The read-only columns of the Runs table.
final class RunColumns {
    /// The id of the column of start times.
    static final String STARTED = "runs-started-column";

    private final RunsViewModel model;

    RunColumns(RunsViewModel model) {
        this.model = model;
    }

    /// The number of the run, which legends use.
    TableColumn<RunSummary, RunSummary> number() {
        return number("number", 40, RunSummary::id, id -> Long.toString((long) id));
    }

    List<TableColumn<RunSummary, RunSummary>> plain() {
        return List.of(
                metric("validation-accuracy", 78, run -> run.progress().metrics().validation()),
                number("validation-loss", 78, RunColumns::loss, Numbers::loss),
                metric("train-accuracy", 66, run -> run.progress().metrics().train()),
                scored(
                                "test-accuracy",
                                66,
                                run -> run.progress().metrics().test().metric(),
                                this::test)
                        .hidden(),
                number(
                                "reveals",
                                66,
                                run -> run.progress().reveals(),
                                value -> Numbers.count((long) value))
                        .hidden(),
                number(
                        "parameters",
                        70,
                        RunSummary::parameters,
                        value -> Numbers.count((long) value)),
                textColumn("dataset", 72, run -> run.factors().data()),
                textColumn("hidden", 68, run -> run.factors().layers()),
                textColumn("activation", 84, run -> run.factors().activation()).hidden(),
                textColumn("optimizer", 88, run -> run.factors().optimizer()),
                number("rate", 56, run -> run.factors().rate(), Numbers::exact),
                number(
                                "lambda",
                                56,
                                run -> run.factors().lambda1() + run.factors().lambda2(),
                                value -> Double.isNaN(value) ? Numbers.NONE : Numbers.exact(value))
                        .hidden(),
                number(
                        "epochs",
                        68,
                        run -> run.progress().epochs(),
                        value -> Numbers.count((long) value)),
                textColumn(
                        "outcome",
                        82,
                        run -> Messages.text("runs.state." + run.progress().state().name())),
                textColumn(
                        "started",
                        94,
                        RunText::started,
                        Comparator.comparing(run -> run.progress().started())),
                number("seconds", 78, run -> run.progress().seconds(), Numbers::seconds),
                textColumn("tags", 68, run -> String.join(", ", run.label().tags())));
    }

    /// The columns relative to the baseline, visible while there is one.
    List<TableColumn<RunSummary, RunSummary>> deltas() {
        return List.of(
                scored(
                        "delta-accuracy",
                        64,
                        run -> delta(run, RunColumns::validation),
                        this::metricDelta),
                number(
                        "delta-loss",
                        70,
                        run -> delta(run, RunColumns::loss),
                        value -> Numbers.difference(value, 4)));
    }

    private String test(RunSummary run) {
        return model.testHiddenProperty().get()
                ? Messages.text("runs.locked")
                : run.factors().metric().text(run.progress().metrics().test().metric());
    }

    /// In percentage points for accuracies; a run of another task than the baseline has none.
    private String metricDelta(RunSummary run) {
        double delta = delta(run, RunColumns::validation);
        Optional<RunSummary> baseline = model.baselineProperty().get();
        if (baseline.filter(base -> base.factors().metric() == run.factors().metric()).isEmpty()) {
            return Numbers.NONE;
        }
        return switch (run.factors().metric()) {
            case ACCURACY -> Numbers.difference(100 * delta, 1);
            case R2 -> Numbers.difference(delta, 3);
        };
    }

    private double delta(RunSummary run, ToDoubleFunction<RunSummary> value) {
        Optional<RunSummary> baseline = model.baselineProperty().get();
        return baseline.map(base -> value.applyAsDouble(run) - value.applyAsDouble(base))
                .orElse(Double.NaN);
    }

    private static double validation(RunSummary run) {
        return run.progress().metrics().validation().metric();
    }

    private static double loss(RunSummary run) {
        return run.progress().metrics().validation().loss();
    }

    private static RunColumn textColumn(
            String name, double width, Function<RunSummary, String> text) {
        return textColumn(
                name, width, text, Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER));
    }

    private static RunColumn textColumn(
            String name,
            double width,
            Function<RunSummary, String> text,
            Comparator<RunSummary> order) {
        return new RunColumn(name, width, text, order);
    }

    /// The accuracy or R² of a part.
    private static RunColumn metric(String name, double width, Function<RunSummary, Score> part) {
        return scored(
                name,
                width,
                run -> part.apply(run).metric(),
                run -> run.factors().metric().text(part.apply(run).metric()));
    }

    /// A number whose text depends on the metric of the run.
    private static RunColumn scored(
            String name,
            double width,
            ToDoubleFunction<RunSummary> value,
            Function<RunSummary, String> text) {
        RunColumn column = new RunColumn(name, width, text, Comparator.comparingDouble(value));
        column.getStyleClass().add("number-column");
        return column;
    }

    /// Missing numbers come last in either direction.
    private static RunColumn number(
            String name,
            double width,
            ToDoubleFunction<RunSummary> value,
            DoubleFunction<String> text) {
        return scored(name, width, value, run -> text.apply(value.applyAsDouble(run)));
    }

    /// A text column with a tooltip on its heading.
    static final class RunColumn extends TableColumn<RunSummary, RunSummary> {
        private final Label heading = new Label();
        private final String name;

        RunColumn(
                String name,
                double width,
                Function<RunSummary, String> text,
                Comparator<RunSummary> order) {
            this.name = name;
            setId("runs-" + name + "-column");
            setGraphic(heading);
            metric(Task.Metric.ACCURACY.key());
            setPrefWidth(width);
            setEditable(false);
            setComparator(order);
            setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
            setCellFactory(_ -> new TextCell(text));
        }

        /// Uses the heading for runs of a metric.
        ///
        /// @param key of the metric, or [RunText#MIXED]
        void metric(String key) {
            String text = Messages.variant("runs.column." + name, key);
            heading.setText(Messages.text(text));
            Tooltips.explain(heading, Messages.text(text + ".tip"));
        }

        RunColumn hidden() {
            setVisible(false);
            return this;
        }
    }

    /// A text cell.
    private static final class TextCell extends TableCell<RunSummary, RunSummary> {
        private final Function<RunSummary, String> text;

        TextCell(Function<RunSummary, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(RunSummary run, boolean empty) {
            super.updateItem(run, empty);
            setText(empty || run == null ? "" : text.apply(run));
        }
    }
}
