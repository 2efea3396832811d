package mlpexplorer.ui.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mlpexplorer.training.Frame;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.MetricLog.Column;
import mlpexplorer.training.TrainingSpec;
import mlpexplorer.ui.charts.ChartText;
import mlpexplorer.ui.charts.ChartView;
import mlpexplorer.ui.charts.CurveSeries;
import mlpexplorer.ui.charts.Mark;
import mlpexplorer.ui.charts.Measure;
import mlpexplorer.ui.charts.MetricCurve;
import mlpexplorer.ui.fx.Notation;
import mlpexplorer.ui.workbench.Texts;
import mlpexplorer.ui.workbench.Workbench;

/// The loss chart above the accuracy chart, each with training, validation and test curve, the run before as a ghost, and
/// marks where the training specification changed live and where an earlier epoch is shown. Their cursors move together.
public final class LearningCurves extends VBox {
    private final Workbench workbench;
    private final ChartView loss = chart("loss", Measure.LOSS);
    private final ChartView accuracy = chart("accuracy", Measure.FRACTION);

    public LearningCurves(Workbench workbench) {
        this.workbench = workbench;
        getStyleClass().add("learning-curves");
        VBox.setVgrow(loss, Priority.ALWAYS);
        VBox.setVgrow(accuracy, Priority.ALWAYS);
        loss.chart().cursorXProperty().bindBidirectional(accuracy.chart().cursorXProperty());
        getChildren().addAll(loss, accuracy);
        workbench.frameProperty().addListener((_, _, frame) -> frame.ifPresent(this::show));
    }

    public ChartView loss() {
        return loss;
    }

    public ChartView accuracy() {
        return accuracy;
    }

    private void show(Frame frame) {
        MetricLog.View ghost = workbench.ghostProperty().get();
        loss.show(series(frame.log(), ghost, Column.TRAIN_LOSS, Column.VALIDATION_LOSS, Column.TEST_LOSS));
        accuracy.show(series(frame.log(), ghost, Column.TRAIN_ACCURACY, Column.VALIDATION_ACCURACY, Column.TEST_ACCURACY));
        List<Mark> marks = marks(frame);
        loss.chart().marks(marks);
        accuracy.chart().marks(marks);
    }

    /// A log with the start alone has no curve yet, so the chart's invitation stays until the first epoch.
    private static List<CurveSeries> series(
            MetricLog.View log, MetricLog.View ghost, Column train, Column validation, Column test) {
        List<CurveSeries> series = new ArrayList<>();
        if (log.size() > 1) {
            series.addAll(three(log, false, train, validation, test));
        }
        if (ghost.size() > 1) {
            series.addAll(three(ghost, true, train, validation, test));
        }
        return series;
    }

    private static List<CurveSeries> three(
            MetricLog.View log, boolean dimmed, Column train, Column validation, Column test) {
        return List.of(
                new CurveSeries(Texts.text("chart.train"), CurveSeries.TRAIN, new MetricCurve(log, train), dimmed),
                new CurveSeries(Texts.text("chart.validation"), CurveSeries.VALIDATION, new MetricCurve(log, validation), dimmed),
                new CurveSeries(Texts.text("chart.test"), CurveSeries.TEST, new MetricCurve(log, test), dimmed));
    }

    private static List<Mark> marks(Frame frame) {
        Stream<Mark> changes = frame.adjustments().stream()
                .filter(change -> change.epoch() > 0)
                .map(change -> new Mark(change.epoch(), words(change)));
        Stream<Mark> shown = Stream.of(frame.epoch())
                .filter(epoch -> epoch < frame.lastEpoch())
                .map(epoch -> new Mark(epoch, Texts.text("chart.mark.shown", epoch)));
        return Stream.concat(changes, shown).toList();
    }

    private static String words(Frame.Adjustment change) {
        if (!change.edits().isEmpty()) {
            return Texts.text("chart.mark.edited");
        }
        TrainingSpec before = change.before();
        TrainingSpec after = change.after();
        if (before.rate() != after.rate()) {
            return Texts.text("chart.mark.rate", Notation.DECIMAL.write(after.rate()));
        }
        if (before.regularizer().equals(after.regularizer())) {
            return Texts.name("optimizer", after.optimizer());
        }
        double largestLambda = Math.max(after.regularizer().lambda1(), after.regularizer().lambda2());
        return Texts.text("chart.mark.lambda", Notation.DECIMAL.write(largestLambda));
    }

    private static ChartView chart(String name, Measure measure) {
        ChartView view = new ChartView(
                new ChartText(Texts.text("chart." + name), Texts.text("chart.epoch"), Texts.text("chart.empty." + name)), measure);
        view.setId(name + "-chart");
        view.setMinHeight(0);
        view.setPrefHeight(0);
        return view;
    }
}
