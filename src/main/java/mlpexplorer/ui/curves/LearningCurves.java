package mlpexplorer.ui.curves;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecText;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Task;
import mlpexplorer.training.Frame;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.MetricLog.Column;
import mlpexplorer.training.Phase;
import mlpexplorer.training.StopRule.StopReason;
import mlpexplorer.training.TrainingSpec;
import mlpexplorer.training.UpdateLog;
import mlpexplorer.ui.charts.ChartText;
import mlpexplorer.ui.charts.ChartView;
import mlpexplorer.ui.charts.CurveSeries;
import mlpexplorer.ui.charts.Mark;
import mlpexplorer.ui.charts.Measure;
import mlpexplorer.ui.charts.MetricCurve;
import mlpexplorer.ui.charts.UpdateCurve;
import mlpexplorer.ui.charts.XAxis;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.controls.ChoiceConverter;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Visibility;
import mlpexplorer.ui.workbench.ReferenceCurves;
import mlpexplorer.ui.workbench.Workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The loss chart above the chart of accuracy or R², each with training, validation and test
/// curves, the earlier run and other reference runs, and marks (see [RunMarks]). Both share the x
/// axis, smoothing, cursor, x zoom and hidden curves. Draws only while visible.
public final class LearningCurves extends VBox implements LivePart {
    private final Workbench workbench;
    private final ChartView loss = chart("loss", Measure.LOSS);
    private final ChartView accuracy = chart("accuracy", Measure.FRACTION);
    private final RunMarks marks = new RunMarks();
    private final ObservableList<ReferenceCurves> references = FXCollections.observableArrayList();
    private final CurveControls controls;
    private Optional<Frame> drawn = Optional.empty();
    private MetricLog.View drawnReference = MetricLog.View.EMPTY;
    private final BooleanProperty testHidden = new SimpleBooleanProperty(this, "testHidden");
    private final BooleanProperty lossOnly = new SimpleBooleanProperty(this, "lossOnly");
    private boolean stale;
    private Optional<Integer> loggedEvery = Optional.empty();

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
        for (Node other : List.of(controls, accuracy)) {
            other.visibleProperty().bind(lossOnly.not());
            other.managedProperty().bind(other.visibleProperty());
        }
        loss.chart().xAxisProperty().addListener((_, _, _) -> stale = true);
        workbench.specProperty().subscribe(this::follow);
        testHidden.addListener((_, _, _) -> stale = true);
        references.addListener((ListChangeListener<ReferenceCurves>) _ -> stale = true);
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

    /// Whether only the loss chart is shown, for little space.
    public BooleanProperty lossOnlyProperty() {
        return lossOnly;
    }

    /// The runs drawn behind the current one; modifiable.
    public ObservableList<ReferenceCurves> references() {
        return references;
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
        MetricLog.View reference = workbench.referenceProperty().get();
        if (stale || (frame.isPresent() && !frame.equals(drawn)) || reference != drawnReference) {
            frame.ifPresent(this::show);
        }
    }

    private void show(Frame frame) {
        if (drawn.filter(before -> before.generation() == frame.generation()).isEmpty()) {
            loss.chart().fit();
            accuracy.chart().fit();
        }
        stale = false;
        drawn = Optional.of(frame);
        drawnReference = workbench.referenceProperty().get();
        name(frame.mlp().task().metric());
        showHint(frame);
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
        view.readAt(
                frame.epoch() < frame.lastEpoch()
                        ? frame.log().value(axis.column(), frame.log().rowAt(frame.epoch()))
                        : Double.NaN);
        List<CurveSeries> series =
                new ArrayList<>(parts(frame.log(), axis, false, train, validation, test));
        for (CurveSeries reference : parts(drawnReference, axis, true, train, validation, test)) {
            series.add(reference.ofRun(Messages.text("chart.earlier-run")));
        }
        for (ReferenceCurves other : references) {
            Color color =
                    Color.rgb(other.rgb() >> 16 & 255, other.rgb() >> 8 & 255, other.rgb() & 255);
            for (CurveSeries reference : parts(other.log(), axis, true, train, validation, test)) {
                series.add(reference.ofRun(other.name()).colored(color));
            }
        }
        if (train == Column.TRAIN_LOSS && axis == XAxis.UPDATE) {
            series.addAll(withinEpochs(frame.losses(), loggedEvery));
        }
        view.show(
                testHidden.get()
                        ? series.stream()
                                .filter(one -> !one.styleClass().equals(CurveSeries.TEST))
                                .toList()
                        : series);
        view.chart().marks(marks.of(frame, axis, validation));
    }

    /// Training losses inside epochs.
    private static List<CurveSeries> withinEpochs(UpdateLog.View losses, Optional<Integer> every) {
        if (losses.size() < 2) {
            return List.of();
        }
        CurveSeries mean =
                new CurveSeries(
                        Messages.text("chart.epoch-mean"),
                        "epoch-mean",
                        new UpdateCurve(losses, true),
                        false);
        return every.map(count ->
                        List.of(
                                mean,
                                new CurveSeries(
                                        Messages.text("chart.updates", count),
                                        "updates",
                                        new UpdateCurve(losses, false),
                                        false)))
                .orElse(List.of(mean));
    }

