package mlpexplorer.ui.images;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

import mlpexplorer.ui.controls.Pen;
import mlpexplorer.ui.controls.ScaledCanvas;
import mlpexplorer.ui.images.SheetMaker.ImageSheet;

import java.util.List;
import java.util.Optional;

/// A sheet as rows of captioned images at the largest whole-number zoom that fits. Scrolls if there
/// are many; rows of a certain number of images are then as wide as the sheet.
final class SheetCanvas extends Region {
    private static final double GAP = 6;
    private static final double CAPTION = 15;
    private static final double FONT = 11;
    private static final double MIN_EDGE = 26;
    private static final int MAX_ZOOM = 6;

    private final ScaledCanvas canvas = new ScaledCanvas(this::draw);
    private final Rectangle marked = new Rectangle();
    private final Text sample = new Text("0");
    private Optional<ImageSheet> sheet = Optional.empty();
    private Optional<WritableImage> strip = Optional.empty();
    private Optional<Integer> mark = Optional.empty();
    private double room;
    private Grid grid = new Grid(1, 1, 1, 0);

    /// @param zoom screen pixels per image pixel
    /// @param columns images per row
    /// @param across distance between columns
    /// @param pitch distance between rows
    private record Grid(double zoom, int columns, double across, double pitch) {}

    SheetCanvas() {
        marked.getStyleClass().add("images-marked");
        marked.setVisible(false);
        sample.getStyleClass().add("images-caption");
        sample.setOpacity(0);
        for (Node node : List.of(canvas, marked, sample)) {
            node.setManaged(false);
            node.setMouseTransparent(true);
        }
        getChildren().addAll(canvas, marked, sample);
        sample.fillProperty().addListener(_ -> draw());
        widthProperty().addListener(_ -> relayout());
    }

    /// The available height.
    void room(double height) {
        if (height != room) {
            room = height;
            relayout();
        }
    }

    void show(ImageSheet newest) {
        sheet = Optional.of(newest);
        strip = newest.tiles().isEmpty() ? Optional.empty() : Optional.of(strip(newest));
        mark = mark.filter(index -> index < newest.tiles().size());
        relayout();
    }

    void clear() {
        sheet = Optional.empty();
        strip = Optional.empty();
        relayout();
    }

    void density(double pixels) {
        canvas.density(pixels);
        draw();
    }

    /// Highlights an image, or none.
    void mark(Optional<Integer> index) {
        mark = index;
        placeMark();
    }

    /// The image at a position in this node.
    Optional<Integer> tileAt(double x, double y) {
        int column = (int) Math.floor(x / grid.across());
        int row = (int) Math.floor(y / Math.max(1, grid.pitch()));
        int index = row * grid.columns() + column;
        boolean inside = x >= 0 && y >= 0 && column < grid.columns() && index < count();
        return inside ? Optional.of(index) : Optional.empty();
    }

    int columns() {
        return grid.columns();
    }

    int count() {
        return sheet.map(known -> known.tiles().size()).orElse(0);
    }

    /// An atlas of all images, so that each is drawn from one texture.
    private static WritableImage strip(ImageSheet sheet) {
        WritableImage image =
                new WritableImage(sheet.width() * sheet.tiles().size(), sheet.height());
        for (int i = 0; i < sheet.tiles().size(); i++) {
            image.getPixelWriter()
                    .setPixels(
                            i * sheet.width(),
                            0,
                            sheet.width(),
                            sheet.height(),
                            PixelFormat.getIntArgbInstance(),
                            sheet.tiles().get(i).argb(),
                            0,
                            sheet.width());
        }
        return image;
    }

    @Override
    protected double computePrefHeight(double width) {
        int rows = (count() + grid.columns() - 1) / grid.columns();
        return rows * grid.pitch();
    }

    private void relayout() {
        Grid before = grid;
        sheet.filter(known -> !known.tiles().isEmpty() && getWidth() > 0)
                .ifPresent(known -> grid = gridFor(known));
        if (!grid.equals(before)) {
            requestLayout();
        }
        requestParentLayout();
        draw();
    }

