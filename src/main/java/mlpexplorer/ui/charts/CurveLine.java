package mlpexplorer.ui.charts;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/// One series on the screen: its line and the band around it.
final class CurveLine {
    private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");
    private static final CurveSeries NOTHING = new CurveSeries("", "", Curve.EMPTY, true);

    private final Trace raw = new Trace();
    private final BandArea band = new BandArea();
    private CurveSeries series = NOTHING;

    /// Takes a series, or the same one again, perhaps longer, renamed or dimmed by now.
    void show(CurveSeries newer) {
        series = newer;
        style(raw.path(), "curve");
        style(band.path(), "curve-band");
        raw.take(newer.curve());
        band.take(newer.band());
    }

    private void style(Node node, String kind) {
        List<String> classes = new ArrayList<>(List.of(kind, series.styleClass()));
        series.color().ifPresent(_ -> classes.add("own-color"));
        if (!node.getStyleClass().equals(classes)) {
            node.getStyleClass().setAll(classes);
        }
        if (!node.getStyle().equals(series.style())) {
            node.setStyle(series.style());
        }
        node.pseudoClassStateChanged(DIMMED, series.dimmed());
    }

    void draw(Viewport view, MinMaxDecimator decimator, CurveTracer tracer) {
        band.draw(view, decimator, tracer);
        raw.draw(view, decimator, tracer);
    }

    /// What is drawn of it, the topmost first.
    List<Node> nodes() {
        return series.band().isPresent() ? List.of(raw.path(), band.path()) : List.of(raw.path());
    }

    CurveSeries series() {
        return series;
    }

    double lowest() {
        return raw.known().whole().low();
    }

    double highest() {
        return Math.max(raw.known().whole().high(), band.high().whole().high());
    }
}