    /// Against updates, as soon as their losses are logged.
    private void follow(RunSpec spec) {
        if (spec.training().logEvery().isPresent() && loggedEvery.isEmpty()) {
            loss.chart().xAxisProperty().set(XAxis.UPDATE);
        }
        loggedEvery = spec.training().logEvery();
        stale = true;
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

    private void name(Task.Metric metric) {
        loss.setQuantity(Messages.text("chart.loss." + metric.key()), Measure.LOSS);
        accuracy.setQuantity(Messages.text("chart." + metric.key()), Measure.of(metric));
    }

    /// The text of a chart without curves.
    private void showHint(Frame frame) {
        if (frame.phase() instanceof Phase.Diverged(var divergence)) {
            loss.chart().placeholder(Messages.text("chart.diverged", divergence.epoch()));
            accuracy.chart().placeholder(Messages.text("chart.diverged", divergence.epoch()));
        } else {
            loss.chart().placeholder(Messages.text("chart.empty.loss"));
            accuracy.chart()
                    .placeholder(Messages.text("chart.empty." + frame.mlp().task().metric().key()));
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

    /// The toolbar above the charts: x axis, smoothing, and space for buttons.
    private static final class CurveControls extends HBox {
        private static final double MAX_SMOOTHING = 0.99;
        private static final double STEP = 0.01;

        CurveControls(ObjectProperty<XAxis> axis, DoubleProperty smoothing) {
            getStyleClass().add("curve-controls");
            setAlignment(Pos.CENTER_LEFT);
            Region space = new Region();
            setHgrow(space, Priority.ALWAYS);
            getChildren()
                    .addAll(
                            axisChoice(axis),
                            label(Messages.text("curves.smoothing")),
                            slider(smoothing),
                            value(smoothing),
                            space);
        }

        private static ComboBox<XAxis> axisChoice(ObjectProperty<XAxis> axis) {
            ComboBox<XAxis> choice =
                    ControlLabel.of("curves.axis", "curves-x-axis").describe(new ComboBox<>());
            choice.getItems().setAll(List.of(XAxis.values()));
            choice.setConverter(
                    new ChoiceConverter<>(kind -> Messages.text("curves.by", kind.label())));
            choice.valueProperty().bindBidirectional(axis);
            return choice;
        }

        private static Label label(String text) {
            Label label = new Label(text);
            label.getStyleClass().add("curve-controls-label");
            label.setMinWidth(USE_PREF_SIZE);
            return label;
        }

        /// Snaps to hundredths, by mouse and by arrow keys.
        private static Slider slider(DoubleProperty smoothing) {
            Slider slider =
                    ControlLabel.of("curves.smoothing", "curves-smoothing")
                            .describe(new Slider(0, MAX_SMOOTHING, smoothing.get()));
            slider.getStyleClass().add("small");
            slider.setBlockIncrement(STEP);
            slider.valueProperty()
                    .addListener((_, _, value) ->
                            smoothing.set(Math.rint(value.doubleValue() / STEP) * STEP));
            smoothing.addListener((_, _, value) -> slider.setValue(value.doubleValue()));
            return slider;
        }

        private static Label value(DoubleProperty smoothing) {
            Label value = label("");
            value.setId("curves-smoothing-value");
            value.textProperty()
                    .bind(smoothing.map(weight -> Numbers.fixed(weight.doubleValue(), 2)));
            return value;
        }
    }

    /// The marks on the curves of a run: live changes, early stopping, the displayed epoch, and the
    /// smallest validation loss.
    private static final class RunMarks {
        /// @param column the validation curve that carries the ring of the best epoch
        List<Mark> of(Frame frame, XAxis axis, Column column) {
            MetricLog.View log = frame.log();
            List<Mark> marks = new ArrayList<>();
            if (log.size() < 2) {
                return marks;
            }
            frame.adjustments().stream()
                    .filter(change -> change.epoch() > 0)
                    .forEach(change ->
                            marks.add(across(log, axis, change.epoch(), changeText(change))));
            if (frame.phase() instanceof Phase.Finished(var reason)
                    && reason == StopReason.PATIENCE_EXHAUSTED) {
                marks.add(
                        across(
                                log,
                                axis,
                                frame.lastEpoch(),
                                Messages.text("chart.mark.early-stop")));
            }
            if (frame.epoch() < frame.lastEpoch()) {
                marks.add(
                        across(
                                log,
                                axis,
                                frame.epoch(),
                                Messages.text("chart.mark.shown", frame.epoch())));
            }
            log.bestRow()
                    .ifPresent(row ->
                            marks.add(
                                    Mark.point(
                                            log.value(axis.column(), row),
                                            log.value(column, row),
                                            Messages.text("chart.mark.best"),
                                            CurveSeries.VALIDATION)));
            return marks;
        }

        private static Mark across(MetricLog.View log, XAxis axis, long epoch, String changeText) {
            return new Mark(log.value(axis.column(), log.rowAt(epoch)), changeText);
        }

        private static String changeText(Frame.Adjustment change) {
            if (!change.edits().isEmpty()) {
                return Messages.text("chart.mark.edited");
            }
            TrainingSpec before = change.before();
            TrainingSpec after = change.after();
            if (before.rate() != after.rate()) {
                return Messages.text("chart.mark.rate", Numbers.exact(after.rate()));
            }
            if (before.regularizer().equals(after.regularizer())) {
                return SpecText.name(after.optimizer());
            }
            double largestLambda =
                    Math.max(after.regularizer().lambda1(), after.regularizer().lambda2());
            return Messages.text("chart.mark.lambda", Numbers.exact(largestLambda));
        }
    }
}
