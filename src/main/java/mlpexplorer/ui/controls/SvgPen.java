package mlpexplorer.ui.controls;

import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Affine;
import javafx.scene.transform.Transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A [Pen] that appends an SVG element for each call.
final class SvgPen implements Pen {
    private final SvgPaints paints;
    private final SvgBody body;
    private final Deque<State> saved = new ArrayDeque<>();
    private State state = new State();
    private List<Object> path = new ArrayList<>();

    private static final class State {
        private Affine transform = new Affine();
        private String transformed = "";
        private String opacity = "";
        private Paint fill = Color.BLACK;
        private Paint stroke = Color.BLACK;
        private double width = 1;
        private Font font = Font.getDefault();
        private TextAlignment align = TextAlignment.LEFT;
        private VPos baseline = VPos.BASELINE;
        private boolean smooth = true;

        State copy() {
            State copy = new State();
            copy.transform = new Affine(transform);
            copy.transformed = transformed;
            copy.opacity = opacity;
            copy.fill = fill;
            copy.stroke = stroke;
            copy.width = width;
            copy.font = font;
            copy.align = align;
            copy.baseline = baseline;
            copy.smooth = smooth;
            return copy;
        }
    }

    SvgPen(SvgPaints paints, SvgBody body) {
        this.paints = paints;
        this.body = body;
    }

    @Override
    public void save() {
        saved.push(state.copy());
    }

    @Override
    public void restore() {
        state = saved.pop();
    }

    private void transform(Transform next) {
        state.transform.append(next);
        state.transformed = SvgShapes.transform(state.transform);
    }

    @Override
    public void translate(double x, double y) {
        transform(Transform.translate(x, y));
    }

    @Override
    public void rotate(double degrees) {
        transform(Transform.rotate(degrees, 0, 0));
    }

    @Override
    public void scale(double x, double y) {
        transform(Transform.scale(x, y));
    }

    @Override
    public void setGlobalAlpha(double alpha) {
        state.opacity = SvgShapes.opacity(alpha);
    }

    @Override
    public void setFill(Paint paint) {
        state.fill = paint;
    }

    @Override
    public void setStroke(Paint paint) {
        state.stroke = paint;
    }

    @Override
    public void setLineWidth(double width) {
        state.width = width;
    }

    @Override
    public void setFont(Font font) {
        state.font = font;
    }

    @Override
    public void setTextAlign(TextAlignment align) {
        state.align = align;
    }

    @Override
    public void setTextBaseline(VPos baseline) {
        state.baseline = baseline;
    }

    @Override
    public void setImageSmoothing(boolean smooth) {
        state.smooth = smooth;
    }

    private String place() {
        return state.opacity + state.transformed;
    }

    private void filled() {
        body.add(paints.fill(state.fill), state.opacity, state.transformed, "/>\n");
    }

    private void stroked() {
        String stroke =
                paints.stroke(
                        state.stroke,
                        state.width,
                        StrokeLineCap.BUTT,
                        StrokeLineJoin.MITER,
                        List.of());
        body.add(" fill=\"none\"", stroke, state.opacity, state.transformed, "/>\n");
    }

    @Override
    public void beginPath() {
        path = new ArrayList<>();
    }

    private void path(Object... pieces) {
        path.addAll(List.of(pieces));
    }

    @Override
    public void moveTo(double x, double y) {
        path("M", x, " ", y);
    }

    @Override
    public void lineTo(double x, double y) {
        path("L", x, " ", y);
    }

    @Override
    public void bezierCurveTo(double x1, double y1, double x2, double y2, double x, double y) {
        path("C", x1, " ", y1, " ", x2, " ", y2, " ", x, " ", y);
    }

    @Override
    public void closePath() {
        path("Z");
    }

    private SvgBody path() {
        return body.add("<path d=\"").add(path.toArray()).add("\"");
    }

    @Override
    public void fill() {
        path();
        filled();
    }

    @Override
    public void stroke() {
        path();
        stroked();
    }

    private void rectangle(
            double x, double y, double width, double height, double arcWidth, double arcHeight) {
        body.add("<rect").box(x, y, width, height);
        SvgShapes.corners(arcWidth, arcHeight, body);
    }

    @Override
    public void fillRect(double x, double y, double width, double height) {
        fillRoundRect(x, y, width, height, 0, 0);
    }

    @Override
    public void strokeRect(double x, double y, double width, double height) {
        strokeRoundRect(x, y, width, height, 0, 0);
    }

    @Override
    public void fillRoundRect(
            double x, double y, double width, double height, double arcWidth, double arcHeight) {
        rectangle(x, y, width, height, arcWidth, arcHeight);
        filled();
    }

    @Override
    public void strokeRoundRect(
            double x, double y, double width, double height, double arcWidth, double arcHeight) {
        rectangle(x, y, width, height, arcWidth, arcHeight);
        stroked();
    }

    private void oval(double x, double y, double width, double height) {
        SvgShapes.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, body);
    }

    @Override
    public void fillOval(double x, double y, double width, double height) {
        oval(x, y, width, height);
        filled();
    }

    @Override
    public void strokeOval(double x, double y, double width, double height) {
        oval(x, y, width, height);
        stroked();
    }

    @Override
    public void strokeLine(double x1, double y1, double x2, double y2) {
        SvgShapes.line(x1, y1, x2, y2, body);
        stroked();
    }

    @Override
    public void fillText(String text, double x, double y) {
        fillText(text, x, y, Double.POSITIVE_INFINITY);
    }

    /// A text that is too wide is squeezed, as on a canvas.
    @Override
    public void fillText(String text, double x, double y, double mostWidth) {
        Text measured = new Text(text);
        measured.setFont(state.font);
        measured.setTextOrigin(state.baseline);
        double width = measured.getLayoutBounds().getWidth();
        double squeeze = Math.min(1, mostWidth / width);
        double share =
                switch (state.align) {
                    case LEFT, JUSTIFY -> 0;
                    case CENTER -> 0.5;
                    case RIGHT -> 1;
                };
        double baseline = measured.getLayoutBounds().getMinY() + measured.getBaselineOffset();
        save();
        translate(x - share * width * squeeze, y);
        if (squeeze < 1) {
            scale(squeeze, 1);
        }
        String look = SvgShapes.font(state.font) + paints.fill(state.fill) + place();
        SvgShapes.text(text, 0, baseline, look, body);
        restore();
    }

    @Override
    public void drawImage(
            Image image,
            double fromX,
            double fromY,
            double fromWidth,
            double fromHeight,
            double x,
            double y,
            double width,
            double height) {
        body.image(
                image,
                new Rectangle2D(fromX, fromY, fromWidth, fromHeight),
                new Rectangle2D(x, y, width, height),
                state.smooth,
                place());
    }
}
