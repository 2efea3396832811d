package mlpexplorer.ui.network;

import mlpexplorer.nn.ParameterPlace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The layout of the diagram: columns from the inputs on the left to the classes on the right, each
/// with as many units as fit. Depends only on the size of the diagram and the shape of the network,
/// so nothing moves during training. Immutable.
final class DiagramLayout {
    static final double TOP = 40;
    static final double BOTTOM = 20;

    /// The smallest box if that shows all units, and the preferred one otherwise.
    private static final double MIN_BOX = 16;

    private static final double CLEAR_BOX = 24;

    /// Units shown of a column that does not fit, where there is room for larger boxes.
    private static final int CLEAR_UNITS = 24;

    private static final double MAX_BOX = 52;

    /// The space between two columns and between two units, in boxes.
    private static final double GAP = 0.9;

    private static final double PITCH = 1.24;
    private static final double MAX_PITCH = 1.7;
    private static final double MIN_EDGE = 26;
    private static final double MAX_EDGE = 0.17;
    private static final double BIAS_REACH = 6;
    private static final double LINE_REACH = 5;
    private static final int HALVINGS = 24;

    private final List<Integer> sizes;
    private final boolean picture;
    private final double width;
    private final double height;
    private final double box;
    private final double pitch;
    private final double edge;
    private final int most;

    /// @param sizes inputs, hidden units …, classes
    /// @param picture whether the inputs are the pixels of an image, drawn as one box
    /// @param names preferred space for the longest name beside the first or last column
    DiagramLayout(double width, double height, List<Integer> sizes, boolean picture, double names) {
        this.sizes = List.copyOf(sizes);
        this.picture = picture;
        this.width = width;
        this.height = height;
        this.edge = Math.rint(Math.clamp(names, MIN_EDGE, Math.max(MIN_EDGE, MAX_EDGE * width)));
        double room = Math.max(MIN_BOX, height - TOP - BOTTOM);
        int columns = sizes.size();
        double byWidth = (width - 2 * edge) / (columns + GAP * (columns - 1));
        int largest = 1;
        for (int column = 0; column < columns; column++) {
            largest = Math.max(largest, boxes(column));
        }
        double byHeight = room / (PITCH * largest);
        double clear = Math.max(CLEAR_BOX, room / (PITCH * CLEAR_UNITS));
        double wanted = Math.min(byHeight < MIN_BOX ? clear : byHeight, MAX_BOX);
        this.box = Math.floor(Math.max(8, Math.min(byWidth, wanted)));
        this.most = Math.max(1, (int) ((room + (PITCH - 1) * box) / (PITCH * box)));
        this.pitch =
                Math.floor(
                        Math.clamp(room / Math.min(largest, most), PITCH * box, MAX_PITCH * box));
    }

    private int boxes(int column) {
        return isPicture(column) ? 1 : sizes.get(column);
    }

    /// Whether `other` puts everything in the same place.
    boolean isLike(DiagramLayout other) {
        return width == other.width
                && height == other.height
                && edge == other.edge
                && picture == other.picture
                && sizes.equals(other.sizes);
    }

    int columns() {
        return sizes.size();
    }

    /// Whether a column is one box for all pixels of a picture.
    boolean isPicture(int column) {
        return picture && column == 0;
    }

    /// Units of a column, shown or not.
    int size(int column) {
        return sizes.get(column);
    }

    /// Boxes drawn in a column; these are its first units.
    int shown(int column) {
        return Math.min(most, boxes(column));
    }

