package mlpexplorer.ui.charts;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.chart.XYChart;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;

/// A line chart for curves that grow while they are looked at: up to millions of samples, redrawn every pulse.
///
/// Data do not go through [XYChart#getData]; they are handed to [#show] as [Curve]s, at most once a pulse and only when there is
/// something new. The x axis begins at 0 and ends above the last sample; the y axis follows [Measure]. Bounds move in steps. While they
/// rest, showing new samples redraws the curves and lays out nothing. All methods are for the FX thread.
public final class CurveChart extends XYChart<Number, Number> {
    private static final PseudoClass BLANK = PseudoClass.getPseudoClass("blank");

    private final ChartText text;
    private final Measure measure;
    private final CurveAxis across;
    private final CurveAxis upwards;
    private final CurveLayer curves = new CurveLayer();
    private final MarkLayer marks = new MarkLayer();
    private final HoverCursor cursor;
    private final Text placeholder = new Text();
    private final BooleanProperty logY = new SimpleBooleanProperty(this, "logY");
    private final DoubleProperty cursorX = new SimpleDoubleProperty(this, "cursorX", Double.NaN);
    private List<CurveSeries> series = List.of();
    private double mouseX = Double.NaN;

    public CurveChart(ChartText text, Measure measure) {
        CurveAxis xAxis = CurveAxis.counting();
        CurveAxis yAxis = CurveAxis.measuring(measure);
        super(xAxis, yAxis);
        this.text = text;
        this.measure = measure;
        across = xAxis;
        upwards = yAxis;
        cursor = new HoverCursor(text, measure);
        getStyleClass().add("curve-chart");
        setAnimated(false);
        setLegendVisible(false);
        setData(FXCollections.observableArrayList());
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        across.setLabel(text.xLabel());
        placeholder.setText(text.placeholder());
        placeholder.getStyleClass().add("chart-placeholder");
        placeholder.setTextOrigin(VPos.CENTER);
        getPlotChildren().addAll(marks, curves, placeholder, cursor);
        getPlotChildren().forEach(child -> child.setMouseTransparent(true));
        logY.addListener((_, _, _) -> rescale());
        cursorX.addListener((_, _, x) -> cursor.draw(x.doubleValue(), viewport()));
        setOnMouseMoved(this::followMouse);
        setOnMouseDragged(this::followMouse);
        setOnMouseExited(_ -> leave());
        showPlaceholder();
        rescale();
    }

    /// Draws these series in place of what was shown; earlier ones lie above later ones, dimmed ones behind all others.
    public void show(List<CurveSeries> shown) {
        series = List.copyOf(shown);
        curves.show(series);
        cursor.show(series);
        showPlaceholder();
        rescale();
    }

    /// Draws these marks in place of those shown, the newest last in the list.
    public void marks(List<Mark> shown) {
        if (marks.show(shown)) {
            requestChartLayout();
        }
    }

    /// True for a logarithmic y axis.
    public BooleanProperty logYProperty() {
        return logY;
    }

    /// Where the cursor stands on the x axis, NaN for no cursor. Follows the mouse; may be bound to that of another chart.
    public DoubleProperty cursorXProperty() {
        return cursorX;
    }

    private void showPlaceholder() {
        placeholder.setVisible(curves.isBlank());
        pseudoClassStateChanged(BLANK, curves.isBlank());
    }

    private void rescale() {
        AxisScale scale = logY.get() ? AxisScale.LOG : AxisScale.LINEAR;
        boolean moved = across.show(AutoRange.ofX(curves.lastX()), AxisScale.LINEAR);
        AxisRange y = measure.range(upwards.range(), scale, curves.lowest(), curves.highest());
        if (upwards.show(y, scale) | moved) {
            requestChartLayout();
        } else {
            draw();
        }
    }

    private Viewport viewport() {
        return new Viewport(across.range(), upwards.range(), upwards.scaling(), across.getWidth(), upwards.getHeight());
    }

    private void draw() {
        Viewport view = viewport();
        if (view.isEmpty()) {
            return;
        }
        curves.draw(view);
        if (Double.isFinite(mouseX)) {
            cursorX.set(view.xAt(mouseX));
        }
        cursor.draw(cursorX.get(), view);
    }

    @Override
    protected void layoutPlotChildren() {
        Viewport view = viewport();
        placeholder.setX(Math.rint((view.width() - placeholder.getLayoutBounds().getWidth()) / 2));
        placeholder.setY(Math.rint(view.height() / 2));
        if (!view.isEmpty()) {
            marks.draw(view);
        }
        draw();
    }

    private void followMouse(MouseEvent event) {
        Point2D at = across.sceneToLocal(event.getSceneX(), event.getSceneY());
        boolean inside = at.getX() >= 0 && at.getX() <= across.getWidth() && at.getY() <= 0 && at.getY() >= -upwards.getHeight();
        if (inside) {
            mouseX = at.getX();
            cursorX.set(viewport().xAt(mouseX));
        } else {
            leave();
        }
    }

    private void leave() {
        if (Double.isFinite(mouseX)) {
            mouseX = Double.NaN;
            cursorX.set(Double.NaN);
        }
    }

    /// Tells a screen reader the title and the current values.
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? summary() : super.queryAccessibleAttribute(attribute, parameters);
    }

    private String summary() {
        String values = series.stream()
                .filter(s -> !s.dimmed() && s.curve().size() > 0)
                .map(s -> s.name() + " " + measure.text(s.curve().y(s.curve().size() - 1)))
                .collect(Collectors.joining(", "));
        return text.title() + ": " + (values.isEmpty() ? text.placeholder() : values);
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
