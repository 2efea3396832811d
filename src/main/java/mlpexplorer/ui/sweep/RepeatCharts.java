package mlpexplorer.ui.sweep;

import mlpexplorer.experiment.sweep.FinishedRun;
import mlpexplorer.nn.Task;
import mlpexplorer.training.MetricLog.Column;
import mlpexplorer.ui.charts.Band;
import mlpexplorer.ui.charts.ChartText;
import mlpexplorer.ui.charts.ChartView;
import mlpexplorer.ui.charts.Curve;
import mlpexplorer.ui.charts.CurveSeries;
import mlpexplorer.ui.charts.Measure;
import mlpexplorer.ui.charts.MetricCurve;
import mlpexplorer.ui.charts.UpdateCurve;
import mlpexplorer.ui.charts.XAxis;
import mlpexplorer.ui.controls.Messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Charts of loss and accuracy over runs that differ only in their seeds: mean ± standard
/// deviation.
public final class RepeatCharts {
    private final ChartView loss = chart("loss", Measure.LOSS);
    private final ChartView accuracy = chart("accuracy", Measure.FRACTION);

    public RepeatCharts() {
        loss.chart().cursorXProperty().bindBidirectional(accuracy.chart().cursorXProperty());
        accuracy.chart().xAxisProperty().bindBidirectional(loss.chart().xAxisProperty());
    }

    private static ChartView chart(String name, Measure measure) {
        ChartView view =
                new ChartView(
                        new ChartText(
                                Messages.text("chart." + name),
                                Messages.text("chart.epoch"),
                                Messages.text("sweep.seeds.empty")),
                        measure);
        view.setId("sweep-" + name + "-chart");
        view.setMinHeight(0);
        view.setPrefHeight(0);
        return view;
    }

    /// The bands to draw.
    ///
    /// @param axis updates if the runs log the losses of updates, otherwise epochs
    public record Bands(int runs, XAxis axis, List<CurveSeries> loss, List<CurveSeries> accuracy) {

        /// The bands of these runs. Takes time proportional to their logs, so call it off the FX
        /// thread.
        ///
        /// @param logEvery [mlpexplorer.training.TrainingSpec#logEvery] of the runs
        public static Bands of(List<FinishedRun> runs, Optional<Integer> logEvery) {
            boolean byUpdate =
                    logEvery.isPresent() && runs.stream().allMatch(run -> run.losses().size() > 0);
            XAxis axis = byUpdate ? XAxis.UPDATE : XAxis.EPOCH;
            Function<Column, Optional<Band>> metric =
                    column ->
                            runs.isEmpty() || Double.isNaN(runs.getFirst().log().value(column, 0))
                                    ? Optional.empty()
                                    : Optional.of(
                                            band(
                                                    runs,
                                                    run ->
                                                            new MetricCurve(
                                                                    run.log(), column, axis)));
            Optional<Band> updates =
                    byUpdate && !runs.isEmpty()
                            ? Optional.of(band(runs, run -> new UpdateCurve(run.losses(), false)))
                            : Optional.empty();
            List<CurveSeries> losses =
                    series(
                            updates.isPresent()
                                    ? Optional.empty()
                                    : metric.apply(Column.TRAIN_LOSS),
                            metric.apply(Column.VALIDATION_LOSS));
            updates.ifPresent(mean ->
                    losses.addFirst(
                            CurveSeries.of(
                                    Messages.text("chart.updates", logEvery.orElseThrow()),
                                    CurveSeries.TRAIN,
                                    mean)));
            return new Bands(
                    runs.size(),
                    axis,
                    losses,
                    series(
                            metric.apply(Column.TRAIN_ACCURACY),
                            metric.apply(Column.VALIDATION_ACCURACY)));
        }

        private static Band band(List<FinishedRun> runs, Function<FinishedRun, Curve> curve) {
            return Band.of(runs.stream().map(curve).toList());
        }

        private static List<CurveSeries> series(Optional<Band> train, Optional<Band> validation) {
            List<CurveSeries> series = new ArrayList<>();
            train.ifPresent(band ->
                    series.add(
                            CurveSeries.of(Messages.text("chart.train"), CurveSeries.TRAIN, band)));
            validation.ifPresent(band ->
                    series.add(
                            CurveSeries.of(
                                    Messages.text("chart.validation"),
                                    CurveSeries.VALIDATION,
                                    band)));
            return series;
        }
    }

    /// Draws `bands` of a run with that metric.
    public void show(Bands bands, Task.Metric metric) {
        loss.setQuantity(Messages.text("chart.loss." + metric.key()), Measure.LOSS);
        accuracy.setQuantity(Messages.text("chart." + metric.key()), Measure.of(metric));
        if (loss.chart().xAxisProperty().get() != bands.axis()) {
            loss.chart().xAxisProperty().set(bands.axis());
        }
        loss.show(bands.loss());
        accuracy.show(bands.accuracy());
    }

    /// As [#show], with the number of runs in the titles.
    public void showTitled(Bands bands, Task.Metric metric) {
        show(bands, metric);
        loss.setQuantity(
                Messages.text(
                        "sweep.repeats.title",
                        Messages.text("chart.loss." + metric.key()),
                        bands.runs()),
                Measure.LOSS);
        accuracy.setQuantity(
                Messages.text(
                        "sweep.repeats.title",
                        Messages.text("chart." + metric.key()),
                        bands.runs()),
                Measure.of(metric));
    }

    /// The chart of the loss.
    public ChartView loss() {
        return loss;
    }

    /// The chart of accuracy or R².
    public ChartView accuracy() {
        return accuracy;
    }
}