    /// The number of units of a column that do not fit.
    int leftOut(int column) {
        return boxes(column) - shown(column);
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /// The edge of a unit's box.
    double box() {
        return box;
    }

    /// The space beside the first and last columns.
    double edge() {
        return edge;
    }

    /// The distance between the left edges of two columns.
    double stride() {
        return columns() == 1 ? 0 : (width - 2 * edge - box) / (columns() - 1);
    }

    /// The left edge of a column's boxes.
    double x(int column) {
        return Math.rint(edge + column * stride());
    }

    /// The top edge of a unit's box.
    double y(DiagramElement.Unit unit) {
        int count = shown(unit.column());
        double used = (count - 1) * pitch + box;
        double room = height - TOP - BOTTOM;
        return Math.rint(TOP + Math.max(0, room - used) / 2 + unit.index() * pitch);
    }

    double middle(DiagramElement.Unit unit) {
        return y(unit) + box / 2;
    }

    /// Whether both ends of a weight, or the unit of a bias, are displayed.
    boolean shows(ParameterPlace place) {
        return place.to() < shown(place.layer() + 1)
                && switch (place) {
                    case ParameterPlace.Bias _ -> true;
                    case ParameterPlace.Weight(int layer, int from, _) ->
                            !isPicture(layer) && from < shown(layer);
                };
    }

    /// The y coordinate of the curve between two units at `x`.
    private static double curve(double x0, double y0, double x1, double y1, double x) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double t = (low + high) / 2;
            double at = x0 + (x1 - x0) * (1.5 * t * (1 - t) + t * t * t);
            low = at < x ? t : low;
            high = at < x ? high : t;
        }
        return y0 + (y1 - y0) * (3 - 2 * low) * low * low;
    }

    /// The element at a position: a bias before its unit, a unit, or the nearest weight.
    ///
    /// @param isVisible visible weights are preferred, however near another one is
    Optional<DiagramElement> at(double x, double y, Predicate<ParameterPlace.Weight> isVisible) {
        for (int column = 0; column < columns(); column++) {
            for (int index = 0; index < shown(column); index++) {
                DiagramElement.Unit unit = new DiagramElement.Unit(column, index);
                double down = y - y(unit);
                if (column > 0 && Math.hypot(x - biasX(column), y - biasY(unit)) <= BIAS_REACH) {
                    return Optional.of(
                            new DiagramElement.Parameter(
                                    new ParameterPlace.Bias(column - 1, index)));
                }
                if (x >= x(column) && x <= x(column) + box && down >= 0 && down <= box) {
                    return Optional.of(unit);
                }
            }
        }
        return weightAt(x, y, isVisible).or(() -> weightAt(x, y, _ -> true));
    }

    /// The center of the square for the bias of a unit.
    double biasX(int column) {
        return x(column) - 2;
    }

    double biasY(DiagramElement.Unit unit) {
        return y(unit) + box - 2;
    }

    private Optional<DiagramElement> weightAt(
            double x, double y, Predicate<ParameterPlace.Weight> candidates) {
        Optional<DiagramElement> nearest = Optional.empty();
        double least = LINE_REACH;
        for (ParameterPlace.Weight weight : weightsAcross(x)) {
            double x0 = x(weight.layer()) + box;
            double x1 = x(weight.layer() + 1);
            double y0 = middle(new DiagramElement.Unit(weight.layer(), weight.from()));
            double y1 = middle(new DiagramElement.Unit(weight.layer() + 1, weight.to()));
            double here = curve(x0, y0, x1, y1, x);
            double slope = curve(x0, y0, x1, y1, x + 0.5) - curve(x0, y0, x1, y1, x - 0.5);
            double distance = Math.abs(y - here) / Math.hypot(1, slope);
            if (distance < least && candidates.test(weight)) {
                least = distance;
                nearest = Optional.of(new DiagramElement.Parameter(weight));
            }
        }
        return nearest;
    }

    /// The weights whose curves cross the vertical line at `x`.
    private List<ParameterPlace.Weight> weightsAcross(double x) {
        List<ParameterPlace.Weight> weights = new ArrayList<>();
        for (int layer = 0; layer < columns() - 1; layer++) {
            boolean across = x > x(layer) + box && x < x(layer + 1);
            if (!across || isPicture(layer)) {
                continue;
            }
            for (int from = 0; from < shown(layer); from++) {
                for (int to = 0; to < shown(layer + 1); to++) {
                    weights.add(new ParameterPlace.Weight(layer, from, to));
                }
            }
        }
        return weights;
    }
}
