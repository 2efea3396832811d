package mlpexplorer.ui.boundary;

import javafx.scene.Group;

import mlpexplorer.ui.controls.Pen;
import mlpexplorer.ui.controls.ScaledCanvas;

/// A canvas over the plot, redrawn when the subclass invalidates it or when its size or density
/// changes. Slightly larger than the plot, so that marks at the border are not cut off.
abstract class PlotCanvas extends Group {
    private static final double RIM = 8;

    private final ScaledCanvas canvas = new ScaledCanvas(this::draw);
    private double side;

    PlotCanvas() {
        setManaged(false);
        setMouseTransparent(true);
        canvas.setTranslateX(-RIM);
        canvas.setTranslateY(-RIM);
        getChildren().add(canvas);
    }

    private void draw(Pen pen) {
        pen.translate(RIM, RIM);
        draw(pen, side);
    }

    /// Draws everything with (0, 0) at the top left corner of the plot and (`side`, `side`) at its
    /// bottom right one.
    abstract void draw(Pen g, double side);

    /// Sets the pixels per unit of length: 1 for the screen, more for an enlarged picture.
    final void density(double pixels) {
        canvas.density(pixels);
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
        canvas.draw(side + 2 * RIM, side + 2 * RIM);
    }
}
