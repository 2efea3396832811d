package mlpexplorer.ui.data;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.io.DataLoader;
import mlpexplorer.nn.Samples;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.Theme;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// A small picture of a dataset drawn from its points: on the plane, or by the last two features
/// (for Iris, petal length and width).
final class Thumbnail extends Canvas {
    private static final double SIZE = 44;
    private static final double MARGIN = 4;
    private static final double DOMAIN = 10.8;
    private static final int FEW = 10;

    Thumbnail(DataSpec spec) {
        super(SIZE, SIZE);
        Dataset data = DataLoader.load(spec, 1);
        Samples samples = data.samples();
        int y = samples.columns() - 1;
        Axis across = axis(spec, samples, y - 1);
        Axis up = axis(spec, samples, y);
        double radius = data.rows() < FEW ? 3.5 : 1.3;
        ClassColors colors = new ClassColors(data.classes(), Theme.LIGHT);
        GraphicsContext g = getGraphicsContext2D();
        for (int row = 0; row < data.rows(); row++) {
            double centreX = across.at(samples.feature(row, y - 1));
            double centreY = SIZE - up.at(samples.feature(row, y));
            g.setFill(colors.color(samples.label(row)));
            g.fillOval(centreX - radius, centreY - radius, 2 * radius, 2 * radius);
        }
    }

    private record Axis(double centre, double reach) {
        double at(double value) {
            return MARGIN + (SIZE - 2 * MARGIN) * ((value - centre) / reach + 0.5);
        }
    }

    /// The common domain of the plane, so that datasets are comparable; their own range for few
    /// points or other data.
    private static Axis axis(DataSpec spec, Samples samples, int column) {
        if (spec instanceof DataSpec.Plane && samples.rows() >= FEW) {
            return new Axis(0, DOMAIN);
        }
        IntToDoubleFunction value = row -> samples.feature(row, column);
        double min = IntStream.range(0, samples.rows()).mapToDouble(value).min().orElse(0);
        double max = IntStream.range(0, samples.rows()).mapToDouble(value).max().orElse(1);
        double room = samples.rows() < FEW ? 1.6 : 1.1;
        return new Axis((min + max) / 2, room * (max - min));
    }
}
