package mlpexplorer.ui.network;

import javafx.scene.paint.Color;

import mlpexplorer.nn.ParameterPlace;
import mlpexplorer.nn.Parameters;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.Pen;
import mlpexplorer.ui.controls.Theme;

import java.util.Arrays;
import java.util.Optional;

/// Draws weights as curves, blue if positive and orange if negative. Width and opacity grow with
/// the square root of the weight relative to the largest, so that small ones remain visible. Curves
/// of equal width and sign are one stroke.
final class WeightLines {
    private static final int LEVELS = 10;
    private static final int DENSE = 150;
    private static final double MIN_WIDTH = 0.5;
    private static final double FAINT = 0.16;

    /// Smaller relative weights are not drawn.
    private static final double MIN_FRACTION = 1e-3;

    /// Weights from this share of the largest are pointed at before smaller ones.
    private static final double PROMINENT = 0.05;

    private final DiagramLayout layout;
    private final Parameters parameters;
    private final double largest;
    private final double widest;
    private final boolean dense;
    private final int[][] levels;

    WeightLines(DiagramLayout layout, Parameters parameters) {
        this.layout = layout;
        this.parameters = parameters;
        this.largest = largest(parameters);
        this.dense = isDense(layout);
        this.widest = Math.clamp(layout.box() / 5.5, 3, 8) * (dense ? 0.5 : 1);
        this.levels = new int[layout.columns() - 1][];
        for (int layer = 0; layer < levels.length; layer++) {
            levels[layer] = layout.isPicture(layer) ? new int[0] : levels(layer);
        }
    }

    /// Whether there are so many lines that only the large ones should be prominent.
    private static boolean isDense(DiagramLayout layout) {
        int most = 0;
        for (int layer = 0; layer < layout.columns() - 1; layer++) {
            most = Math.max(most, layout.shown(layer) * layout.shown(layer + 1));
        }
        return most > DENSE;
    }

    private double opacity(double share) {
        return dense ? 0.1 + 0.85 * share * share : 0.3 + 0.65 * share;
    }

    /// The width level of each weight between two columns, 1 to [#LEVELS] + 1, negative for
    /// negative weights; 0 is not drawn.
    private int[] levels(int layer) {
        int[] all = new int[layout.shown(layer) * layout.shown(layer + 1)];
        for (int i = 0; i < all.length; i++) {
            int from = i / layout.shown(layer + 1);
            int to = i % layout.shown(layer + 1);
            double w = parameters.weights(layer)[from * parameters.fanOut(layer) + to];
            int level = 1 + (int) Math.round(share(w) * LEVELS);
            all[i] = share(w) < MIN_FRACTION ? 0 : w > 0 ? level : -level;
        }
        return all;
    }

    /// The largest absolute weight of a network.
    static double largest(Parameters parameters) {
        double largest = 0;
        for (int l = 0; l < parameters.layers(); l++) {
            for (double w : parameters.weights(l)) {
                largest = Math.max(largest, Math.abs(w));
            }
        }
        return largest;
    }

    private double share(double weight) {
        return largest > 0 && Double.isFinite(largest) ? Math.sqrt(Math.abs(weight) / largest) : 0;
    }

    /// Whether a weight is drawn clearly enough to be pointed at among others.
    static boolean isProminent(double weight, double largest) {
        return Math.abs(weight) >= PROMINENT * largest;
    }

    private double width(double share) {
        return MIN_WIDTH + (widest - MIN_WIDTH) * share;
    }

    /// Draws the same as [#draw] into pixels, `density` per unit of length.
    void paint(LineRaster raster, double density, Theme theme, Optional<DiagramElement> target) {
        ClassColors colors = new ClassColors(2, theme);
        for (int pass = target.isPresent() ? 0 : 1; pass < 2; pass++) {
            for (int level = 0; level <= LEVELS; level++) {
                double share = (double) level / LEVELS;
                double opacity = opacity(share) * (pass == 0 ? FAINT : 1);
                for (int sign = 0; sign < 2; sign++) {
                    var pen =
                            new LineRaster.Stroke(
                                    density * width(share) / 2, colors.argb(sign), opacity);
                    paintLevel(
                            raster,
                            density,
                            pen,
                            sign == 1 ? level + 1 : -level - 1,
                            pass == 0 ? Optional.empty() : target);
                }
            }
        }
    }

    private void paintLevel(
            LineRaster raster,
            double density,
            LineRaster.Stroke pen,
            int wanted,
            Optional<DiagramElement> target) {
        for (int layer = 0; layer < levels.length; layer++) {
            for (int i = 0; i < levels[layer].length; i++) {
                int from = i / layout.shown(layer + 1);
                int to = i % layout.shown(layer + 1);
                if (levels[layer][i] == wanted && touches(target, layer, from, to)) {
                    raster.curve(
                            density * (layout.x(layer) + layout.box()),
                            density * layout.middle(new DiagramElement.Unit(layer, from)),
                            density * layout.x(layer + 1),
                            density * layout.middle(new DiagramElement.Unit(layer + 1, to)),
                            pen);
                }
            }
        }
    }

