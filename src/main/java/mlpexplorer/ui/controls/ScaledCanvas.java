package mlpexplorer.ui.controls;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/// A canvas with a number of pixels per unit of length, so that enlarged pictures of it are sharp.
/// Its size in the layout does not depend on that number. Not managed; drawn by [#draw].
public final class ScaledCanvas extends Canvas {
    private final Pen.Drawing drawing;
    private double density = 1;

    /// @param drawing draws in units of length
    public ScaledCanvas(Pen.Drawing drawing) {
        this.drawing =
                pen -> {
                    pen.scale(density, density);
                    drawing.draw(pen);
                };
        setUserData(this.drawing);
        setManaged(false);
    }

    /// Sets the pixels per unit of length for the next [#draw]: 1 for the screen, more for an
    /// enlarged picture.
    public void density(double pixels) {
        density = pixels;
    }

    /// Clears the canvas and draws it at this size, in units of length.
    public void draw(double width, double height) {
        setWidth(Math.max(1, width * density));
        setHeight(Math.max(1, height * density));
        setScaleX(1 / density);
        setScaleY(1 / density);
        relocate(width * (1 - density) / 2, height * (1 - density) / 2);
        GraphicsContext g = getGraphicsContext2D();
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.clearRect(0, 0, getWidth(), getHeight());
        drawing.draw(Pen.on(g));
    }
}
