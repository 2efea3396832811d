package mlpexplorer.ui.charts;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.chart.XYChart;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

import mlpexplorer.ui.concurrent.AfterFrames;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A line chart for live curves of up to millions of samples, redrawn every pulse.
///
/// Data is passed to [#show] as [Curve]s, not through [XYChart#getData], at most once per pulse and
/// only if there is something new. Until the user zooms, the x axis starts at 0 (a logarithmic one
/// at the first sample) and ends above the last sample, and the y axis follows [Measure]; bounds
/// move in steps. Between steps, new samples only redraw the curves without a layout pass. When
/// only x is zoomed, the y axis follows the visible part. FX thread only.
public final class CurveChart extends XYChart<Number, Number> {
    private static final PseudoClass BLANK = PseudoClass.getPseudoClass("blank");
    private static final double MIN_FRACTION = 1e-3;
    private static final double MIN_EPOCHS = 2;

    /// Samples added or smoothed per pulse in a window, about two milliseconds of work.
    private static final int SAMPLES_PER_PULSE = 100_000;

    private String title;
    private Measure measure;
    private final CurveAxis across;
    private final CurveAxis upwards;
    private final CurveLayer curves = new CurveLayer();
    private final MarkLayer marks = new MarkLayer();
    private final HoverCursor cursor;
    private final Text placeholder = new Text();
    private final BooleanProperty logX = new SimpleBooleanProperty(this, "logX");
    private final BooleanProperty logY = new SimpleBooleanProperty(this, "logY");
    private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing");
    private final DoubleProperty cursorX = new SimpleDoubleProperty(this, "cursorX", Double.NaN);
    private final ObjectProperty<XAxis> xAxis =
            new SimpleObjectProperty<>(this, "xAxis", XAxis.EPOCH);
    private final ObjectProperty<Optional<AxisRange>> xWindow =
            new SimpleObjectProperty<>(this, "xWindow", Optional.empty());
    private final ObjectProperty<Optional<AxisRange>> yWindow =
            new SimpleObjectProperty<>(this, "yWindow", Optional.empty());
    private List<CurveSeries> series = List.of();
    private AxisRange fittingY = AutoRange.UNIT;
    private Point2D mouse = HoverCursor.NO_POSITION;

    /// Whether [#complete] is called with the next pulse.
    private boolean completing;

    public CurveChart(ChartText text, Measure measure) {
        CurveAxis xAxis = CurveAxis.across(XAxis.EPOCH);
        CurveAxis yAxis = CurveAxis.measuring(measure);
        super(xAxis, yAxis);
        this.title = text.title();
        this.measure = measure;
        across = xAxis;
        upwards = yAxis;
        cursor = new HoverCursor(text, this::measure);
        getStyleClass().add("curve-chart");
        setAnimated(false);
        setLegendVisible(false);
        setData(FXCollections.observableArrayList());
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        across.setLabel(text.xLabel());
        placeholder.setText(text.placeholder());
        placeholder.getStyleClass().add("chart-placeholder");
        placeholder.setTextOrigin(VPos.CENTER);
        placeholder.setTextAlignment(TextAlignment.CENTER);
        ChartMouse hand = new ChartMouse(this);
        setOnKeyPressed(new ChartKeys(this)::pressed);
        getPlotChildren().addAll(curves, marks, placeholder, cursor, hand.box());
        getPlotChildren().forEach(child -> child.setMouseTransparent(true));
        getChildren().addAll(marks.rings(), cursor.card());
        listen();
        showPlaceholder();
        rescale();
    }

    private void listen() {
        logX.addListener((_, _, _) -> {
            xWindow.set(Optional.empty());
            rescale();
        });
        logY.addListener((_, _, _) -> {
            yWindow.set(Optional.empty());
            rescale();
        });
        smoothing.addListener((_, _, _) -> draw());
        xWindow.addListener((_, _, _) -> rescale());
        yWindow.addListener((_, _, _) -> rescale());
        cursorX.addListener((_, _, _) -> drawCursor());
        xAxis.addListener((_, _, kind) -> {
            across.setQuantity(kind);
            across.setLabel(kind.label());
            cursorX.set(Double.NaN);
            fit();
        });
    }

