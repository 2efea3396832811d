package mlpexplorer.ui.network;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Scale;

import mlpexplorer.nn.ParameterPlace;
import mlpexplorer.ui.controls.Pen;
import mlpexplorer.ui.field.UnitFields;

import java.nio.IntBuffer;
import java.util.Optional;

/// The diagram on one canvas: headings, lines, unit pictures, biases, names.
final class DiagramCanvas extends Region {
    private static final Font HEADING = Font.font(12);
    private static final Font SMALL = Font.font(11);
    private static final double CORNER = 4;
    private static final double BIAS_SIDE = 7;
    private static final double SMALL_BIAS_SIDE = 5;
    private static final double SMALL_BOX = 28;
    private static final double MARKED = 2;

    /// Headings narrower than this are abbreviated.
    private static final double MIN_TEXT_SIZE = 62;

    private static final int ACROSS = 16;

    private final DiagramStyle style;
    private final NetworkLabels labels;
    private final Canvas canvas = new Canvas();
    private final Scale scale = new Scale(1, 1);
    private Optional<Atlas> atlas = Optional.empty();
    private Optional<Drawing> drawing = Optional.empty();
    private Optional<UnitFields.Place> pinned = Optional.empty();
    private double density = 1;

    /// All tiles in one image, side by side.
    private record Atlas(
            int count, int pixels, int[] argb, PixelBuffer<IntBuffer> buffer, WritableImage image) {
        static Atlas of(int count, int pixels) {
            int width = ACROSS * pixels;
            int height = Math.ceilDiv(Math.max(1, count), ACROSS) * pixels;
            int[] argb = new int[width * height];
            PixelBuffer<IntBuffer> buffer =
                    new PixelBuffer<>(
                            width,
                            height,
                            IntBuffer.wrap(argb),
                            PixelFormat.getIntArgbPreInstance());
            return new Atlas(count, pixels, argb, buffer, new WritableImage(buffer));
        }

        int left(int number) {
            return number % ACROSS * pixels;
        }

        int top(int number) {
            return number / ACROSS * pixels;
        }

        void copy(int[][] tiles) {
            int width = ACROSS * pixels;
            for (int number = 0; number < tiles.length; number++) {
                for (int row = 0; row < pixels; row++) {
                    int to = (top(number) + row) * width + left(number);
                    System.arraycopy(tiles[number], row * pixels, argb, to, pixels);
                }
            }
            buffer.updateBuffer(_ -> null);
        }
    }

    /// All lines in one image.
    private record Drawing(int[] argb, PixelBuffer<IntBuffer> buffer, WritableImage image) {
        static Drawing of(UnitRequest request) {
            int[] argb = new int[request.width() * request.height()];
            PixelBuffer<IntBuffer> buffer =
                    new PixelBuffer<>(
                            request.width(),
                            request.height(),
                            IntBuffer.wrap(argb),
                            PixelFormat.getIntArgbPreInstance());
            return new Drawing(argb, buffer, new WritableImage(buffer));
        }

        boolean fits(UnitRequest request) {
            return buffer.getWidth() == request.width() && buffer.getHeight() == request.height();
        }

        void copy(int[] lines) {
            System.arraycopy(lines, 0, argb, 0, argb.length);
            buffer.updateBuffer(_ -> null);
        }
    }

    DiagramCanvas(DiagramStyle style, NetworkLabels labels) {
        this.style = style;
        this.labels = labels;
        canvas.getTransforms().add(scale);
        canvas.setManaged(false);
        getChildren().addAll(style, canvas);
    }

    /// Pixels per unit of length for the next drawing.
    void density(double density) {
        this.density = density;
        scale.setX(1 / density);
        scale.setY(1 / density);
    }

    /// Copies the pixels of new pictures; [#draw] displays them.
    void load(UnitPicture picture) {
        int pixels = picture.request().pixels();
        int count = picture.tiles().length;
        Atlas fitting =
                atlas.filter(made -> made.count() == count && made.pixels() == pixels)
                        .orElseGet(() -> Atlas.of(count, pixels));
        fitting.copy(picture.tiles());
        atlas = Optional.of(fitting);
        UnitRequest request = picture.request();
        Drawing sized =
                drawing.filter(made -> made.fits(request)).orElseGet(() -> Drawing.of(request));
        sized.copy(picture.lines());
        drawing = Optional.of(sized);
    }

    /// Marks a unit in the next drawing.
    void pin(Optional<UnitFields.Place> unit) {
        pinned = unit;
    }

    void draw(UnitPicture picture, Optional<DiagramElement> element) {
        DiagramLayout layout = picture.request().layout();
        canvas.setWidth(Math.ceil(layout.width() * density));
        canvas.setHeight(Math.ceil(layout.height() * density));
        canvas.setUserData((Pen.Drawing) pen -> draw(pen, picture, element, true));
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        draw(Pen.on(g), picture, element, density != 1);
    }

