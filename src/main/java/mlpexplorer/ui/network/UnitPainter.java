package mlpexplorer.ui.network;

import mlpexplorer.data.ImageSize;
import mlpexplorer.data.Scaling;
import mlpexplorer.data.Split;
import mlpexplorer.nn.FloatNet;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.ColorRamp;
import mlpexplorer.ui.field.Domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Draws units: on a plane the field of its value, for images its weights, otherwise one bar per
/// class with its mean value over samples of the class. Values are colored by sign, with full color
/// at ±1 for bounded activations and at the unit's largest value for others. Not thread-safe.
final class UnitPainter {
    private static final int SIDE = 24;

    /// Points per batch.
    private static final int WIDTH = SIDE * SIDE;

    private static final int LARGE_SIDE = 3 * SIDE;
    private static final int BAR_CLASSES = 10;

    private Optional<Scratch> scratch = Optional.empty();

    private record Scratch(Mlp mlp, Split split, FloatNet net) {}

    /// Paints `request` into `picture` (modified); returns false if interrupted by `stop`.
    boolean paint(UnitRequest request, UnitPicture picture, BooleanSupplier stop) {
        FloatNet net = netFor(request);
        net.load(request.parameters());
        new WeightLines(request.layout(), request.parameters())
                .paint(
                        new LineRaster(picture.lines(), request.width(), request.height()),
                        request.density(),
                        request.theme(),
                        request.target());
        return request.isPlane()
                ? paintFields(request, net, picture, stop)
                : paintBars(request, net, picture, stop);
    }

    private FloatNet netFor(UnitRequest request) {
        Scratch usable =
                scratch.filter(made ->
                                made.mlp() == request.mlp() && made.split() == request.split())
                        .orElseGet(
                                () -> new Scratch(request.mlp(), request.split(), newNet(request)));
        scratch = Optional.of(usable);
        return usable.net();
    }

    /// Samples stay loaded; grid nodes are reloaded each time.
    private static FloatNet newNet(UnitRequest request) {
        FloatNet net = new FloatNet(request.mlp(), request.parameters(), WIDTH);
        Samples samples = request.split().train();
        for (int i = 0; i < WIDTH; i++) {
            for (int c = 0; c < samples.columns(); c++) {
                net.inputs()[i * samples.columns() + c] =
                        (float) samples.feature(i % samples.rows(), c);
            }
        }
        return net;
    }

    private boolean paintFields(
            UnitRequest request, FloatNet net, UnitPicture picture, BooleanSupplier stop) {
        Domain domain = Domain.around(request.split().dataset().samples());
        place(request, domain, net.inputs(), SIDE, 0);
        if (!net.forward(stop)) {
            return false;
        }
        ClassColors colors = new ClassColors(request.mlp().outputs(), request.theme());
        DiagramLayout layout = request.layout();
        for (int column = 0; column < layout.columns(); column++) {
            float[][] rows = values(request, net, column);
            for (int index = 0; index < layout.shown(column); index++) {
                Tile tile = new Tile(picture.tile(column, index), request.pixels());
                tile.field(
                        rows[index],
                        SIDE,
                        ramp(request, colors, column, index),
                        scale(request, column, rows[index]),
                        isProbability(request, column));
            }
        }
        return request.focus().isEmpty() || paintLarge(request, net, picture, stop);
    }

    private boolean paintLarge(
            UnitRequest request, FloatNet net, UnitPicture picture, BooleanSupplier stop) {
        DiagramElement.Unit focus = request.focus().orElseThrow();
        Domain domain = Domain.around(request.split().dataset().samples());
        float[] field = new float[LARGE_SIDE * LARGE_SIDE];
        for (int from = 0; from < field.length; from += WIDTH) {
            place(request, domain, net.inputs(), LARGE_SIDE, from);
            if (!net.forward(stop)) {
                return false;
            }
            System.arraycopy(
                    values(request, net, focus.column())[focus.index()], 0, field, from, WIDTH);
        }
        ClassColors colors = new ClassColors(request.mlp().outputs(), request.theme());
        ColorRamp ramp = ramp(request, colors, focus.column(), focus.index());
        float scale = scale(request, focus.column(), field);
        new Tile(picture.large(), UnitPicture.LARGE)
                .field(field, LARGE_SIDE, ramp, scale, isProbability(request, focus.column()));
        range(picture, field);
        return true;
    }

