package mlpexplorer.ui.labs;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import mlpexplorer.data.io.CsvTable;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.RunTables;
import mlpexplorer.experiment.SpecText;
import mlpexplorer.experiment.labs.OptimizerComparison;
import mlpexplorer.nn.Task;
import mlpexplorer.training.LatestValue;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.MetricLog.Column;
import mlpexplorer.ui.charts.ChartText;
import mlpexplorer.ui.charts.ChartView;
import mlpexplorer.ui.charts.Curve;
import mlpexplorer.ui.charts.CurveSeries;
import mlpexplorer.ui.charts.Measure;
import mlpexplorer.ui.controls.ChoiceRow;
import mlpexplorer.ui.controls.FormRow;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.NumberField;
import mlpexplorer.ui.controls.NumberRange;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Compares several runs: live curves, a table, and boundaries side by side.
final class ComparisonLab implements Lab {
    private static final int COLORS = 7;
    private static final double HEIGHT = 300;
    private static final int DEFAULT_EPOCHS = 100;
    private static final int MAX_EPOCHS = 10_000;

    private final Comparison comparison;
    private final LabRun run;
    private final LatestValue<List<OptimizerComparison.RaceResult>> newest = new LatestValue<>();
    private final HBox charts = new HBox();
    private final LabTable<OptimizerComparison.RaceResult> table;
    private final Boundaries boundaries;
    private final NumberField epochs;
    private final LabPage page;
    private LogCurve.Progress across = LogCurve.Progress.EPOCH;
    private List<OptimizerComparison.RaceResult> shown = List.of();
    private ChartView loss;
    private ChartView accuracy;

    private record Outcome(List<OptimizerComparison.RaceResult> raceResults, String conclusion) {}

    ComparisonLab(LabContext context, Comparison comparison) {
        this.comparison = comparison;
        run = new LabRun(context.jobs());
        String name = comparison.name();
        table = new LabTable<>("lab-" + name + "-table", comparison.columns());
        boundaries = new Boundaries("lab-" + name + "-boundaries", context.jobs());
        charts.getStyleClass().add("lab-result");
        VBox.setVgrow(charts, Priority.ALWAYS);
        VBox result = new VBox(charts, table, boundaries);
        result.getStyleClass().add("lab-result");
        page = new LabPage(name, result);
        loss = chart("loss", Measure.LOSS);
        accuracy = chart("accuracy", Measure.FRACTION);
        charts.getChildren().setAll(loss, accuracy);
        epochs = new NumberField(page.caption("epochs"), NumberRange.integers(1, MAX_EPOCHS));
        epochs.setValue(DEFAULT_EPOCHS);
        List<Node> settings = new ArrayList<>(comparison.settings(page));
        settings.addAll(List.of(axisChoice(), new FormRow(page.caption("epochs"), epochs)));
        page.runs(run, () -> start(context.experiment(), (int) epochs.getValue()), this::runPreset)
                .settings(settings.toArray(Node[]::new))
                .export("table", Feather.FILE_TEXT, () -> context.saveTable(name, table.csv()))
                .export(
                        "curves",
                        Feather.TRENDING_UP,
                        () -> context.saveTable(name + "-curves", curves()))
                .export("picture", Feather.DOWNLOAD, () -> context.savePicture(name, result));
    }

    @Override
    public LabPage page() {
        return page;
    }

    @Override
    public void pulse() {
        if (run.runningProperty().get()) {
            newest.poll().ifPresent(this::show);
        }
        boundaries.pulse();
    }

    private ChoiceRow<LogCurve.Progress> axisChoice() {
        ChoiceRow<LogCurve.Progress> choice =
                new ChoiceRow<>(
                        page.caption("axis"),
                        List.of(LogCurve.Progress.values()),
                        a -> Messages.name("labs.axis", a),
                        this::showBy);
        choice.show(across);
        return choice;
    }

    private void runPreset() {
        RunStart preset = Presets.named(comparison.preset()).start();
        epochs.setValue(preset.spec().training().stop().epochs());
        start(preset, (int) epochs.getValue());
    }

    private void start(RunStart base, int most) {
        RunSpec spec = base.spec();
        RunSpec limited =
                spec.withTraining(
                        spec.training().withStop(spec.training().stop().withEpochs(most)));
        newest.poll();
        String subject = SpecText.of(limited);
        run.start(
                subject,
                stop -> {
                    OptimizerComparison race =
                            new OptimizerComparison(
                                    comparison.raceRuns(new RunStart(limited, base.weights())),
                                    System::nanoTime);
                    List<OptimizerComparison.RaceResult> end = race.run(stop, newest::publish);
                    return new Outcome(
                            end, stop.getAsBoolean() ? "" : comparison.conclusion(end, stop));
                },
                outcome -> {
                    show(outcome.raceResults());
                    return subject + ". " + outcome.conclusion();
                });
    }

