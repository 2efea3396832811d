package mlpexplorer.ui.field;

import mlpexplorer.data.Scaling;
import mlpexplorer.data.Split;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.Theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A map of the agreement between several networks on the same data: each pixel has the color of
/// the majority class, paler where fewer networks vote for it, and each network's contour is a thin
/// line. In a regression, the mean of their outputs instead, or the function of each network. Drawn
/// in the calling thread.
///
/// @param argb `pixels`² opaque colors, row-major from the top left
/// @param disagreement fraction of votes against the majority, averaged over the picture; in a
///   regression, the standard deviation of their values, in the data's units; 0 for one network
public record VoteMap(int[] argb, int pixels, double disagreement) {
    private static final int DARK = 0x24292f;
    private static final int LIGHT = 0xc9d1d9;
    private static final float LINE_OPACITY = 0.45f;

    /// Draws the votes of `voters`, networks of the same shape.
    ///
    /// @throws IllegalArgumentException if there is nothing to draw, see [FieldThumbnail#shows]
    public static VoteMap draw(
            Mlp mlp, List<Parameters> voters, Split split, Theme theme, int pixels) {
        if (!FieldThumbnail.shows(split.dataset()) || voters.isEmpty()) {
            throw new IllegalArgumentException(
                    "Votes need networks, and data with a boundary to draw.");
        }
        PlaneView plane =
                PlaneView.of(split, PlaneChoice.defaults(split.dataset().samples().columns()));
        return switch (FieldPainter.of(split, theme, false)) {
            case ClassPainter shades -> votes(mlp, voters, plane, shades, theme, pixels);
            case SurfacePainter shades ->
                    mean(mlp, voters, plane, shades, split.scaling(), theme, pixels);
            case CurvePainter lines ->
                    mean(mlp, voters, plane, lines, split.scaling(), theme, pixels);
        };
    }

    /// The mean and the standard deviation of the outputs, and the function of each network.
    private static VoteMap mean(
            Mlp mlp,
            List<Parameters> voters,
            PlaneView plane,
            FieldPainter painter,
            Scaling scaling,
            Theme theme,
            int pixels) {
        FieldEvaluator evaluator = new FieldEvaluator();
        int[] argb = new int[pixels * pixels];
        Arrays.fill(argb, new ClassColors(1, theme).neutralArgb());
        List<Field> fields = new ArrayList<>();
        List<Contour> contours = new ArrayList<>();
        for (Parameters voter : voters) {
            Field field = new Field();
            FieldRequest request =
                    new FieldRequest(mlp, voter, plane.projection(), plane.home(), painter, pixels);
            evaluator.evaluate(request, pixels / 2 + 1, field, () -> false);
            fields.add(field);
            Contour contour = new Contour();
            painter.trace(field, plane.home(), new ContourTracer(), contour);
            contours.add(contour);
        }
        Field mean = fields.getFirst();
        double spread = average(fields, mean) * scaling.targetDeviation();
        painter.paint(mean, argb, pixels);
        draw(contours, argb, pixels, theme);
        return new VoteMap(argb, pixels, spread);
    }

    /// Writes the mean of all `fields` into `mean` and returns their mean standard deviation.
    private static double average(List<Field> fields, Field mean) {
        int nodes = mean.side() * mean.rows();
        double deviations = 0;
        for (int node = 0; node < nodes; node++) {
            double sum = 0;
            double squares = 0;
            for (Field field : fields) {
                sum += field.logits()[node];
            }
            double middle = sum / fields.size();
            for (Field field : fields) {
                double off = field.logits()[node] - middle;
                squares += off * off;
            }
            mean.logits()[node] = (float) middle;
            deviations += Math.sqrt(squares / fields.size()) / nodes;
        }
        return deviations;
    }

    private static VoteMap votes(
            Mlp mlp,
            List<Parameters> voters,
            PlaneView plane,
            ClassPainter shades,
            Theme theme,
            int pixels) {
        ClassPainter regions = new ClassPainter(shades.colors(), true);
        FieldEvaluator evaluator = new FieldEvaluator();
        int[][] votes = new int[mlp.outputs()][pixels * pixels];
        int[] argb = new int[pixels * pixels];
        List<Contour> contours = new ArrayList<>();
        Map<Integer, Integer> labels = labels(regions, mlp.outputs());
        for (Parameters voter : voters) {
            Field field = new Field();
            FieldRequest request =
                    new FieldRequest(mlp, voter, plane.projection(), plane.home(), regions, pixels);
            evaluator.evaluate(request, pixels / 2 + 1, field, () -> false);
            regions.paint(field, argb, pixels);
            for (int i = 0; i < argb.length; i++) {
                votes[labels.getOrDefault(argb[i], 0)][i]++;
            }
            Contour contour = new Contour();
            new ContourTracer().trace(field, contour);
            contours.add(contour);
        }
        double against = color(votes, voters.size(), shades, argb);
        draw(contours, argb, pixels, theme);
        return new VoteMap(argb, pixels, against);
    }

    private static void draw(List<Contour> contours, int[] argb, int pixels, Theme theme) {
        PixelPainter ink = new PixelPainter(argb, pixels);
        contours.forEach(contour ->
                ink.lines(
                        contour,
                        Math.max(1, pixels / 300.0),
                        theme.isDark() ? LIGHT : DARK,
                        contours.size() > 1 ? LINE_OPACITY : 0.75f));
    }

    private static Map<Integer, Integer> labels(ClassPainter regions, int classes) {
        Map<Integer, Integer> labels = new HashMap<>();
        for (int c = 0; c < classes; c++) {
            labels.putIfAbsent(regions.argb(c, 1), c);
        }
        return labels;
    }

    private static double color(int[][] votes, int voters, ClassPainter painter, int[] argb) {
        double against = 0;
        for (int i = 0; i < argb.length; i++) {
            int best = 0;
            for (int c = 1; c < votes.length; c++) {
                best = votes[c][i] > votes[best][i] ? c : best;
            }
            double share = (double) votes[best][i] / voters;
            against += 1 - share;
            argb[i] = painter.argb(best, share);
        }
        return against / argb.length;
    }
}