    private static void range(UnitPicture picture, float[] values) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        picture.range(low, high);
    }

    /// Network inputs of the nodes of a `side` × `side` grid, starting at node `from`.
    private static void place(
            UnitRequest request, Domain domain, float[] inputs, int side, int from) {
        Scaling scaling = request.split().scaling();
        double[] features = new double[2];
        double[] node = new double[scaling.columns()];
        for (int i = 0; i < WIDTH; i++) {
            features[0] = domain.x(((from + i) % side + 0.5) / side);
            features[1] = domain.y(((from + i) / side + 0.5) / side);
            scaling.apply(features, node, 0);
            for (int k = 0; k < node.length; k++) {
                inputs[node.length * i + k] = (float) node[k];
            }
        }
    }

    private static boolean isOutput(UnitRequest request, int column) {
        return column == request.layout().columns() - 1;
    }

    /// Whether the units of a column are the probabilities of classes.
    private static boolean isProbability(UnitRequest request, int column) {
        return isOutput(request, column) && request.mlp().task() instanceof Task.Classification;
    }

    /// The values of the displayed units of a column: inputs, activations, and class probabilities
    /// or the output of a regression.
    private static float[][] values(UnitRequest request, FloatNet net, int column) {
        if (isOutput(request, column)) {
            float[][] outputs = rows(net.logits(), request.mlp().outputs());
            return isProbability(request, column) ? probabilities(outputs) : outputs;
        }
        return rows(
                column == 0 ? net.inputs() : net.layer(column - 1), request.layout().shown(column));
    }

    private static float[][] rows(float[] values, int count) {
        int units = values.length / WIDTH;
        float[][] rows = new float[count][WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            for (int unit = 0; unit < count; unit++) {
                rows[unit][i] = values[i * units + unit];
            }
        }
        return rows;
    }

    private static float[][] probabilities(float[][] logits) {
        float[][] p = new float[logits.length][WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            float most = Float.NEGATIVE_INFINITY;
            for (float[] row : logits) {
                most = Math.max(most, row[i]);
            }
            float sum = 0;
            for (int c = 0; c < p.length; c++) {
                p[c][i] = (float) Math.exp(logits[c][i] - most);
                sum += p[c][i];
            }
            for (float[] row : p) {
                row[i] /= sum;
            }
        }
        return p;
    }

    private static float scale(UnitRequest request, int column, float[]... rows) {
        if (isProbability(request, column)
                || (column > 0 && !isOutput(request, column) && isBounded(request, column - 1))) {
            return 1;
        }
        float most = 0;
        for (float[] row : rows) {
            for (float value : row) {
                most = Math.max(most, Math.abs(value));
            }
        }
        return most > 0 ? most : 1;
    }

    private static boolean isBounded(UnitRequest request, int layer) {
        return switch (request.mlp().spec().activation(layer)) {
            case TANH, SIGMOID, THRESHOLD -> true;
            case IDENTITY, RELU, LEAKY_RELU, ELU, SOFTPLUS, SILU, GELU -> false;
        };
    }

    private static ColorRamp ramp(UnitRequest request, ClassColors colors, int column, int index) {
        return isProbability(request, column)
                ? ColorRamp.between(colors.neutralArgb() & 0xffffff, colors.argb(index) & 0xffffff)
                : colors.signed();
    }

    private boolean paintBars(
            UnitRequest request, FloatNet net, UnitPicture picture, BooleanSupplier stop) {
        if (!net.forward(stop)) {
            return false;
        }
        Samples samples = request.split().train();
        int[] labels = new int[Math.min(WIDTH, samples.rows())];
        Arrays.setAll(labels, samples::label);
        ClassColors colors = new ClassColors(request.mlp().outputs(), request.theme());
        DiagramLayout layout = request.layout();
        for (int column = 0; column < layout.columns(); column++) {
            float[][] rows = values(request, net, column);
            float[][] means = new float[layout.shown(column)][];
            for (int index = 0; index < means.length; index++) {
                means[index] = means(rows[index], labels, request.mlp().outputs());
            }
            float scale = scale(request, column, means);
            for (int index = 0; index < means.length; index++) {
                DiagramElement.Unit unit = new DiagramElement.Unit(column, index);
                Tile tile = new Tile(picture.tile(column, index), request.pixels());
                draw(request, unit, tile, means[index], scale, colors);
                if (request.focus().equals(Optional.of(unit))) {
                    draw(
                            request,
                            unit,
                            new Tile(picture.large(), UnitPicture.LARGE),
                            means[index],
                            scale,
                            colors);
                    range(picture, means[index]);
                }
            }
        }
        return true;
    }

    private static float[] means(float[] values, int[] labels, int classes) {
        float[] sums = new float[Math.min(BAR_CLASSES, classes)];
        int[] counts = new int[sums.length];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < sums.length) {
                sums[labels[i]] += values[i];
                counts[labels[i]]++;
            }
        }
        for (int c = 0; c < sums.length; c++) {
            sums[c] /= Math.max(1, counts[c]);
        }
        return sums;
    }

    private static void draw(
            UnitRequest request,
            DiagramElement.Unit unit,
            Tile tile,
            float[] means,
            float scale,
            ClassColors colors) {
        if (request.isPictures() && unit.column() < 2 && request.layout().columns() > 1) {
            ImageSize size = request.split().dataset().image().orElseThrow();
            float[] picture =
                    unit.column() == 0
                            ? meanPicture(request, size)
                            : weights(request, unit.index(), size);
            tile.picture(picture, size, colors.signed());
        } else {
            tile.bars(means, scale, colors, isProbability(request, unit.column()));
        }
    }

    private static float[] weights(UnitRequest request, int unit, ImageSize size) {
        double[] w = request.parameters().weights(0);
        int fanOut = request.parameters().fanOut(0);
        float[] picture = new float[size.height() * size.width()];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (float) w[i * fanOut + unit];
        }
        return picture;
    }

    /// The mean of some rows in data units.
    private static float[] meanPicture(UnitRequest request, ImageSize size) {
        Samples samples = request.split().dataset().samples();
        int count = Math.min(WIDTH / 4, samples.rows());
        float[] mean = new float[size.height() * size.width()];
        for (int row = 0; row < count; row++) {
            for (int c = 0; c < mean.length; c++) {
                mean[c] += (float) samples.feature(row, c) / count;
            }
        }
        return mean;
    }
}
