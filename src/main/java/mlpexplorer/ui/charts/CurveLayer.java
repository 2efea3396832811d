package mlpexplorer.ui.charts;

import javafx.scene.Group;
import javafx.scene.Node;

import mlpexplorer.ui.charts.MinMaxPyramid.MinMax;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All curves of a plot: earlier ones above later ones, dimmed ones behind all others, bands behind
/// these. A curve that is displayed again reuses its paths and computed results.
final class CurveLayer extends Group {
    private final MinMaxDecimator decimator = new MinMaxDecimator();
    private final CurveTracer tracer = new CurveTracer();
    private List<CurveLine> lines = List.of();

    CurveLayer() {
        setManaged(false);
    }

    void show(List<CurveSeries> series) {
        IdentityHashMap<Object, CurveLine> known = new IdentityHashMap<>();
        lines.forEach(line -> known.put(line.series().curve().identity(), line));
        List<CurveLine> shown = new ArrayList<>();
        for (CurveSeries s : series) {
            CurveLine line =
                    Optional.ofNullable(known.remove(s.curve().identity()))
                            .orElseGet(CurveLine::new);
            line.show(s);
            shown.add(line);
        }
        lines = List.copyOf(shown);
        List<CurveLine> topmostFirst = Stream.concat(live(), references()).toList();
        List<Node> nodes =
                Stream.concat(
                                topmostFirst.stream().flatMap(line -> line.lines().stream()),
                                topmostFirst.stream().flatMap(line -> line.area().stream()))
                        .toList()
                        .reversed();
        if (!getChildren().equals(nodes)) {
            getChildren().setAll(nodes);
        }
    }

    /// Adds at most `most` samples of the series to the curves and returns their number.
    int extend(int most) {
        int left = most;
        for (CurveLine line : lines) {
            left -= line.extend(left);
        }
        return most - left;
    }

    /// Whether all samples of the series are added.
    boolean isComplete() {
        return lines.stream().allMatch(CurveLine::isComplete);
    }

    /// Continues smoothing by about `most` samples in total.
    void smooth(double weight, int most) {
        int left = most;
        for (CurveLine line : lines) {
            left -= line.smooth(weight, Math.max(0, left));
        }
    }

    /// Whether a curve is not yet completely smoothed.
    boolean isUnfinished(double weight) {
        return weight > 0 && lines.stream().anyMatch(CurveLine::isUnfinished);
    }

    void draw(Viewport view) {
        lines.forEach(line -> line.draw(view, decimator, tracer));
    }

    /// The smoothed curve of a series, or its own without smoothing.
    Curve drawn(CurveSeries series) {
        return lines.stream()
                .filter(line -> line.series() == series)
                .findFirst()
                .flatMap(CurveLine::smoothed)
                .orElse(series.curve());
    }

    List<CurveLine> lines() {
        return lines;
    }

    boolean isBlank() {
        return lines.stream().allMatch(line -> line.series().curve().size() == 0);
    }

    /// The smallest x of all curves, 0 if there are none.
    double firstX() {
        return filled().mapToDouble(curve -> curve.x(0)).min().orElse(0);
    }

    /// The largest x of all curves, 0 if there are none.
    double lastX() {
        return filled().mapToDouble(curve -> curve.x(curve.size() - 1)).max().orElse(0);
    }

    private Stream<Curve> filled() {
        return lines.stream().map(line -> line.series().curve()).filter(curve -> curve.size() > 0);
    }

    /// The largest finite y of all curves including dimmed ones; 0 if there are none.
    double peak() {
        return Math.max(0, lines.stream().mapToDouble(CurveLine::highest).max().orElse(0));
    }

    /// The y range that fits the curves, of their samples in a range of x if there is one, given
    /// the current y range. Dimmed curves count at most four times the maximum of the others, so
    /// that they do not flatten them.
    AxisRange fitting(Measure measure, AxisScale scale, AxisRange now, Optional<AxisRange> x) {
        MinMax live = minMax(live(), x);
        MinMax references = minMax(references(), x);
        double high =
                live.high() > 0
                        ? Math.max(live.high(), Math.min(references.high(), 4 * live.high()))
                        : Math.max(live.high(), references.high());
        return measure.range(now, scale, Math.min(live.low(), references.low()), high);
    }

    private static MinMax minMax(Stream<CurveLine> lines, Optional<AxisRange> x) {
        MinMax minMax = new MinMax();
        lines.forEach(line -> line.offer(x, minMax));
        return minMax;
    }

    private Stream<CurveLine> references() {
        return lines.stream().filter(line -> line.series().dimmed());
    }

    private Stream<CurveLine> live() {
        return lines.stream().filter(line -> !line.series().dimmed());
    }
}
