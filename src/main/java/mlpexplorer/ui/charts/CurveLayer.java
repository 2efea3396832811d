package mlpexplorer.ui.charts;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.Node;

/// All curves of a plot, earlier ones above later ones, the dimmed ones behind all others. A curve that is shown again keeps its path and what was computed of it.
final class CurveLayer extends Group {
    private final MinMaxDecimator decimator = new MinMaxDecimator();
    private final CurveTracer tracer = new CurveTracer();
    private List<CurveLine> lines = List.of();

    CurveLayer() {
        setManaged(false);
    }

    void show(List<CurveSeries> series) {
        Map<Object, CurveLine> known = new IdentityHashMap<>();
        lines.forEach(line -> known.put(line.series().curve().identity(), line));
        List<CurveLine> shown = new ArrayList<>();
        for (CurveSeries s : series) {
            CurveLine line = Optional.ofNullable(known.remove(s.curve().identity())).orElseGet(CurveLine::new);
            line.show(s);
            shown.add(line);
        }
        lines = List.copyOf(shown);
        List<Node> paths = Stream.concat(live(), ghosts()).flatMap(line -> line.nodes().stream()).toList().reversed();
        if (!getChildren().equals(paths)) {
            getChildren().setAll(paths);
        }
    }

    void draw(Viewport view) {
        lines.forEach(line -> line.draw(view, decimator, tracer));
    }

    boolean isBlank() {
        return lines.stream().allMatch(line -> line.series().curve().size() == 0);
    }

    /// The largest x of all curves, 0 where there is none.
    double lastX() {
        return lines.stream()
                .map(line -> line.series().curve())
                .filter(curve -> curve.size() > 0)
                .mapToDouble(curve -> curve.x(curve.size() - 1))
                .max()
                .orElse(0);
    }

    /// The smallest finite y of all curves, positive infinity where there is none.
    double lowest() {
        return lines.stream().mapToDouble(CurveLine::lowest).min().orElse(Double.POSITIVE_INFINITY);
    }

    /// The largest finite y of all curves, negative infinity where there is none. A ghost that rose far above the live curves does not
    /// press them flat: it counts no more than four times their largest.
    double highest() {
        double live = highest(live());
        double ghost = highest(ghosts());
        return live > 0 ? Math.max(live, Math.min(ghost, 4 * live)) : Math.max(live, ghost);
    }

    private static double highest(Stream<CurveLine> lines) {
        return lines.mapToDouble(CurveLine::highest).max().orElse(Double.NEGATIVE_INFINITY);
    }

    private Stream<CurveLine> ghosts() {
        return lines.stream().filter(line -> line.series().dimmed());
    }

    private Stream<CurveLine> live() {
        return lines.stream().filter(line -> !line.series().dimmed());
    }
}
