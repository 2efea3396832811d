package mlpexplorer.ui.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/// The small table beside the cursor: the x it stands at, and a row for each live series with its value there and, paler, the value of
/// the ghost of the same colour. It is laid out by whoever shows it, never by its parent.
final class HoverCard extends GridPane {
    private static final String WIDEST_VALUE = "100.00%";

    private record Row(CurveSeries live, Optional<CurveSeries> ghost, FixedText value, FixedText past) {}

    private final ChartText text;
    private final Measure measure;
    private final Label heading = new Label();
    private List<Row> rows = List.of();
    private List<String> shape = List.of();

    HoverCard(ChartText text, Measure measure) {
        this.text = text;
        this.measure = measure;
        setManaged(false);
        setVisible(false);
        getStyleClass().add("hover-card");
        heading.getStyleClass().add("hover-heading");
    }

    /// Takes the series to be told of. Rows are made anew only when names, colours or number change.
    void show(List<CurveSeries> series) {
        List<CurveSeries> live = series.stream().filter(s -> !s.dimmed()).toList();
        List<CurveSeries> ghosts = series.stream().filter(CurveSeries::dimmed).toList();
        List<String> newShape = series.stream().map(s -> s.name() + "/" + s.styleClass() + "/" + s.dimmed()).toList();
        boolean same = newShape.equals(shape);
        shape = newShape;
        List<Row> next = new ArrayList<>();
        for (int i = 0; i < live.size(); i++) {
            CurveSeries s = live.get(i);
            Optional<CurveSeries> ghost =
                    ghosts.stream().filter(g -> g.styleClass().equals(s.styleClass())).findFirst();
            next.add(same
                    ? new Row(s, ghost, rows.get(i).value(), rows.get(i).past())
                    : new Row(s, ghost, new FixedText(WIDEST_VALUE, "chart-value"), new FixedText(WIDEST_VALUE, "ghost-value")));
        }
        rows = List.copyOf(next);
        if (!same) {
            fill();
        }
    }

    private void fill() {
        getChildren().clear();
        add(heading, 0, 0, REMAINING, 1);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Region swatch = new Region();
            swatch.getStyleClass().addAll("swatch", row.live().styleClass());
            Label name = new Label(row.live().name());
            name.getStyleClass().add("hover-name");
            addRow(i + 1, swatch, name, row.value());
            if (row.ghost().isPresent()) {
                add(row.past(), 3, i + 1);
            }
            setHalignment(row.value(), HPos.RIGHT);
        }
    }

    /// Writes what the series have at `x` and takes the size that this needs.
    void writeAt(double x) {
        heading.setText(text.xLabel() + " " + NumberText.grouped(x));
        for (Row row : rows) {
            row.value().setText(measure.text(Nearest.y(row.live().curve(), x)));
            row.past().setText(row.ghost()
                    .map(ghost -> measure.text(Nearest.y(ghost.curve(), x)))
                    .orElse(""));
        }
        applyCss();
        autosize();
        layout();
    }
}
