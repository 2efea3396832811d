package mlpexplorer.ui.confusion;

import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

import mlpexplorer.nn.ConfusionMatrix;
import mlpexplorer.nn.Numbers;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.ColorRamp;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Pen;
import mlpexplorer.ui.controls.ScaledCanvas;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.workbench.ConfusionCell;

import java.util.List;
import java.util.Optional;

/// The matrix as a square of cells with class names at the left and top, and counts where they fit.
final class MatrixCanvas extends Region {
    private static final double MIN_SIZE = 120;

    /// Larger than any screen.
    private static final double MAX_SIZE = 100_000;

    private static final double FONT = 12;
    private static final double SMALL_FONT = 10;
    private static final double GAP = 6;
    private static final double LINE = ColumnHeads.LINE;

    /// The rotated label at the left edge.
    private static final double SIDE = 24;

    private static final double MAX_NAME_WIDTH = 84;

    /// A cell of the matrix.
    record Cell(int truth, int predicted) {}

    private record Content(ConfusionMatrix matrix, List<String> names) {}

    private final ScaledCanvas canvas = new ScaledCanvas(this::draw);
    private final Text strong = sample("confusion-text");
    private final Text muted = sample("confusion-label");
    private final Rectangle marked = outline("confusion-marked");
    private final Rectangle selected = outline("confusion-selected");
    private Optional<Content> content = Optional.empty();
    private Optional<Cell> cell = Optional.empty();
    private Optional<Cell> chosen = Optional.empty();
    private Theme theme = Theme.LIGHT;
    private ColumnHeads heads = ColumnHeads.above(1, 0, 0, 0);

    /// Width of the names at the left.
    private double names;

    private double left;
    private double top;
    private double size;

    MatrixCanvas() {
        for (var node : List.of(canvas, selected, marked, strong, muted)) {
            node.setManaged(false);
            node.setMouseTransparent(true);
        }
        getChildren().addAll(canvas, selected, marked, strong, muted);
        strong.fillProperty().addListener(_ -> draw());
        widthProperty().addListener(_ -> draw());
        heightProperty().addListener(_ -> draw());
    }

    private static Rectangle outline(String styleClass) {
        Rectangle outline = new Rectangle();
        outline.getStyleClass().add(styleClass);
        outline.setVisible(false);
        return outline;
    }

    private static Text sample(String styleClass) {
        Text sample = new Text();
        sample.setOpacity(0);
        sample.getStyleClass().add(styleClass);
        return sample;
    }

    void show(ConfusionMatrix matrix, List<String> names) {
        boolean other = content.filter(before -> before.names().equals(names)).isEmpty();
        content = Optional.of(new Content(matrix, names));
        if (other) {
            requestLayout();
        }
        draw();
    }

    void theme(Theme newest) {
        theme = newest;
        draw();
    }

    void density(double pixels) {
        canvas.density(pixels);
        draw();
    }

    /// Highlights a cell, or none.
    void mark(Optional<Cell> wanted) {
        cell = wanted;
        placeMark();
    }

    /// Outlines the selected cell, or none.
    void select(Optional<ConfusionCell> wanted) {
        chosen = wanted.map(at -> new Cell(at.truth(), at.predicted()));
        placeMark();
    }

    /// The cell at a position in this node.
    Optional<Cell> cellAt(double x, double y) {
        int column = (int) Math.floor((x - left) / size);
        int row = (int) Math.floor((y - top) / size);
        int classes = content.map(known -> known.matrix().classes()).orElse(0);
        boolean inside = row >= 0 && row < classes && column >= 0 && column < classes;
        return inside ? Optional.of(new Cell(row, column)) : Optional.empty();
    }

    @Override
    protected double computeMinHeight(double width) {
        return MIN_SIZE;
    }

    /// The height of the cells at this width, so that the table below stays close.
    @Override
    protected double computeMaxHeight(double width) {
        return Math.max(
                MIN_SIZE,
                content.map(
                                known -> {
                                    ColumnHeads high = heads(known, widestName(known), MAX_SIZE);
                                    return LINE
                                            + high.height()
                                            + GAP
                                            + known.matrix().classes() * high.cell()
                                            + 2;
                                })
                        .orElse(0.0));
    }

    private double widestName(Content known) {
        return known.names().stream().mapToDouble(name -> width(name, FONT)).max().orElse(0);
    }

    private ColumnHeads heads(Content known, double widest, double high) {
        return ColumnHeads.above(
                known.matrix().classes(),
                widest,
                getWidth() - Math.min(MAX_NAME_WIDTH, widest) - GAP - SIDE,
                high - LINE - GAP);
    }

    private void draw() {
        canvas.draw(getWidth(), getHeight());
        placeMark();
    }

    private void draw(Pen g) {
        content.ifPresent(known -> {
            measure(known);
            drawCells(g, known);
            drawNames(g, known);
        });
    }