    /// The largest zoom at which all images are visible, but at least a readable one.
    private Grid gridFor(ImageSheet known) {
        double least = Math.max(0.25, MIN_EDGE / Math.max(known.width(), known.height()));
        Grid found = grid(known, least < 1 ? least : Math.ceil(least));
        for (int zoom = 1; zoom <= MAX_ZOOM; zoom++) {
            Grid larger = grid(known, zoom);
            int rows = (known.tiles().size() + larger.columns() - 1) / larger.columns();
            if (zoom >= least && rows * larger.pitch() <= room && larger.across() <= getWidth()) {
                found = larger;
            }
        }
        return known.row() > 0 ? wider(known, found) : found;
    }

    /// The grid whose rows fill the width, if its zoom is larger.
    private Grid wider(ImageSheet known, Grid found) {
        double fit = (getWidth() / known.row() - GAP) / known.width();
        double zoom = Math.min(fit < 2 ? Math.floor(4 * fit) / 4 : Math.floor(fit), MAX_ZOOM);
        Grid whole = grid(known, Math.max(zoom, found.zoom()));
        return whole.columns() >= known.row() ? whole : found;
    }

    private Grid grid(ImageSheet known, double zoom) {
        double widest =
                known.tiles().stream()
                        .limit(20)
                        .mapToDouble(tile -> width(tile.caption()))
                        .max()
                        .orElse(0);
        double across = Math.max(known.width() * zoom, Math.ceil(widest)) + GAP;
        boolean captions = known.tiles().stream().anyMatch(tile -> !tile.caption().isEmpty());
        double pitch = known.height() * zoom + GAP + (captions ? CAPTION : 0);
        int columns = Math.max(1, (int) (getWidth() / across));
        boolean whole = known.row() > 0 && columns >= known.row();
        return new Grid(zoom, whole ? columns - columns % known.row() : columns, across, pitch);
    }

    private double width(String text) {
        Text measured = new Text(text);
        measured.setFont(font());
        return measured.getLayoutBounds().getWidth();
    }

    private Font font() {
        return Font.font(sample.getFont().getFamily(), FONT);
    }

    private void draw() {
        canvas.draw(getWidth(), computePrefHeight(getWidth()));
        placeMark();
    }

    private void draw(Pen g) {
        g.setImageSmoothing(grid.zoom() != Math.rint(grid.zoom()));
        g.setFont(font());
        g.setFill(sample.getFill());
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        sheet.ifPresent(known ->
                strip.ifPresent(pictures -> {
                    for (int i = 0; i < known.tiles().size(); i++) {
                        draw(g, known, pictures, i);
                    }
                }));
    }

    private void draw(Pen g, ImageSheet known, WritableImage pictures, int index) {
        double width = known.width() * grid.zoom();
        double height = known.height() * grid.zoom();
        double x = left(known, index);
        double y = top(index);
        g.drawImage(
                pictures,
                index * known.width(),
                0,
                known.width(),
                known.height(),
                x,
                y,
                width,
                height);
        String caption = known.tiles().get(index).caption();
        if (!caption.isEmpty()) {
            g.fillText(caption, x + width / 2, y + height + CAPTION / 2);
        }
    }

    private double left(ImageSheet known, int index) {
        double inside = (grid.across() - known.width() * grid.zoom()) / 2;
        return Math.floor(index % grid.columns() * grid.across() + inside);
    }

    private double top(int index) {
        return Math.floor(index / grid.columns() * grid.pitch() + GAP / 2);
    }

    private void placeMark() {
        marked.setVisible(mark.isPresent() && sheet.isPresent());
        sheet.ifPresent(known ->
                mark.ifPresent(index -> {
                    marked.setX(left(known, index) - 1);
                    marked.setY(top(index) - 1);
                    marked.setWidth(known.width() * grid.zoom() + 2);
                    marked.setHeight(known.height() * grid.zoom() + 2);
                }));
    }
}