    private void show(List<OptimizerComparison.RaceResult> results) {
        boolean parted = hasValidation();
        shown = results;
        if (hasValidation() != parted) {
            showBy(across);
        }
        run.progressProperty()
                .set(
                        results.stream()
                                .mapToDouble(OptimizerComparison.RaceResult::progress)
                                .min()
                                .orElse(0));
        table.show(results);
        boundaries.show(results);
        showCurves();
        page.filled();
    }

    private void showCurves() {
        if (!shown.isEmpty()) {
            Task.Metric metric = shown.getFirst().mlp().task().metric();
            accuracy.setQuantity(title(metric.key()), Measure.of(metric));
            table.metric(metric);
            page.metric(metric);
        }
        loss.show(series(Column.TRAIN_LOSS));
        accuracy.show(series(hasValidation() ? Column.VALIDATION_ACCURACY : Column.TRAIN_ACCURACY));
    }

    private boolean hasValidation() {
        return shown.isEmpty() || shown.getFirst().result().split().validation().rows() > 0;
    }

    private List<CurveSeries> series(Column column) {
        List<CurveSeries> series = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            OptimizerComparison.RaceResult one = shown.get(i);
            series.add(
                    new CurveSeries(
                            one.raceRun().name(),
                            color(i),
                            new LogCurve(one.result().log(), across, column),
                            false));
        }
        return series;
    }

    private CsvTable curves() {
        return RunTables.metrics(
                shown.stream().map(one -> one.raceRun().name()).toList(),
                shown.stream().map(one -> one.result().log()).toList(),
                shown.getFirst().result().split().dataset().task().metric());
    }

    private static String color(int index) {
        return "lab-" + (1 + index % COLORS);
    }

    /// The texts of a chart are immutable, so another axis needs new charts.
    private void showBy(LogCurve.Progress other) {
        across = other;
        loss = chart("loss", Measure.LOSS);
        accuracy = chart("accuracy", Measure.FRACTION);
        charts.getChildren().setAll(loss, accuracy);
        showCurves();
    }

    private String title(String what) {
        return Messages.text("labs.chart." + (hasValidation() ? what : "train-" + what));
    }

    private ChartView chart(String what, Measure measure) {
        ChartView view =
                new ChartView(
                        new ChartText(
                                title(what),
                                Messages.name("labs.axis", across),
                                Messages.text("labs.empty")),
                        measure);
        view.setId("lab-" + comparison.name() + "-" + what);
        view.setMinHeight(HEIGHT);
        view.setPrefHeight(HEIGHT);
        view.setMinWidth(0);
        view.setPrefWidth(Region.USE_COMPUTED_SIZE);
        HBox.setHgrow(view, Priority.ALWAYS);
        if (measure == Measure.LOSS) {
            ToggleButton log = IconButtons.log(page.caption("log"));
            log.setSelected(
                    Optional.ofNullable(loss)
                            .map(before -> before.chart().logYProperty().get())
                            .orElse(false));
            view.chart().logYProperty().bind(log.selectedProperty());
            view.toolbar().add(log);
        }
        return view;
    }

    /// One column of a metric log against another: loss against epochs, updates or milliseconds.
    private record LogCurve(MetricLog.View log, Progress across, MetricLog.Column column)
            implements Curve {

        /// The quantity on the x axis.
        enum Progress {
            EPOCH(MetricLog.Column.EPOCH, 1),
            UPDATE(MetricLog.Column.UPDATE, 1),
            MILLIS(MetricLog.Column.SECONDS, 1000);

            private final MetricLog.Column column;
            private final double factor;

            Progress(MetricLog.Column column, double factor) {
                this.column = column;
                this.factor = factor;
            }
        }

        @Override
        public int size() {
            return log.size();
        }

        @Override
        public int finalSize() {
            return log.finalSize();
        }

        @Override
        public double x(int index) {
            return across.factor * log.value(across.column, index);
        }

        @Override
        public double y(int index) {
            return log.value(column, index);
        }

        /// Views of one log share their first chunk until the log is thinned.
        @Override
        public Object identity() {
            return log.chunks().isEmpty() ? this : log.chunks().getFirst()[column.ordinal()];
        }

        @Override
        public Object xIdentity() {
            return log.chunks().isEmpty() ? this : log.chunks().getFirst()[across.column.ordinal()];
        }
    }

    /// The runs that a [ComparisonLab] compares, and its conclusion.
    interface Comparison {

        /// The name of the lab; its texts are `labs.NAME.…`.
        String name();

        /// The preset that demonstrates the lab.
        String preset();

        /// The runs to compare, variations of the given experiment.
        List<OptimizerComparison.RaceRun> raceRuns(RunStart base);

        /// The columns of the table.
        List<LabTable.Column<OptimizerComparison.RaceResult>> columns();

        /// Additional controls.
        default List<Node> settings(LabPage page) {
            return List.of();
        }

        /// A short conclusion. Called in the background, so it may measure.
        default String conclusion(
                List<OptimizerComparison.RaceResult> results, BooleanSupplier stop) {
            return "";
        }
    }
}
