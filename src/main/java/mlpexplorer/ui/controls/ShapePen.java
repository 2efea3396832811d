package mlpexplorer.ui.controls;

import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Affine;
import javafx.scene.transform.Transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A [Pen] that makes a shape of everything, in a group without a scene.
final class ShapePen implements Pen {
    private final Group shapes = new Group();
    private final Deque<State> saved = new ArrayDeque<>();
    private State state = new State();
    private List<PathElement> path = new ArrayList<>();

    private static final class State {
        private Affine transform = new Affine();
        private double alpha = 1;
        private Paint fill = Color.BLACK;
        private Paint stroke = Color.BLACK;
        private double width = 1;
        private Font font = Font.getDefault();
        private TextAlignment align = TextAlignment.LEFT;
        private VPos baseline = VPos.BASELINE;

        State copy() {
            State copy = new State();
            copy.transform = new Affine(transform);
            copy.alpha = alpha;
            copy.fill = fill;
            copy.stroke = stroke;
            copy.width = width;
            copy.font = font;
            copy.align = align;
            copy.baseline = baseline;
            return copy;
        }
    }

    /// What was drawn.
    Group shapes() {
        return shapes;
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
        state.alpha = alpha;
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

    private void add(Node node) {
        node.setOpacity(state.alpha);
        if (!state.transform.isIdentity()) {
            node.getTransforms().add(0, new Affine(state.transform));
        }
        shapes.getChildren().add(node);
    }

    private void filled(Shape shape) {
        shape.setFill(state.fill);
        add(shape);
    }

    private void stroked(Shape shape) {
        shape.setFill(null);
        shape.setStroke(state.stroke);
        shape.setStrokeWidth(state.width);
        add(shape);
    }

    @Override
    public void beginPath() {
        path = new ArrayList<>();
    }

    @Override
    public void moveTo(double x, double y) {
        path.add(new MoveTo(x, y));
    }

    @Override
    public void lineTo(double x, double y) {
        path.add(new LineTo(x, y));
    }

    @Override
    public void bezierCurveTo(double x1, double y1, double x2, double y2, double x, double y) {
        path.add(new CubicCurveTo(x1, y1, x2, y2, x, y));
    }

    @Override
    public void closePath() {
        path.add(new ClosePath());
    }

    @Override
    public void fill() {
        Path shape = new Path(path);
        shape.setStroke(null);
        filled(shape);
    }

    @Override
    public void stroke() {
        stroked(new Path(path));
    }

    @Override
    public void fillRect(double x, double y, double width, double height) {
        filled(new Rectangle(x, y, width, height));
    }

    @Override
    public void strokeRect(double x, double y, double width, double height) {
        stroked(new Rectangle(x, y, width, height));
    }

    @Override
    public void fillRoundRect(
            double x, double y, double width, double height, double arcWidth, double arcHeight) {
        filled(rounded(x, y, width, height, arcWidth, arcHeight));
    }

    @Override
    public void strokeRoundRect(
            double x, double y, double width, double height, double arcWidth, double arcHeight) {
        stroked(rounded(x, y, width, height, arcWidth, arcHeight));
    }

    private static Rectangle rounded(
            double x, double y, double width, double height, double arcWidth, double arcHeight) {
        Rectangle box = new Rectangle(x, y, width, height);
        box.setArcWidth(arcWidth);
        box.setArcHeight(arcHeight);
        return box;
    }

    @Override
    public void fillOval(double x, double y, double width, double height) {
        filled(oval(x, y, width, height));
    }

    @Override
    public void strokeOval(double x, double y, double width, double height) {
        stroked(oval(x, y, width, height));
    }

    private static Ellipse oval(double x, double y, double width, double height) {
        return new Ellipse(x + width / 2, y + height / 2, width / 2, height / 2);
    }

    @Override
    public void strokeLine(double x1, double y1, double x2, double y2) {
        stroked(new Line(x1, y1, x2, y2));
    }

    @Override
    public void fillText(String text, double x, double y) {
        fillText(text, x, y, Double.POSITIVE_INFINITY);
    }

    /// A text that is too wide is squeezed, as on a canvas.
    @Override
    public void fillText(String text, double x, double y, double mostWidth) {
        Text node = new Text(text);
        node.setFont(state.font);
        node.setTextOrigin(state.baseline);
        double width = node.getLayoutBounds().getWidth();
        double squeeze = Math.min(1, mostWidth / width);
        double share =
                switch (state.align) {
                    case LEFT, JUSTIFY -> 0;
                    case CENTER -> 0.5;
                    case RIGHT -> 1;
                };
        save();
        translate(x - share * width * squeeze, y);
        if (squeeze < 1) {
            scale(squeeze, 1);
        }
        filled(node);
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
        ImageView view = new ImageView(image);
        view.setViewport(new Rectangle2D(fromX, fromY, fromWidth, fromHeight));
        view.setX(x);
        view.setY(y);
        view.setFitWidth(width);
        view.setFitHeight(height);
        add(view);
    }
}
