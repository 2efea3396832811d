package mlpexplorer.ui.data;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.io.DataLoader;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.Theme;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// A small picture of a dataset drawn from its points: on the plane, by the last two features (for
/// Iris, petal length and width), or by the only feature and the target.
final class Thumbnail extends Canvas {
    static final double SIZE = 32;
    private static final double MARGIN = 4;
    private static final double DOMAIN = 10.8;
    private static final int FEW = 10;

    Thumbnail(DataSpec spec) {
        super(SIZE, SIZE);
        Dataset data = DataLoader.load(spec, 1);
        Samples samples = data.samples();
        int x = Math.max(0, samples.columns() - 2);
        IntToDoubleFunction left = row -> samples.feature(row, x);
        IntToDoubleFunction height =
                samples.columns() == 1 ? samples::target : row -> samples.feature(row, x + 1);
        Axis across = axis(spec, samples.rows(), left);
        Axis up = axis(spec, samples.rows(), height);
        double radius = data.rows() < FEW ? 3 : 1.2;
        ClassColors colors = new ClassColors(Math.max(2, data.classes()), Theme.LIGHT);
        GraphicsContext g = getGraphicsContext2D();
        for (int row = 0; row < data.rows(); row++) {
            double centerX = across.at(left.applyAsDouble(row));
            double centerY = SIZE - up.at(height.applyAsDouble(row));
            g.setFill(color(colors, data, row));
            g.fillOval(centerX - radius, centerY - radius, 2 * radius, 2 * radius);
        }
    }

    /// The color of the class or, of targets from −1 to 1, of the sign, fainter toward 0.
    private static Color color(ClassColors colors, Dataset data, int row) {
        double target = data.samples().target(row);
        return switch (data.task()) {
            case Task.Classification _ -> colors.color(data.samples().label(row));
            case Task.Regression() when data.samples().columns() == 1 -> colors.color(1);
            case Task.Regression() ->
                    colors.color(target < 0 ? 0 : 1)
                            .deriveColor(0, 1, 1, Math.min(1, Math.abs(target)));
        };
    }

    private record Axis(double center, double reach) {
        double at(double value) {
            return MARGIN + (SIZE - 2 * MARGIN) * ((value - center) / reach + 0.5);
        }
    }

    /// The common domain of the plane, so that datasets are comparable; their own range for few
    /// points or other data.
    private static Axis axis(DataSpec spec, int rows, IntToDoubleFunction value) {
        if (spec instanceof DataSpec.Plane && rows >= FEW) {
            return new Axis(0, DOMAIN);
        }
        double min = IntStream.range(0, rows).mapToDouble(value).min().orElse(0);
        double max = IntStream.range(0, rows).mapToDouble(value).max().orElse(1);
        double room = rows < FEW ? 1.6 : 1.1;
        return new Axis((min + max) / 2, room * (max - min));
    }
}
