package mlpexplorer.ui.field;

import mlpexplorer.data.Dataset;
import mlpexplorer.data.Split;
import mlpexplorer.data.Split.Part;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.ClassMarker;
import mlpexplorer.ui.controls.Theme;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// Draws a boundary as a small picture: field, contour and points, without axes. Runs in the
/// calling thread without a window or toolkit; takes a few milliseconds for 200 × 200 pixels and a
/// few hundred weights. Immutable.
///
/// @param pixels edge of the picture, 8 to 2,048
/// @param discretize solid regions instead of shades
/// @param points the parts whose points are drawn, each in the color and shape of its class; empty
///   for the field alone
public record FieldThumbnail(int pixels, Theme theme, boolean discretize, Set<Part> points) {
    private static final int MAX_PIXELS = 2048;
    private static final int MIN_SIDE = 24;
    private static final int LIGHT = 0xffffff;
    private static final int GRAY = 0x8c959f;
    private static final int DARK = 0x24292f;
    private static final int LIGHT_LINE = 0xc9d1d9;
    private static final float LINE_OPACITY = 0.75f;
    private static final double PIXELS_PER_RADIUS = 80;
    private static final double HOLLOW = 0.55;
    private static final double PIXELS_PER_STROKE = 260;

    public FieldThumbnail {
        if (pixels < 8 || pixels > MAX_PIXELS) {
            throw new IllegalArgumentException(
                    "pixels is " + pixels + ", but must be from 8 to 2048.");
        }
        points = points.isEmpty() ? Set.of() : Set.copyOf(points);
    }

    /// A shaded thumbnail with the training points.
    public FieldThumbnail(int pixels, Theme theme) {
        this(pixels, theme, false, EnumSet.of(Part.TRAIN));
    }

    /// The same without points.
    public FieldThumbnail withoutPoints() {
        return new FieldThumbnail(pixels, theme, discretize, Set.of());
    }

    /// Whether such data has a boundary or a function to draw.
    public static boolean shows(Dataset dataset) {
        return dataset.image().isEmpty()
                && (dataset.samples().columns() >= 2 || dataset.task() instanceof Task.Regression);
    }

    /// The picture on the default plane: `pixels`² opaque ARGB colors, row-major from the top left,
    /// for [FieldImage#paint(int[], int)] or a file. If the thread is interrupted, the picture is
    /// incomplete.
    ///
    /// @throws IllegalArgumentException if there is nothing to draw, see [#shows]
    public int[] draw(Mlp mlp, Parameters parameters, Split split) {
        if (!shows(split.dataset())) {
            throw new IllegalArgumentException(
                    "Classes by one feature, and images, have no boundary.");
        }
        return draw(
                mlp,
                parameters,
                split,
                PlaneView.of(split, PlaneChoice.defaults(split.dataset().samples().columns())));
    }

    /// The same on a given plane, for many pictures of one split.
    public int[] draw(Mlp mlp, Parameters parameters, Split split, PlaneView plane) {
        Domain domain = plane.home();
        FieldPainter painter = FieldPainter.of(split, theme, discretize);
        Field field = new Field();
        FieldRequest request =
                new FieldRequest(mlp, parameters, plane.projection(), domain, painter, pixels);
        new FieldEvaluator()
                .evaluate(
                        request,
                        Math.max(MIN_SIDE, pixels / 2 + 1),
                        field,
                        Thread.currentThread()::isInterrupted);
        int[] argb = new int[pixels * pixels];
        Arrays.fill(argb, new ClassColors(1, theme).neutralArgb());
        painter.paint(field, argb, pixels);
        Contour contour = new Contour();
        painter.trace(field, domain, new ContourTracer(), contour);
        PixelPainter ink = new PixelPainter(argb, pixels);
        ink.lines(
                contour,
                painter instanceof CurvePainter
                        ? Math.max(1.5, pixels / 120.0)
                        : Math.max(1, pixels / 200.0),
                theme.isDark() ? LIGHT_LINE : DARK,
                LINE_OPACITY);
        for (int position = 0; position < split.dataset().rows(); position++) {
            if (points.contains(split.part(position))) {
                draw(ink, split, position, plane, painter);
            }
        }
        return argb;
    }

    private void draw(
            PixelPainter ink, Split split, int position, PlaneView plane, FieldPainter painter) {
        Samples samples = split.dataset().samples();
        double x = pixels * plane.home().across(plane.points().x()[position]);
        double y = pixels * plane.home().down(plane.points().y()[position]);
        ClassMarker marker = painter.marker(split, position);
        double room = Math.clamp(Math.pow(200.0 / samples.rows(), 0.25), 0.6, 1.6);
        double radius = room * Math.clamp(pixels / PIXELS_PER_RADIUS, 1.2, 4.5);
        Part part = split.part(position);
        ink.mark(
                marker,
                x,
                y,
                radius + Math.clamp(pixels / PIXELS_PER_STROKE, 0.4, 1.2),
                part == Part.TEST ? DARK : painter instanceof SurfacePainter ? GRAY : LIGHT);
        ink.mark(marker, x, y, radius, painter.pointArgb(split, position));
        if (part == Part.VALIDATION) {
            ink.mark(marker, x, y, HOLLOW * radius, LIGHT);
        }
    }
}
