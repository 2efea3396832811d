package mlpexplorer.ui.charts;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.layout.FlowPane;

/// Names the live series of a chart and tells the newest value of each. Ghosts are not listed: they have the colours of the others.
final class CurveLegend extends FlowPane {
    private static final PseudoClass BLANK = PseudoClass.getPseudoClass("blank");

    private final Measure measure;
    private List<String> shape = List.of();

    CurveLegend(Measure measure) {
        this.measure = measure;
        getStyleClass().add("curve-legend");
        setMinHeight(USE_PREF_SIZE);
        pseudoClassStateChanged(BLANK, true);
    }

    void show(List<CurveSeries> series) {
        List<CurveSeries> live = series.stream().filter(s -> !s.dimmed()).toList();
        List<String> newShape = live.stream().map(s -> s.name() + "/" + s.styleClass()).toList();
        if (!newShape.equals(shape)) {
            shape = newShape;
            pseudoClassStateChanged(BLANK, live.isEmpty());
            getChildren().setAll(live.stream().map(LegendEntry::new).toList());
        }
        for (int i = 0; i < live.size(); i++) {
            Curve curve = live.get(i).curve();
            double newest = curve.size() > 0 ? curve.y(curve.size() - 1) : Double.NaN;
            ((LegendEntry) getChildren().get(i)).show(measure.text(newest));
        }
    }
}
