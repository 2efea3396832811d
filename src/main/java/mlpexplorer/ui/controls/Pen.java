package mlpexplorer.ui.controls;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// The methods of [GraphicsContext] used for canvases, with the same names, so that the same code
/// draws on a canvas and into a vector graphic.
public interface Pen {

    /// The drawing of a canvas, in its coordinates. If it is the user data of the canvas, [SvgFile]
    /// repeats it.
    @FunctionalInterface
    interface Drawing {
        void draw(Pen pen);
    }

    /// A pen on a canvas.
    static Pen on(GraphicsContext g) {
        return new CanvasPen(g);
    }

    void save();

    void restore();

    void translate(double x, double y);

    void rotate(double degrees);

    void scale(double x, double y);

    void setGlobalAlpha(double alpha);

    void setFill(Paint paint);

    void setStroke(Paint paint);

    void setLineWidth(double width);

    void setFont(Font font);

    void setTextAlign(TextAlignment align);

    void setTextBaseline(VPos baseline);

    void setImageSmoothing(boolean smooth);

    void beginPath();

    void moveTo(double x, double y);

    void lineTo(double x, double y);

    void bezierCurveTo(double x1, double y1, double x2, double y2, double x, double y);

    void closePath();

    void fill();

    void stroke();

    void fillRect(double x, double y, double width, double height);

    void strokeRect(double x, double y, double width, double height);

    void fillRoundRect(
            double x, double y, double width, double height, double arcWidth, double arcHeight);

    void strokeRoundRect(
            double x, double y, double width, double height, double arcWidth, double arcHeight);

    void fillOval(double x, double y, double width, double height);

    void strokeOval(double x, double y, double width, double height);

    void strokeLine(double x1, double y1, double x2, double y2);

    void fillText(String text, double x, double y);

    void fillText(String text, double x, double y, double mostWidth);

    void drawImage(
            Image image,
            double fromX,
            double fromY,
            double fromWidth,
            double fromHeight,
            double x,
            double y,
            double width,
            double height);
}
