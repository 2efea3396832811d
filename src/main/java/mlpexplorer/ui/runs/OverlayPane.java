package mlpexplorer.ui.runs;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.nn.Task;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.MetricLog.Column;
import mlpexplorer.ui.charts.ChartText;
import mlpexplorer.ui.charts.ChartView;
import mlpexplorer.ui.charts.CurveSeries;
import mlpexplorer.ui.charts.Measure;
import mlpexplorer.ui.charts.MetricCurve;
import mlpexplorer.ui.controls.Messages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The overlaid validation curves of the selected and pinned runs, each in the color of its run;
/// runs of the same color differ by their dash pattern. Runs without a validation part show the
/// training curve, marked as such in the legend.
final class OverlayPane extends HBox implements RunPane {
    static final int MAX_RUNS = 10;

    /// Solid, dashed and dotted.
    private static final List<String> DASHES =
            List.of(CurveSeries.TRAIN, CurveSeries.VALIDATION, CurveSeries.TEST);

    private final RunsViewModel model;
    private final ChartView loss = chart("loss", Measure.LOSS);
    private final ChartView accuracy = chart("accuracy", Measure.FRACTION);
    private List<RunSummary> shown = List.of();

    OverlayPane(RunsViewModel model) {
        this.model = model;
        getStyleClass().addAll("run-pane", "overlay-pane");
        setHgrow(loss, Priority.ALWAYS);
        setHgrow(accuracy, Priority.ALWAYS);
        loss.chart().cursorXProperty().bindBidirectional(accuracy.chart().cursorXProperty());
        getChildren().addAll(loss, accuracy);
    }

    @Override
    public void show(Chosen chosen) {
        List<RunSummary> runs = chosen.first(MAX_RUNS);
        if (runs.equals(shown)) {
            return;
        }
        shown = runs;
        model.ask(
                store -> {
                    Map<Long, MetricLog.View> logs = new HashMap<>();
                    runs.forEach(run -> logs.put(run.id(), store.metrics(run.id())));
                    return logs;
                },
                logs -> {
                    if (runs.equals(shown)) {
                        fill(runs, logs);
                    }
                });
    }

    private void fill(List<RunSummary> runs, Map<Long, MetricLog.View> logs) {
        List<CurveSeries> losses = new ArrayList<>();
        List<CurveSeries> accuracies = new ArrayList<>();
        Map<String, Integer> alike = new HashMap<>();
        for (RunSummary run : runs) {
            String dashes =
                    DASHES.get(
                            (alike.merge(run.label().color(), 1, Integer::sum) - 1)
                                    % DASHES.size());
            MetricLog.View log = logs.getOrDefault(run.id(), MetricLog.View.EMPTY);
            boolean validated = Pareto.counts(run);
            losses.add(
                    series(
                            run,
                            dashes,
                            log,
                            validated ? Column.VALIDATION_LOSS : Column.TRAIN_LOSS));
            accuracies.add(
                    series(
                            run,
                            dashes,
                            log,
                            validated ? Column.VALIDATION_ACCURACY : Column.TRAIN_ACCURACY));
        }
        String metric = RunText.metric(runs);
        accuracy.setQuantity(
                Messages.text("runs.chart." + metric),
                metric.equals(Task.Metric.ACCURACY.key()) ? Measure.FRACTION : Measure.R2);
        loss.show(losses);
        accuracy.show(accuracies);
    }

    private static CurveSeries series(
            RunSummary run, String dashes, MetricLog.View log, Column column) {
        boolean validated = Pareto.counts(run);
        String part = Messages.text(validated ? "chart.validation" : "chart.train");
        return new CurveSeries(part, dashes, new MetricCurve(log, column), false)
                .ofRun(
                        Messages.text(
                                validated ? "runs.heading" : "runs.heading.training",
                                run.id(),
                                run.title()))
                .colored(RunText.color(run));
    }

    private static ChartView chart(String name, Measure measure) {
        ChartView view =
                new ChartView(
                        new ChartText(
                                Messages.text("runs.chart." + name),
                                Messages.text("chart.epoch"),
                                Messages.text("runs.chart.empty")),
                        measure);
        view.setId("runs-" + name + "-chart");
        view.setMinHeight(0);
        view.setPrefHeight(0);
        view.setPrefWidth(0);
        view.setMaxHeight(Double.MAX_VALUE);
        return view;
    }
}