    /// Changes the quantity on the y axis, and its name. Takes effect with the next [#show].
    void setQuantity(String name, Measure quantity) {
        if (quantity != measure) {
            measure = quantity;
            upwards.setQuantity(quantity);
            fit();
        }
        title = name;
        setAccessibleText(name);
    }

    /// The quantity on the y axis.
    Measure measure() {
        return measure;
    }

    /// Replaces the displayed series; earlier ones are drawn above later ones, dimmed ones behind
    /// all others. In a window, curves of very many samples are completed in the next pulses.
    public void show(List<CurveSeries> shown) {
        series = List.copyOf(shown);
        curves.show(series);
        curves.extend(samplesAtOnce());
        cursor.show(series);
        showPlaceholder();
        rescale();
    }

    private int samplesAtOnce() {
        boolean onScreen = getScene() != null && getScene().getWindow() != null;
        return onScreen ? SAMPLES_PER_PULSE : Integer.MAX_VALUE;
    }

    /// Replaces the displayed marks, the newest last.
    public void marks(List<Mark> shown) {
        marks.show(shown);
        marks.draw(viewport());
    }

    /// The text shown in the plot without data.
    public void placeholder(String newText) {
        if (!placeholder.getText().equals(newText)) {
            placeholder.setText(newText);
            requestChartLayout();
        }
    }

    /// True for a logarithmic x axis, which needs x above 0.
    public BooleanProperty logXProperty() {
        return logX;
    }

    /// True for a logarithmic y axis.
    public BooleanProperty logYProperty() {
        return logY;
    }

    /// The weight of the moving average drawn in front of the faint raw curve: 0 (default, no
    /// smoothing) to below 1.
    public DoubleProperty smoothingProperty() {
        return smoothing;
    }

    /// The quantity on the x axis. Setting it fits the curves.
    public ObjectProperty<XAxis> xAxisProperty() {
        return xAxis;
    }

    /// The x position of the cursor, NaN for none. Follows the mouse; can be bound to that of
    /// another chart.
    public DoubleProperty cursorXProperty() {
        return cursorX;
    }

    /// Links the x range and the cursor of this chart to another one.
    public void link(CurveChart other) {
        cursorX.bindBidirectional(other.cursorX);
        xWindow.bindBidirectional(other.xWindow);
    }

    /// Fits the curves, and keeps fitting as they grow.
    public void fit() {
        yWindow.set(Optional.empty());
        xWindow.set(Optional.empty());
    }

    /// Whether the chart is fitted to the curves.
    public ObservableBooleanValue fits() {
        return xWindow.isEqualTo(Optional.empty()).and(yWindow.isEqualTo(Optional.empty()));
    }

    void show(AxisRange x, AxisRange y) {
        showY(y);
        showX(x);
    }

    void showX(AxisRange requested) {
        AxisRange whole = fittingX();
        boolean counts = !logX.get() && xAxis.get().counts();
        double least = counts ? Math.min(0.5, MIN_EPOCHS / whole.span()) : MIN_FRACTION;
        xWindow.set(requested.within(whole, xScale(), least));
    }

    /// Whether the y bounds leave out dimmed curves that rise above the fitted range.
    void showY(AxisRange requested) {
        AxisRange bounds =
                new AxisRange(
                        fittingY.lower(),
                        Math.max(fittingY.upper(), Math.min(1e300, curves.peak())));
        yWindow.set(requested.within(bounds, upwards.scaling(), MIN_FRACTION));
    }

    private AxisRange fittingX() {
        return logX.get()
                ? AutoRange.decadesOfX(curves.firstX(), curves.lastX())
                : xAxis.get().range(curves.lastX());
    }

    private AxisScale xScale() {
        return logX.get() ? AxisScale.LOG : AxisScale.LINEAR;
    }

