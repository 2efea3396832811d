package mlpexplorer.ui.boundary;

import static java.util.Objects.requireNonNull;

import javafx.scene.canvas.GraphicsContext;

import mlpexplorer.data.Split.Part;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.ClassMarker;
import mlpexplorer.ui.field.PointStyle;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// A canvas with the points, redrawn only when the data, the visible part, the size or the style
/// changes.
final class PointLayer extends PlotCanvas {
    private record Shown(PlotPoints points, ClassColors colors) {}

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

    void show(PlotPoints points, ClassColors colors) {
        shown = Optional.of(new Shown(points, colors));
        draw();
    }

    void clear() {
        shown = Optional.empty();
        draw();
    }

    @Override
    void draw(GraphicsContext g, double side) {
        shown.ifPresent(known -> {
            double radius = known.points().radius(side);
            known.points()
                    .forEach(
                            side,
                            (position, part, x, y) -> {
                                int label = known.points().label(position);
                                requireNonNull(styles.get(part))
                                        .draw(
                                                g,
                                                ClassMarker.of(label),
                                                known.colors().color(label),
                                                x,
                                                y,
                                                radius);
                            });
        });
    }
}
