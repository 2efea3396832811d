package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.ui.controls.ThemeChoice;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/// While a run trains, nothing in the window changes its position or size, except what moves on
/// purpose: ticks, curves, the thumb of the timeline. A label may be as wide as its text as long as
/// its start stays in place; a spacer may yield to it.
class StillnessIT extends WindowTestCase {
    private static final int LOOKS = 12;

    /// The epoch grows from one digit to four.
    private static final long LAST_EPOCH = 1000;

    @Test
    void nothingMovesWhileARunTrains() {
        open(
                ThemeChoice.LIGHT,
                SpecJson.set(
                        new RunSpec(),
                        List.of("data.type=iris", "training.stop.epochs=1000000000")));
        interact(() -> workbench().pace().limitProperty().set(Double.POSITIVE_INFINITY));
        TreeSet<String> moved = new TreeSet<>();
        for (String tab : List.of("curves-tab", "network-tab", "confusion-tab", "histograms-tab")) {
            selectTab("#side-tabs", tab);
            interact(workbench()::rewind);
            await(() -> epoch() == 0);
            interact(workbench()::play);
            await(() -> epoch() > 0);
            Map<Node, Bounds> first = places();
            assertThat(first).hasSizeGreaterThan(100);
            for (int look = 0; look < LOOKS || epoch() < LAST_EPOCH; look++) {
                long before = epoch();
                await(() -> epoch() > before);
                places().forEach((node, now) -> {
                    if (first.containsKey(node) && !Objects.equals(first.get(node), now)) {
                        moved.add(tab + ": " + node);
                    }
                });
            }
            interact(workbench()::pause);
        }
        assertThat(moved).isEmpty();
    }

    private Map<Node, Bounds> places() {
        Map<Node, Bounds> places = new LinkedHashMap<>();
        return call(() -> {
            stage().getScene().getRoot().layout();
            collect(stage().getScene().getRoot(), places);
            return places;
        });
    }

    private static void collect(Parent parent, Map<Node, Bounds> places) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (movesOnPurpose(child)) {
                continue;
            }
            if (child instanceof Region && child.isManaged() && !isSpacer(child)) {
                places.put(child, place(child));
            }
            if (child instanceof Parent inner) {
                collect(inner, places);
            }
        }
    }

    private static Bounds place(Node node) {
        Bounds place = node.localToScene(node.getLayoutBounds());
        return node instanceof Label
                ? new BoundingBox(place.getMinX(), place.getMinY(), 0, place.getHeight())
                : place;
    }

    private static boolean isSpacer(Node node) {
        return node.getStyleClass().isEmpty()
                && node.getId() == null
                && node.getClass() == Region.class;
    }

    /// Table cells are reused for other rows.
    private static boolean movesOnPurpose(Node node) {
        return Stream.of("axis", "thumb", "time-slider", "indexed-cell")
                .anyMatch(node.getStyleClass()::contains);
    }
}
