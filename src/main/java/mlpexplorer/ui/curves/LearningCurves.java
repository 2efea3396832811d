package mlpexplorer.ui.curves;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

import mlpexplorer.training.Frame;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.MetricLog.Column;
import mlpexplorer.training.Phase;
import mlpexplorer.ui.charts.ChartText;
import mlpexplorer.ui.charts.ChartView;
import mlpexplorer.ui.charts.CurveSeries;
import mlpexplorer.ui.charts.Measure;
import mlpexplorer.ui.charts.MetricCurve;
import mlpexplorer.ui.charts.XAxis;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.controls.Visibility;
import mlpexplorer.ui.workbench.Messages;
import mlpexplorer.ui.workbench.ReferenceCurves;
import mlpexplorer.ui.workbench.Workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The loss chart above the accuracy chart, each with training, validation and test curves, the
/// earlier run and other reference runs, and marks (see [RunMarks]). Both share the x axis,
/// smoothing, cursor, x zoom and hidden curves. Draws only while visible.
public final class LearningCurves extends VBox implements LivePart {
    private final Workbench workbench;
    private final ChartView loss = chart("loss", Measure.LOSS);
    private final ChartView accuracy = chart("accuracy", Measure.FRACTION);
    private final RunMarks marks = new RunMarks();
    private final ObservableList<ReferenceCurves> ghosts = FXCollections.observableArrayList();
    private final CurveControls controls;
    private Optional<Frame> drawn = Optional.empty();
    private MetricLog.View drawnGhost = MetricLog.View.EMPTY;
    private final BooleanProperty testHidden = new SimpleBooleanProperty(this, "testHidden");
    private boolean stale;

    public LearningCurves(Workbench workbench) {
        this.workbench = workbench;
        getStyleClass().add("learning-curves");
        VBox.setVgrow(loss, Priority.ALWAYS);
        VBox.setVgrow(accuracy, Priority.ALWAYS);
        loss.link(accuracy);
        accuracy.chart().xAxisProperty().bindBidirectional(loss.chart().xAxisProperty());
        accuracy.chart().smoothingProperty().bindBidirectional(loss.chart().smoothingProperty());
        controls =
                new CurveControls(loss.chart().xAxisProperty(), loss.chart().smoothingProperty());
        getChildren().addAll(controls, loss, accuracy);
        loss.chart().xAxisProperty().addListener((_, _, _) -> stale = true);
        testHidden.addListener((_, _, _) -> stale = true);
        ghosts.addListener((ListChangeListener<ReferenceCurves>) _ -> stale = true);
    }

    public ChartView loss() {
        return loss;
    }

    public ChartView accuracy() {
        return accuracy;
    }

    /// Whether test curves are hidden.
    public BooleanProperty testHiddenProperty() {
        return testHidden;
    }

    /// The runs drawn behind the current one; modifiable.
    public ObservableList<ReferenceCurves> ghosts() {
        return ghosts;
    }

    /// The toolbar above the charts; more buttons can be added at its end.
    public ObservableList<Node> toolbar() {
        return controls.getChildren();
    }

    /// Call once per pulse.
    @Override
    public void pulse(long now) {
        if (!Visibility.now(this)) {
            return;
        }
        Optional<Frame> frame = workbench.frameProperty().get();
        MetricLog.View ghost = workbench.ghostProperty().get();
        if (stale || (frame.isPresent() && !frame.equals(drawn)) || ghost != drawnGhost) {
            frame.ifPresent(this::show);
        }
        loss.pulse();
        accuracy.pulse();
    }

    private void show(Frame frame) {
        if (drawn.filter(before -> before.generation() == frame.generation()).isEmpty()) {
            loss.chart().fit();
            accuracy.chart().fit();
        }
        stale = false;
        drawn = Optional.of(frame);
        drawnGhost = workbench.ghostProperty().get();
        invite(frame);
        show(loss, frame, Column.TRAIN_LOSS, Column.VALIDATION_LOSS, Column.TEST_LOSS);
        show(
                accuracy,
                frame,
                Column.TRAIN_ACCURACY,
                Column.VALIDATION_ACCURACY,
                Column.TEST_ACCURACY);
    }

    private void show(ChartView view, Frame frame, Column train, Column validation, Column test) {
        XAxis axis = view.chart().xAxisProperty().get();
        List<CurveSeries> series =
                new ArrayList<>(parts(frame.log(), axis, false, train, validation, test));
        for (CurveSeries ghost : parts(drawnGhost, axis, true, train, validation, test)) {
            series.add(ghost.ofRun(Messages.text("chart.ghost")));
        }
        for (ReferenceCurves other : ghosts) {
            Color color =
                    Color.rgb(other.rgb() >> 16 & 255, other.rgb() >> 8 & 255, other.rgb() & 255);
            for (CurveSeries ghost : parts(other.log(), axis, true, train, validation, test)) {
                series.add(ghost.ofRun(other.name()).colored(color));
            }
        }
        view.show(
                testHidden.get()
                        ? series.stream()
                                .filter(one -> !one.styleClass().equals(CurveSeries.TEST))
                                .toList()
                        : series);
        view.chart().marks(marks.of(frame, axis, validation));
    }

    /// A log with only epoch 0 has no curve yet, and a part without rows never has one.
    private static List<CurveSeries> parts(
            MetricLog.View log,
            XAxis axis,
            boolean dimmed,
            Column train,
            Column validation,
            Column test) {
        if (log.size() < 2) {
            return List.of();
        }
        return List.of(
                new CurveSeries(
                        Messages.text("chart.train"),
                        CurveSeries.TRAIN,
                        new MetricCurve(log, train, axis),
                        dimmed),
                new CurveSeries(
                        Messages.text("chart.validation"),
                        CurveSeries.VALIDATION,
                        new MetricCurve(log, validation, axis),
                        dimmed),
                new CurveSeries(
                        Messages.text("chart.test"),
                        CurveSeries.TEST,
                        new MetricCurve(log, test, axis),
                        dimmed));
    }

    /// The text of a chart without curves.
    private void invite(Frame frame) {
        if (frame.phase() instanceof Phase.Diverged(var divergence)) {
            loss.chart().placeholder(Messages.text("chart.diverged", divergence.epoch()));
            accuracy.chart().placeholder(Messages.text("chart.diverged", divergence.epoch()));
        } else {
            loss.chart().placeholder(Messages.text("chart.empty.loss"));
            accuracy.chart().placeholder(Messages.text("chart.empty.accuracy"));
        }
    }

    private static ChartView chart(String name, Measure measure) {
        ChartView view =
                new ChartView(
                        new ChartText(
                                Messages.text("chart." + name),
                                Messages.text("chart.epoch"),
                                Messages.text("chart.empty." + name)),
                        measure);
        view.setId(name + "-chart");
        view.setMinHeight(0);
        view.setPrefHeight(0);
        return view;
    }
}
