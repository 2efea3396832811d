package mlpexplorer.ui.boundary;

import javafx.scene.Group;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

import mlpexplorer.nn.Numbers;
import mlpexplorer.ui.charts.NiceTicks;
import mlpexplorer.ui.field.Domain;

import java.util.Optional;

/// Tick marks, tick labels and feature names below and to the left of the plot, and the caption
/// below it. Rebuilt only when the domain, the size or the font changes; a new caption moves or
/// shortens only the feature name beside it, if it needs the space.
final class AxisLayer extends Group {
    private static final double TICK = 4;
    private static final double GAP = 3;
    private static final double SPACING = 42;
    private static final int MAX_TICKS = 10;
    private static final double CAPTION_GAP = 12;

    private record Axes(Domain domain, String across, String up) {}

    private final Path ticks = new Path();
    private final Text sample = new Text("0");
    private final Text caption = new Text();
    private final Text xName = new Text();
    private Optional<Axes> axes = Optional.empty();
    private double side;
    private double widest;

    AxisLayer(Runnable onResize) {
        setManaged(false);
        setMouseTransparent(true);
        ticks.getStyleClass().add("boundary-ticks");
        sample.getStyleClass().add("boundary-tick");
        sample.setOpacity(0);
        caption.getStyleClass().add("boundary-caption");
        caption.layoutBoundsProperty().addListener(_ -> placeBelow());
        xName.getStyleClass().add("boundary-axis-name");
        sample.fontProperty()
                .addListener(_ -> {
                    draw();
                    onResize.run();
                });
        getChildren().addAll(ticks, sample, caption, xName);
    }

    /// Returns whether anything changed.
    boolean show(Domain domain, String across, String up) {
        Optional<Axes> wanted = Optional.of(new Axes(domain, across, up));
        boolean changes = !wanted.equals(axes);
        if (changes) {
            axes = wanted;
            draw();
        }
        return changes;
    }

    void clear() {
        axes = Optional.empty();
        caption.setText("");
        draw();
    }

    /// Sets the caption below the right end of the plot.
    void caption(String line) {
        caption.setText(line);
    }

    private void placeBelow() {
        place(caption, side - width(caption), nameRow());
        double room = side - width(caption) - (width(caption) > 0 ? CAPTION_GAP : 0);
        xName.setFont(sample.getFont());
        xName.setText(shortened(known().across(), room));
        double beforeCaption = room - width(xName);
        place(xName, Math.max(0, Math.min((side - width(xName)) / 2, beforeCaption)), nameRow());
    }

    /// `name`, with an ellipsis for its end if it is wider than `room`.
    private String shortened(String name, double room) {
        String shown = name;
        for (int end = name.length() - 1; end > 0 && width(shown) > room; end--) {
            shown = name.substring(0, end) + "…";
        }
        return shown;
    }

    private double nameRow() {
        return side + TICK + GAP + lineHeight();
    }

    /// Width needed to the left of a plot of this size, reserved even without axes so that the plot
    /// stays in place.
    double leftRoom(double side) {
        Domain domain = known().domain();
        double step = step(domain.bottom(), domain.top(), side);
        widest =
                NiceTicks.multiples(domain.bottom(), domain.top(), step).stream()
                        .mapToDouble(value -> width(Numbers.tick(value, step)))
                        .reduce(widest, Math::max);
        return Math.ceil(lineHeight() + widest + GAP + TICK);
    }

    /// Lets the reserved width shrink. Within one plane the largest width is kept, so that zooming
    /// moves the plot as little as possible.
    void clearInsets() {
        widest = 0;
    }

    double bottomRoom() {
        return Math.ceil(TICK + GAP + 2 * lineHeight());
    }

    void place(double x, double y, double side) {
        setLayoutX(x);
        setLayoutY(y);
        if (side != this.side) {
            this.side = side;
            draw();
        }
    }

    private Axes known() {
        return axes.orElse(new Axes(Domain.HOME, "", ""));
    }

    private static double step(double low, double high, double side) {
        return NiceTicks.step(high - low, (int) Math.clamp(side / SPACING, 2, MAX_TICKS));
    }

    private void draw() {
        ticks.getElements().clear();
        getChildren().setAll(ticks, sample, caption, xName);
        xName.setText("");
        axes.filter(_ -> side > 0).ifPresent(this::draw);
    }

    private void draw(Axes known) {
        Domain domain = known.domain();
        double across = step(domain.left(), domain.right(), side);
        NiceTicks.multiples(domain.left(), domain.right(), across)
                .forEach(value ->
                        tickBelow(side * domain.across(value), Numbers.tick(value, across)));
        double up = step(domain.bottom(), domain.top(), side);
        NiceTicks.multiples(domain.bottom(), domain.top(), up)
                .forEach(value -> tickLeft(side * domain.down(value), Numbers.tick(value, up)));
        placeBelow();
        Text yName = text(known.up(), "boundary-axis-name");
        yName.setRotate(-90);
        double middle = -leftRoom(side) + lineHeight() / 2;
        place(yName, middle - width(yName) / 2, (side - lineHeight()) / 2);
    }

    private void tickBelow(double x, String label) {
        line(x, side, x, side + TICK);
        Text text = text(label, "boundary-tick");
        place(text, x - width(text) / 2, side + TICK + GAP);
    }

    private void tickLeft(double y, String label) {
        line(-TICK, y, 0, y);
        Text text = text(label, "boundary-tick");
        place(text, -TICK - GAP - width(text), y - lineHeight() / 2);
    }

    private void line(double fromX, double fromY, double toX, double toY) {
        ticks.getElements().addAll(new MoveTo(fromX, fromY), new LineTo(toX, toY));
    }

    private Text text(String content, String styleClass) {
        Text text = new Text(content);
        text.getStyleClass().add(styleClass);
        text.setFont(sample.getFont());
        getChildren().add(text);
        return text;
    }

    /// Places the top left corner of `text` at (x, y).
    private static void place(Text text, double x, double y) {
        text.relocate(Math.round(x), Math.round(y));
    }

    private double width(String content) {
        Text text = new Text(content);
        text.setFont(sample.getFont());
        return width(text);
    }

    private static double width(Text text) {
        return text.getLayoutBounds().getWidth();
    }

    private double lineHeight() {
        return sample.getLayoutBounds().getHeight();
    }
}
