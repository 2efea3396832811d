package mlpexplorer.ui.charts;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;

import mlpexplorer.ui.charts.MinMaxPyramid.MinMax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One displayed series: its line, the smoothed line in front of it, and its band.
final class CurveLine {
    private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");
    private static final PseudoClass FAINT = PseudoClass.getPseudoClass("faint");
    private static final CurveSeries NOTHING = new CurveSeries("", "", Curve.EMPTY, true);

    private final CurvePath raw = new CurvePath();
    private final CurvePath smooth = new CurvePath();
    private final BandArea band = new BandArea();
    private CurveSeries series = NOTHING;
    private Optional<Smoothed> smoothed = Optional.empty();
    private Optional<Smoothed> coming = Optional.empty();

    CurveLine() {
        smooth.path.setVisible(false);
    }

    /// Sets the series, which may be the previous one, extended, renamed or dimmed. Its new samples
    /// are added by [#extend].
    void show(CurveSeries newer) {
        series = newer;
        style(raw.path, "curve");
        style(smooth.path, "curve");
        style(band.path(), "curve-band");
        raw.take(newer.curve());
        band.take(newer.band());
    }

    private void style(Node node, String kind) {
        List<String> classes = new ArrayList<>(List.of(kind));
        classes.addAll(series.styleClasses());
        if (!node.getStyleClass().equals(classes)) {
            node.getStyleClass().setAll(classes);
        }
        if (!node.getStyle().equals(series.style())) {
            node.setStyle(series.style());
        }
        node.pseudoClassStateChanged(DIMMED, series.dimmed());
    }

    /// Adds at most `most` more samples of the series and returns their number.
    int extend(int most) {
        int added = raw.known.extend(most);
        return added + band.extend(most - added);
    }

    /// Whether all samples of the series are added.
    boolean isComplete() {
        return raw.known.isComplete() && band.isComplete();
    }

    /// Smooths at most `most` more samples and returns their number. With a new weight, the curve
    /// is replaced when it is completely smoothed.
    int smooth(double weight, int most) {
        if (weight == 0) {
            smoothed = Optional.empty();
            coming = Optional.empty();
        }
        int done = weight == 0 ? 0 : smoothOn(weight, most);
        raw.path.pseudoClassStateChanged(FAINT, smoothed.isPresent());
        smooth.path.setVisible(smoothed.isPresent());
        smooth.take(smoothed.map(Curve.class::cast).orElse(Curve.EMPTY));
        smooth.known.extend(most);
        return done;
    }

    private int smoothOn(double weight, int most) {
        Curve curve = series.curve();
        Smoothed next =
                coming.or(() -> smoothed)
                        .filter(known ->
                                known.weight() == weight && known.finalSize() <= curve.finalSize())
                        .orElseGet(() -> new Smoothed(weight));
        int done = next.extend(curve, most);
        boolean whole = next.size() == curve.size();
        smoothed = whole ? Optional.of(next) : smoothed;
        coming = whole ? Optional.empty() : Optional.of(next);
        return done;
    }

    void draw(Viewport view, MinMaxDecimator decimator, CurveTracer tracer) {
        band.draw(view, decimator, tracer);
        raw.draw(view, decimator, tracer);
        smooth.draw(view, decimator, tracer);
    }

    /// Whether smoothing is incomplete.
    boolean isUnfinished() {
        return coming.isPresent()
                || !smooth.known.isComplete()
                || smoothed.filter(curve -> curve.isComplete(series.curve())).isEmpty();
    }

    /// The lines, topmost first.
    List<Node> lines() {
        return List.of(smooth.path, raw.path);
    }

    /// The nodes behind all lines.
    List<Node> area() {
        return series.band().isPresent() ? List.of(band.path()) : List.of();
    }

    CurveSeries series() {
        return series;
    }

    /// The smoothed curve, if it is drawn.
    Optional<Curve> smoothed() {
        return smoothed.map(Curve.class::cast);
    }

    double highest() {
        return Math.max(raw.known.whole().high(), band.high().whole().high());
    }

    /// Modified: `into`, which is offered the extremes of what is drawn, within a range of x if
    /// there is one.
    void offer(Optional<AxisRange> x, MinMax into) {
        raw.known.offer(x, into);
        band.high().offer(x, into);
    }

    /// A curve drawn as a path.
    private static final class CurvePath {
        private final Path path = new Path();
        private final PathBuilder pen = new PathBuilder(path);
        private final CachedCurve known = new CachedCurve();
        private Optional<Viewport> drawnView = Optional.empty();
        private int drawnSize;

        CurvePath() {
            path.setManaged(false);
        }

        /// Sets the curve, which may be the previous one, extended or shortened.
        void take(Curve curve) {
            if (!known.take(curve)) {
                drawnView = Optional.empty();
            }
        }

        void draw(Viewport view, MinMaxDecimator decimator, CurveTracer tracer) {
            Curve curve = known.curve();
            if (drawnSize == curve.size() && drawnView.filter(view::equals).isPresent()) {
                return;
            }
            Columns columns = known.columns(decimator, view);
            boolean crowded = CurveTracer.isCrowded(columns);
            fill(crowded);
            pen.begin();
            if (crowded) {
                tracer.outline(curve, columns, view, pen);
            } else {
                tracer.line(curve, columns, view, pen);
            }
            pen.end();
            drawnSize = curve.size();
            drawnView = Optional.of(view);
        }

        /// Fills an outline with the color of its stroke. The fill is bound because CSS is not
        /// applied again after a layout pass.
        private void fill(boolean filled) {
            if (filled && !path.fillProperty().isBound()) {
                path.fillProperty().bind(path.strokeProperty());
            } else if (!filled && path.fillProperty().isBound()) {
                path.fillProperty().unbind();
                path.setFill(Color.TRANSPARENT);
            }
        }
    }

    /// The filled area of a [Band].
    static final class BandArea {
        private final Path path = new Path();
        private final PathBuilder pen = new PathBuilder(path);
        private final CachedCurve low = new CachedCurve();
        private final CachedCurve high = new CachedCurve();
        private Optional<Viewport> drawnView = Optional.empty();

        BandArea() {
            path.setManaged(false);
        }

        void take(Optional<Band> band) {
            low.take(band.map(Band::low).orElse(Curve.EMPTY));
            high.take(band.map(Band::high).orElse(Curve.EMPTY));
            drawnView = Optional.empty();
        }

        /// Adds at most `most` more samples and returns their number.
        int extend(int most) {
            int added = low.extend(most / 2);
            added += high.extend(most / 2);
            if (added > 0) {
                drawnView = Optional.empty();
            }
            return added;
        }

        boolean isComplete() {
            return low.isComplete() && high.isComplete();
        }

        void draw(Viewport view, MinMaxDecimator decimator, CurveTracer tracer) {
            if (drawnView.filter(view::equals).isEmpty()) {
                pen.begin();
                tracer.between(low, high, decimator, view, pen);
                pen.end();
                drawnView = Optional.of(view);
            }
        }

        Path path() {
            return path;
        }

        /// The upper edge, considered by the axis range.
        CachedCurve high() {
            return high;
        }
    }
}
