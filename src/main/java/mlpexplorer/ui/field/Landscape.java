package mlpexplorer.ui.field;

import javafx.geometry.Point2D;

import mlpexplorer.data.io.CsvTable;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.ShortestDecimal;
import mlpexplorer.nn.landscape.LossGrid;
import mlpexplorer.nn.landscape.LossLevels;
import mlpexplorer.nn.landscape.LossSurface;
import mlpexplorer.nn.landscape.WeightPath;
import mlpexplorer.nn.landscape.WeightPlane;
import mlpexplorer.ui.controls.ColorRamp;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A loss landscape ready to be drawn: losses on a plane, their contours and colors, and the paths
/// of runs. Immutable by convention.
///
/// @param logs logarithms of the losses of `grid`
/// @param paths the paths of the runs on the plane, in order
/// @param levels contour lines, by loss
/// @param argb [#PIXELS]² colors, row-major from the top left
/// @param rows rows of the part that the losses are computed from, counted from the first
public record Landscape(
        Request request,
        WeightPlane plane,
        LossGrid grid,
        LogLosses logs,
        List<Projected> paths,
        List<Level> levels,
        int[] argb,
        int rows) {
    /// Edge of the color image.
    static final int PIXELS = 200;

    private static final int MAX_LEVELS = 14;
    private static final List<Integer> SIDES = List.of(41, 31, 21, 15);
    private static final int ENOUGH_ROWS = 200;

    /// Multiplications for a grid, less than a second.
    private static final double MAX_WORK = 1.5e9;

    /// Color of the path of a single run.
    public static final int PATH = 0xd55e00;

    /// A run on the landscape.
    ///
    /// @param rgb color of the path
    public record Run(String name, int rgb, WeightPath path) {}

    /// What to compute.
    ///
    /// @param runs at least one, all of the shape of `mlp`
    /// @param at center of the random plane
    /// @param samples rows of the loss
    /// @param factor size of the visible part relative to the default
    /// @param seed seed of the random directions
    public record Request(
            Mlp mlp,
            List<Run> runs,
            WeightPlane.Kind kind,
            Parameters at,
            Samples samples,
            Regularizer penalty,
            double factor,
            long seed,
            Theme theme) {

        /// The same on another plane.
        public Request withKind(WeightPlane.Kind other) {
            return new Request(mlp, runs, other, at, samples, penalty, factor, seed, theme);
        }

        private Optional<WeightPlane> plane() {
            WeightPath path = runs.getFirst().path();
            return switch (kind) {
                case PRINCIPAL -> WeightPlane.principal(paths());
                case RANDOM -> WeightPlane.random(at, seed);
                case LINE -> WeightPlane.line(path.first(), path.last());
            };
        }

        private List<WeightPath> paths() {
            return runs.stream().map(Run::path).toList();
        }

        /// Computes the landscape in the calling thread; empty if it was canceled.
        ///
        /// @throws IllegalArgumentException with one sentence if there is no such plane
        public Optional<Landscape> compute(BooleanSupplier canceled) {
            WeightPlane plane =
                    plane().orElseThrow(() ->
                            new IllegalArgumentException(
                                    kind == WeightPlane.Kind.RANDOM
                                            ? "All weights are 0, so random directions"
                                                    + " have no scale."
                                            : "The weights have not changed yet: train at"
                                                    + " least one epoch."));
            List<Projected> projected =
                    runs.stream()
                            .map(run -> new Projected(run, plane.project(run.path())))
                            .toList();
            List<WeightPlane.Place> steps =
                    projected.stream().flatMap(path -> path.places().stream()).toList();
            int side = side();
            int rows = rows(side);
            return LossGrid.of(
                            new LossSurface(mlp, samples.head(rows), penalty),
                            plane,
                            LossGrid.Extent.of(kind, steps, factor),
                            side,
                            canceled)
                    .map(grid -> drawn(plane, grid, projected, rows));
        }

        private int side() {
            return SIDES.stream()
                    .filter(side -> budget(side) >= Math.min(samples.rows(), ENOUGH_ROWS))
                    .findFirst()
                    .orElse(SIDES.getLast());
        }

        private int rows(int side) {
            return Math.min(samples.rows(), Math.max(ENOUGH_ROWS / 4, (int) budget(side)));
        }

        private double budget(int side) {
            int rows = kind == WeightPlane.Kind.LINE ? 1 : side;
            return MAX_WORK / ((double) side * rows * at.count());
        }

        private Landscape drawn(
                WeightPlane plane, LossGrid grid, List<Projected> projected, int rows) {
            LogLosses logs = LogLosses.of(grid);
            List<Level> levels = new ArrayList<>();
            LevelTracer tracer = new LevelTracer();
            for (double loss : LossLevels.of(grid.losses(), MAX_LEVELS)) {
                Contour contour = new Contour();
                if (grid.rows() > 1) {
                    tracer.trace(logs.values(), grid.columns(), Math.log(loss), contour);
                }
                levels.add(new Level(loss, contour));
            }
            return new Landscape(
                    this,
                    plane,
                    grid,
                    logs,
                    projected,
                    List.copyOf(levels),
                    grid.rows() > 1 ? colors(logs) : new int[0],
                    rows);
        }

        private int[] colors(LogLosses logs) {
            ColorRamp ramp =
                    ColorRamp.between(theme.background(), theme.isDark() ? 0x2f6f9f : 0x6baed6);
            double span = Math.max(1e-12, logs.high() - logs.low());
            int[] argb = new int[PIXELS * PIXELS];
            for (int y = 0; y < PIXELS; y++) {
                for (int x = 0; x < PIXELS; x++) {
                    double value = logs.at((x + 0.5) / PIXELS, 1 - (y + 0.5) / PIXELS);
                    argb[y * PIXELS + x] =
                            ramp.at(
                                    Double.isFinite(value)
                                            ? (float) ((value - logs.low()) / span)
                                            : 1);
                }
            }
            return argb;
        }
    }

    /// The path of a run on the plane; one place for each step.
    public record Projected(Run run, List<WeightPlane.Place> places) {
        long epoch(int step) {
            return run.path().steps().get(step).epoch();
        }
    }

    /// The lines of one loss.
    public record Level(double loss, Contour contour) {}

    /// Logarithms of the losses on a grid; losses below the least one of a logarithmic scale count
    /// as that one.
    ///
    /// @param values as [LossGrid#losses]
    /// @param low the least one
    /// @param high the largest finite one
    public record LogLosses(double[] values, int columns, double low, double high) {
        private static LogLosses of(LossGrid grid) {
            double low = LossLevels.low(grid.losses());
            return new LogLosses(
                    Arrays.stream(grid.losses())
                            .map(loss -> Math.log(Math.max(loss, low)))
                            .toArray(),
                    grid.columns(),
                    Math.log(low),
                    Math.log(LossLevels.high(grid.losses())));
        }

        /// The interpolated value at a place, 0 to 1 from the left and from the bottom.
        private double at(double across, double up) {
            int rows = values.length / columns;
            double x = Math.clamp(across, 0, 1) * (columns - 1);
            int column = Math.min((int) x, columns - 2);
            if (rows == 1) {
                return values[column] + (x - column) * (values[column + 1] - values[column]);
            }
            double y = Math.clamp(up, 0, 1) * (rows - 1);
            int row = Math.min((int) y, rows - 2);
            int node = row * columns + column;
            double lower = values[node] + (x - column) * (values[node + 1] - values[node]);
            double upper =
                    values[node + columns]
                            + (x - column) * (values[node + columns + 1] - values[node + columns]);
            return lower + (y - row) * (upper - lower);
        }
    }

    /// `x,y,loss,run,epoch`: the loss at each node of the plane, without a run, then for each run
    /// the steps of its path with the loss of the weights themselves, which are rarely on the
    /// plane.
    ///
    /// @param loss name of the column of the loss
    public CsvTable table(String loss) {
        return new CsvTable(
                List.of("x", "y", loss, "run", "epoch"),
                () -> Stream.concat(nodes(), paths.stream().flatMap(this::steps)).iterator());
    }

    private Stream<List<String>> nodes() {
        return IntStream.range(0, grid.losses().length)
                .mapToObj(node ->
                        row(
                                "",
                                "",
                                grid.x(node % grid.columns()),
                                grid.y(node / grid.columns()),
                                grid.losses()[node]));
    }

    private Stream<List<String>> steps(Projected path) {
        LossSurface surface =
                new LossSurface(request.mlp(), request.samples().head(rows), request.penalty());
        return IntStream.range(0, path.places().size())
                .mapToObj(i ->
                        row(
                                path.run().name(),
                                Long.toString(path.epoch(i)),
                                path.places().get(i).x(),
                                path.places().get(i).y(),
                                surface.loss(path.run().path().steps().get(i).parameters())));
    }

    private static List<String> row(String run, String epoch, double... numbers) {
        return Stream.concat(
                        Arrays.stream(numbers)
                                .mapToObj(number ->
                                        Double.isFinite(number)
                                                ? ShortestDecimal.text(number)
                                                : ""),
                        Stream.of(run, epoch))
                .toList();
    }

    /// Loss and position at a place of the visible part, 0 to 1 from the left and from the bottom,
    /// as a text.
    public String reading(Point2D place) {
        double x = grid.extent().left() + place.getX() * grid.extent().width();
        double y = grid.extent().bottom() + place.getY() * grid.extent().height();
        double loss = loss(place.getX(), place.getY());
        String value =
                Double.isFinite(loss)
                        ? Numbers.loss(loss)
                        : Messages.text("landscape.reading.infinite");
        return grid.rows() == 1
                ? Messages.text("landscape.reading.line", value, Numbers.number(x))
                : Messages.text(
                        "landscape.reading.place", value, Numbers.number(x), Numbers.number(y));
    }

    /// The loss at a place of the visible part, 0 to 1 from the left and from the bottom,
    /// interpolated on a logarithmic scale; not finite where a neighboring node is not.
    public double loss(double across, double up) {
        return Math.exp(logs.at(across, up));
    }
}