    /// @param sharp whether to draw the lines one by one instead of their image
    private void draw(Pen g, UnitPicture picture, Optional<DiagramElement> element, boolean sharp) {
        DiagramLayout layout = picture.request().layout();
        g.save();
        g.scale(density, density);
        WeightLines lines = new WeightLines(layout, picture.request().parameters());
        if (sharp) {
            lines.draw(g, style, element);
        } else {
            drawing.ifPresent(all ->
                    g.drawImage(
                            all.image(),
                            0,
                            0,
                            all.image().getWidth(),
                            all.image().getHeight(),
                            0,
                            0,
                            layout.width(),
                            layout.height()));
        }
        lines.drawPictureInput(g, style);
        for (int column = 0; column < layout.columns(); column++) {
            for (int index = 0; index < layout.shown(column); index++) {
                drawUnit(g, picture, new DiagramElement.Unit(column, index));
            }
        }
        lines.drawBiases(g, style, biasSide(layout));
        pinned.map(unit -> new DiagramElement.Unit(unit.column(), unit.index()))
                .filter(unit -> unit.column() < layout.columns())
                .filter(unit -> unit.index() < layout.shown(unit.column()))
                .ifPresent(unit -> mark(g, layout, unit));
        element.ifPresent(now -> mark(g, layout, now));
        drawWords(g, picture.request());
        g.restore();
    }

    private void drawUnit(Pen g, UnitPicture picture, DiagramElement.Unit unit) {
        DiagramLayout layout = picture.request().layout();
        double x = layout.x(unit.column());
        double y = layout.y(unit);
        double box = layout.box();
        g.setFill(style.ground());
        g.fillRoundRect(x - 2, y - 2, box + 4, box + 4, CORNER, CORNER);
        atlas.ifPresent(all -> {
            int number = picture.number(unit);
            g.drawImage(
                    all.image(),
                    all.left(number),
                    all.top(number),
                    all.pixels(),
                    all.pixels(),
                    x,
                    y,
                    box,
                    box);
        });
        g.setStroke(style.frame());
        g.setLineWidth(1);
        g.strokeRoundRect(x - 0.5, y - 0.5, box + 1, box + 1, CORNER, CORNER);
    }

    private static double biasSide(DiagramLayout layout) {
        return layout.box() < SMALL_BOX ? SMALL_BIAS_SIDE : BIAS_SIDE;
    }

    private void mark(Pen g, DiagramLayout layout, DiagramElement element) {
        g.setStroke(style.text());
        g.setLineWidth(MARKED);
        switch (element) {
            case DiagramElement.Unit unit ->
                    g.strokeRoundRect(
                            layout.x(unit.column()) - 1,
                            layout.y(unit) - 1,
                            layout.box() + 2,
                            layout.box() + 2,
                            CORNER,
                            CORNER);
            case DiagramElement.Parameter(ParameterPlace.Bias bias) -> {
                double x = layout.biasX(bias.layer() + 1);
                double y = layout.biasY(new DiagramElement.Unit(bias.layer() + 1, bias.to()));
                double side = biasSide(layout) + 3;
                g.strokeRect(x - side / 2, y - side / 2, side, side);
            }
            case DiagramElement.Parameter(ParameterPlace.Weight _) -> {}
        }
    }

    private void drawWords(Pen g, UnitRequest request) {
        DiagramLayout layout = request.layout();
        boolean narrow = layout.stride() < MIN_TEXT_SIZE;
        g.setTextBaseline(VPos.TOP);
        for (int column = 0; column < layout.columns(); column++) {
            double middle = layout.x(column) + layout.box() / 2;
            g.setTextAlign(TextAlignment.CENTER);
            g.setFill(style.text());
            g.setFont(HEADING);
            double room = Math.max(2 * Math.min(middle, layout.width() - middle), layout.stride());
            g.fillText(labels.column(request, column, narrow), middle, 4, room);
            g.setFill(style.muted());
            g.setFont(SMALL);
            g.fillText(labels.kind(request, column, narrow), middle, 20, room);
            if (layout.leftOut(column) > 0) {
                g.fillText(
                        labels.more(layout.leftOut(column), narrow),
                        middle,
                        layout.height() - 16,
                        room);
            }
        }
        drawNames(g, request);
    }

    private void drawNames(Pen g, UnitRequest request) {
        DiagramLayout layout = request.layout();
        int last = layout.columns() - 1;
        g.setFont(SMALL);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(style.muted());
        g.setTextAlign(TextAlignment.RIGHT);
        for (int index = 0; index < layout.shown(0); index++) {
            if (!layout.isPicture(0)) {
                g.fillText(
                        labels.shortInput(request, index),
                        layout.x(0) - NetworkLabels.GAP,
                        layout.middle(new DiagramElement.Unit(0, index)));
            }
        }
        g.setTextAlign(TextAlignment.LEFT);
        for (int index = 0; index < layout.shown(last); index++) {
            double x = layout.x(last) + layout.box() + NetworkLabels.GAP;
            g.fillText(
                    labels.shortOutput(request, index),
                    x,
                    layout.middle(new DiagramElement.Unit(last, index)));
        }
    }
}
