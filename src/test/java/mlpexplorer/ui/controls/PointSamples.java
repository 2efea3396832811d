package mlpexplorer.ui.controls;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Ten markers as points are drawn: small and large, over the field color of their class.
final class PointSamples extends Canvas {

    PointSamples(Theme theme) {
        super(420, 76);
        ClassColors colors = new ClassColors(10, theme);
        GraphicsContext g = getGraphicsContext2D();
        for (int label = 0; label < 10; label++) {
            float[] certain = new float[10];
            certain[label] = 1;
            int argb = colors.manyClass(certain, 0, false);
            g.setFill(Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff));
            g.fillRect(label * 42, 0, 40, 76);
            g.setFill(colors.color(label));
            g.setStroke(theme.isDark() ? Color.web("#0d1117") : Color.WHITE);
            draw(Pen.on(g), ClassMarker.of(label), label * 42 + 20, 16, 3.5);
            draw(Pen.on(g), ClassMarker.of(label), label * 42 + 20, 46, 9);
        }
    }

    private static void draw(Pen g, ClassMarker marker, double x, double y, double radius) {
        marker.fill(g, x, y, radius);
        marker.stroke(g, x, y, radius);
    }
}
