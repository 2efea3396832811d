package mlpexplorer.ui.field;

import mlpexplorer.data.Split;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.Theme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A map of the agreement between several networks on the same data: each pixel has the color of
/// the majority class, paler where fewer networks vote for it, and each network's contour is a thin
/// line. Drawn in the calling thread.
///
/// @param argb `pixels`² opaque colors, row-major from the top left
/// @param disagreement fraction of votes against the majority, averaged over the picture; 0 for one
///   network
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
                PlaneView.of(split, PlaneChoice.usual(split.dataset().samples().columns()));
        ClassColors colors = new ClassColors(mlp.outputs(), theme);
        FieldPainter regions = new FieldPainter(colors, true);
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
        double against = color(votes, voters.size(), new FieldPainter(colors, false), argb);
        PixelPainter ink = new PixelPainter(argb, pixels);
        contours.forEach(contour ->
                ink.lines(
                        contour,
                        Math.max(1, pixels / 300.0),
                        theme.isDark() ? LIGHT : DARK,
                        voters.size() > 1 ? LINE_OPACITY : 0.75f));
        return new VoteMap(argb, pixels, against);
    }

    private static Map<Integer, Integer> labels(FieldPainter regions, int classes) {
        Map<Integer, Integer> labels = new HashMap<>();
        for (int c = 0; c < classes; c++) {
            labels.putIfAbsent(regions.argb(c, 1), c);
        }
        return labels;
    }

    private static double color(int[][] votes, int voters, FieldPainter painter, int[] argb) {
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