    /// Cells use the space left by the names, in whole pixels.
    private void measure(Content known) {
        double widest = widestName(known);
        names = Math.min(MAX_NAME_WIDTH, widest);
        int classes = known.matrix().classes();
        heads = heads(known, widest, getHeight());
        size = heads.cell();
        left =
                Math.floor(
                        Math.max(
                                names + GAP + SIDE,
                                (getWidth() - size * classes + names + SIDE) / 2));
        top = LINE + heads.height() + GAP;
    }

    private void drawCells(Pen g, Content known) {
        ConfusionMatrix matrix = known.matrix();
        ColorRamp ramp = new ClassColors(2, theme).outcomes();
        double gap = size >= 8 ? 1 : 0;
        int most = 0;
        for (int truth = 0; truth < matrix.classes(); truth++) {
            most = Math.max(most, matrix.rowsOf(truth));
        }
        double font = width(Numbers.count(most), FONT) < size - 4 ? FONT : SMALL_FONT;
        boolean counts = width(Numbers.count(most), font) < size - 2 && size >= font + 2;
        for (int truth = 0; truth < matrix.classes(); truth++) {
            for (int predicted = 0; predicted < matrix.classes(); predicted++) {
                double rowFraction =
                        matrix.rowsOf(truth) == 0 ? 0 : matrix.rowFraction(truth, predicted);
                int argb =
                        ramp.at(
                                (float)
                                        (0.5
                                                + (truth == predicted ? 0.5 : -0.5)
                                                        * Math.sqrt(rowFraction)));
                g.setFill(ColorRamp.color(argb));
                g.fillRect(left + predicted * size, top + truth * size, size - gap, size - gap);
                if (counts && matrix.count(truth, predicted) > 0) {
                    text(
                            g,
                            Numbers.count(matrix.count(truth, predicted)),
                            left + (predicted + 0.5) * size,
                            top + (truth + 0.5) * size,
                            strong.getFill(),
                            font,
                            TextAlignment.CENTER);
                }
            }
        }
    }

    /// If row names would overlap, only every second, third … is drawn. Column names follow
    /// [ColumnHeads].
    private void drawNames(Pen g, Content known) {
        int classes = known.matrix().classes();
        int stepDown = Math.max(1, (int) Math.ceil((FONT + 1) / size));
        for (int c = 0; c < classes; c++) {
            if (c % stepDown == 0) {
                text(
                        g,
                        shortened(known.names().get(c), MAX_NAME_WIDTH),
                        left - GAP,
                        top + (c + 0.5) * size,
                        muted.getFill(),
                        FONT,
                        TextAlignment.RIGHT);
            }
            if (c % heads.step() == 0) {
                drawHead(g, known.names().get(c), left + (c + 0.5) * size);
            }
        }
        text(
                g,
                Messages.text("confusion.predicted"),
                left + classes * size / 2,
                LINE / 2,
                muted.getFill(),
                FONT,
                TextAlignment.CENTER);
        upwards(
                g,
                Messages.text("confusion.true"),
                left - GAP - names - SIDE / 2,
                top + classes * size / 2,
                TextAlignment.CENTER);
    }

    private void drawHead(Pen g, String name, double x) {
        if (heads.turned()) {
            upwards(g, shortened(name, heads.height()), x, top - GAP + 2, TextAlignment.LEFT);
        } else {
            text(g, name, x, top - GAP - 3, muted.getFill(), FONT, TextAlignment.CENTER);
        }
    }

    private void upwards(Pen g, String text, double x, double y, TextAlignment side) {
        g.save();
        g.translate(x, y);
        g.rotate(-90);
        text(g, text, 0, 0, muted.getFill(), FONT, side);
        g.restore();
    }

    private void text(
            Pen g, String text, double x, double y, Paint paint, double font, TextAlignment side) {
        g.setFont(Font.font(strong.getFont().getFamily(), font));
        g.setFill(paint);
        g.setTextAlign(side);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, x, y);
    }

    /// The name shortened in the middle to fit.
    private String shortened(String name, double room) {
        for (int kept = name.length(); kept > 0; kept--) {
            String text =
                    kept == name.length()
                            ? name
                            : name.substring(0, (kept + 1) / 2)
                                    + "…"
                                    + name.substring(name.length() - kept / 2);
            if (width(text, FONT) <= room) {
                return text;
            }
        }
        return "…";
    }

    private double width(String text, double font) {
        Text measured = new Text(text);
        measured.setFont(Font.font(strong.getFont().getFamily(), font));
        return measured.getLayoutBounds().getWidth();
    }

    private void placeMark() {
        place(marked, cell);
        place(selected, chosen);
    }

    private void place(Rectangle outline, Optional<Cell> wanted) {
        outline.setVisible(wanted.isPresent() && content.isPresent());
        wanted.ifPresent(at -> {
            outline.setX(left + at.predicted() * size - 0.5);
            outline.setY(top + at.truth() * size - 0.5);
            outline.setWidth(size);
            outline.setHeight(size);
        });
    }
}