    /// Draws all weights whose ends are both displayed; with a highlighted element, other lines are
    /// faint.
    void draw(Pen g, DiagramStyle style, Optional<DiagramElement> target) {
        Color[] colors = {style.sign(false), style.sign(true)};
        for (int pass = target.isPresent() ? 0 : 1; pass < 2; pass++) {
            boolean touched = pass == 1;
            for (int level = 0; level <= LEVELS; level++) {
                for (int sign = 0; sign < 2; sign++) {
                    stroke(g, colors[sign], level, sign == 1, touched ? target : Optional.empty());
                }
            }
            if (!touched) {
                g.setGlobalAlpha(1 - FAINT);
                g.setFill(style.ground());
                g.fillRect(
                        0,
                        DiagramLayout.TOP - 2,
                        layout.width(),
                        layout.height() - DiagramLayout.TOP);
                g.setGlobalAlpha(1);
            }
        }
        g.setGlobalAlpha(1);
    }

    private void stroke(
            Pen g, Color color, int level, boolean positive, Optional<DiagramElement> target) {
        double share = (double) level / LEVELS;
        g.setStroke(color);
        g.setGlobalAlpha(opacity(share));
        g.setLineWidth(width(share));
        int wanted = positive ? level + 1 : -level - 1;
        for (int layer = 0; layer < levels.length; layer++) {
            strokeLayer(g, layer, wanted, target);
        }
    }

    /// One stroke per layer, since the cost of a stroke grows with the area it spans.
    private void strokeLayer(Pen g, int layer, int wanted, Optional<DiagramElement> target) {
        boolean any = false;
        g.beginPath();
        for (int i = 0; i < levels[layer].length; i++) {
            int from = i / layout.shown(layer + 1);
            int to = i % layout.shown(layer + 1);
            if (levels[layer][i] == wanted && touches(target, layer, from, to)) {
                curve(g, layer, from, to);
                any = true;
            }
        }
        if (any) {
            g.stroke();
        }
    }

    private static boolean touches(Optional<DiagramElement> target, int layer, int from, int to) {
        return target.isEmpty()
                || switch (target.get()) {
                    case DiagramElement.Unit(int column, int index) ->
                            (column == layer && index == from)
                                    || (column == layer + 1 && index == to);
                    case DiagramElement.Parameter(ParameterPlace.Weight weight) ->
                            weight.equals(new ParameterPlace.Weight(layer, from, to));
                    case DiagramElement.Parameter(ParameterPlace.Bias bias) ->
                            bias.layer() == layer && bias.to() == to;
                };
    }

    private void curve(Pen g, int layer, int from, int to) {
        double x0 = layout.x(layer) + layout.box();
        double x1 = layout.x(layer + 1);
        double y0 = layout.middle(new DiagramElement.Unit(layer, from));
        double y1 = layout.middle(new DiagramElement.Unit(layer + 1, to));
        double middle = (x0 + x1) / 2;
        g.moveTo(x0, y0);
        g.bezierCurveTo(middle, y0, middle, y1, x1, y1);
    }

    /// Pixels of an image have no individual lines; a thin fan represents all of them.
    void drawPictureInput(Pen g, DiagramStyle style) {
        if (layout.isPicture(0) && layout.columns() > 1) {
            g.setStroke(style.frame());
            g.setGlobalAlpha(1);
            g.setLineWidth(1);
            g.beginPath();
            for (int to = 0; to < layout.shown(1); to++) {
                curve(g, 0, 0, to);
            }
            g.stroke();
        }
    }

    /// Draws biases as squares, colored like weights but relative to the largest bias.
    void drawBiases(Pen g, DiagramStyle style, double side) {
        for (int layer = 0; layer < layout.columns() - 1; layer++) {
            double most = Arrays.stream(parameters.biases(layer)).map(Math::abs).max().orElse(0);
            for (int to = 0; to < layout.shown(layer + 1); to++) {
                double bias = parameters.biases(layer)[to];
                double x = Math.rint(layout.biasX(layer + 1) - side / 2);
                double y =
                        Math.rint(layout.biasY(new DiagramElement.Unit(layer + 1, to)) - side / 2);
                g.setFill(style.ground());
                g.fillRect(x - 1, y - 1, side + 2, side + 2);
                g.setGlobalAlpha(most > 0 ? 0.25 + 0.75 * Math.sqrt(Math.abs(bias) / most) : 1);
                g.setFill(most > 0 ? style.sign(bias >= 0) : style.frame());
                g.fillRect(x, y, side, side);
                g.setGlobalAlpha(1);
            }
        }
    }
}
