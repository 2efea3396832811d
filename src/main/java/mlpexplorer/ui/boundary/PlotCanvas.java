package mlpexplorer.ui.boundary;

import javafx.scene.Group;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

import mlpexplorer.ui.controls.Pen;

/// A canvas over the plot, redrawn when the subclass invalidates it or when its size or density
/// changes. Slightly larger than the plot, so that marks at the border are not cut off.
abstract class PlotCanvas extends Group {
    private static final double RIM = 8;

    private final Canvas canvas = new Canvas();
    private double side;
    private double density = 1;

    PlotCanvas() {
        setManaged(false);
        setMouseTransparent(true);
        getChildren().add(canvas);
        canvas.setUserData((Pen.Drawing) this::draw);
    }

    private void draw(Pen pen) {
        pen.scale(density, density);
        pen.translate(RIM, RIM);
        draw(pen, side);
    }

    /// Draws everything with (0, 0) at the top left corner of the plot and (`side`, `side`) at its
    /// bottom right one.
    abstract void draw(Pen g, double side);

    /// Sets the pixels per unit of length: 1 for the screen, more for an enlarged picture.
    final void density(double pixels) {
        density = pixels;
        draw();
    }

    final void place(double x, double y, double side) {
        setLayoutX(x);
        setLayoutY(y);
        if (side != this.side) {
            this.side = side;
            draw();
        }
    }

    final void draw() {
        double size = side + 2 * RIM;
        canvas.setWidth(size * density);
        canvas.setHeight(size * density);
        canvas.setScaleX(1 / density);
        canvas.setScaleY(1 / density);
        canvas.relocate(size * (1 - density) / 2 - RIM, size * (1 - density) / 2 - RIM);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.clearRect(0, 0, size * density, size * density);
        draw(Pen.on(g));
    }
}
