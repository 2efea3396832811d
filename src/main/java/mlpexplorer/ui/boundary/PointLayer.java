package mlpexplorer.ui.boundary;

import static java.util.Objects.requireNonNull;

import mlpexplorer.data.Split;
import mlpexplorer.data.Split.Part;
import mlpexplorer.ui.controls.ColorRamp;
import mlpexplorer.ui.controls.Pen;
import mlpexplorer.ui.field.FieldPainter;
import mlpexplorer.ui.field.PointStyle;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// A canvas with the points, redrawn only when the data, the visible part, the size or the style
/// changes.
final class PointLayer extends PlotCanvas {
    private record Shown(PlotPoints points, FieldPainter painter) {}

    private final Map<Part, PointStyle> styles = new EnumMap<>(Part.class);
    private Optional<Shown> shown = Optional.empty();

    PointLayer() {
        getStyleClass().add("boundary-points");
        for (Part part : Part.values()) {
            PointStyle style = new PointStyle(part, this::draw);
            styles.put(part, style);
            getChildren().add(style);
        }
    }

    void show(PlotPoints points, FieldPainter painter) {
        shown = Optional.of(new Shown(points, painter));
        draw();
    }

    void clear() {
        shown = Optional.empty();
        draw();
    }

    @Override
    void draw(Pen g, double side) {
        shown.ifPresent(known -> {
            double radius = known.points().radius(side);
            known.points()
                    .forEach(
                            side,
                            (position, part, x, y) -> {
                                Split split = known.points().plane().split();
                                FieldPainter painter = known.painter();
                                g.setGlobalAlpha(known.points().opacity(position));
                                requireNonNull(styles.get(part))
                                        .draw(
                                                g,
                                                painter.marker(split, position),
                                                ColorRamp.color(painter.pointArgb(split, position)),
                                                x,
                                                y,
                                                radius);
                            });
            g.setGlobalAlpha(1);
        });
    }
}