    private void showPlaceholder() {
        placeholder.setVisible(curves.isBlank());
        pseudoClassStateChanged(BLANK, curves.isBlank());
    }

    private void rescale() {
        AxisScale scale = logY.get() ? AxisScale.LOG : AxisScale.LINEAR;
        fittingY = curves.fitting(measure, scale, fittingY, xWindow.get());
        boolean xMoved = across.show(xWindow.get().orElseGet(this::fittingX), xScale());
        boolean yMoved = upwards.show(yWindow.get().orElse(fittingY), scale);
        if (xMoved || yMoved) {
            requestChartLayout();
        } else {
            draw();
        }
    }

    Viewport viewport() {
        return new Viewport(
                across.range(),
                across.scaling(),
                upwards.range(),
                upwards.scaling(),
                across.getWidth(),
                upwards.getHeight());
    }

    private void draw() {
        Viewport view = viewport();
        if (view.isEmpty()) {
            return;
        }
        curves.smooth(smoothing.get(), samplesAtOnce());
        curves.draw(view);
        if (isUnfinished() && !completing) {
            completing = true;
            AfterFrames.run(1, this::complete);
        }
        if (Double.isFinite(mouse.getX())) {
            cursorX.set(view.xAt(mouse.getX()));
        }
        drawCursor();
    }

    /// Continues work that is too much for one pulse.
    private void complete() {
        completing = false;
        curves.extend(SAMPLES_PER_PULSE);
        rescale();
    }

    private boolean isUnfinished() {
        return !curves.isComplete() || curves.isUnfinished(smoothing.get());
    }

    private void drawCursor() {
        cursor.draw(cursorX.get(), mouse, curves, viewport());
        cursor.placeCard(sceneToLocal(across.localToScene(0, 0)), getWidth(), getHeight());
    }

    @Override
    protected void layoutPlotChildren() {
        Viewport view = viewport();
        placeholder.setWrappingWidth(0);
        placeholder.setWrappingWidth(
                Math.min(
                        placeholder.getLayoutBounds().getWidth() + 1,
                        Math.max(80, view.width() - 16)));
        placeholder.setX(Math.rint((view.width() - placeholder.getLayoutBounds().getWidth()) / 2));
        placeholder.setY(Math.rint(view.height() / 2));
        marks.placeRings(sceneToLocal(across.localToScene(0, 0)).subtract(0, view.height()));
        marks.draw(view);
        draw();
    }

    /// Converts a point of the scene to plot coordinates.
    Point2D inPlot(double sceneX, double sceneY) {
        return across.sceneToLocal(sceneX, sceneY).add(0, upwards.getHeight());
    }

    /// Called when the mouse is at a position in the plot.
    void pointAt(Point2D at) {
        mouse = at;
        cursorX.set(viewport().xAt(at.getX()));
        drawCursor();
    }

    /// Called when the mouse has left the plot.
    void leave() {
        if (Double.isFinite(mouse.getX())) {
            mouse = HoverCursor.NO_POSITION;
            cursorX.set(Double.NaN);
        }
    }

    /// Reports the title and the current values to screen readers.
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? summary()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private String summary() {
        String values =
                series.stream()
                        .filter(s -> !s.dimmed() && s.curve().size() > 0)
                        .map(s -> s.name() + " " + measure.text(s.curve().y(s.curve().size() - 1)))
                        .collect(Collectors.joining(", "));
        return title + ": " + (values.isEmpty() ? placeholder.getText() : values);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 160;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 60;
    }

    @Override
    protected void dataItemAdded(Series<Number, Number> s, int index, Data<Number, Number> item) {}

    @Override
    protected void dataItemRemoved(Data<Number, Number> item, Series<Number, Number> s) {}

    @Override
    protected void dataItemChanged(Data<Number, Number> item) {}

    @Override
    protected void seriesAdded(Series<Number, Number> s, int index) {}

    @Override
    protected void seriesRemoved(Series<Number, Number> s) {}
}
