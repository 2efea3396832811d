package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.ui.fx.ThemeChoice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// While numbers run, nothing in the window changes its place or size but what moves on purpose: ticks, curves, the thumb of the time
/// bar. A label may be as wide as its words, if it begins where it began; a gap may give way to it.
class StillnessIT extends WindowTestCase {

    @ParameterizedTest
    @ValueSource(strings = {"curves-tab", "network-tab", "confusion-tab", "histograms-tab"})
    void nothingMovesWhileARunGoesOn(String tab) {
        RunSpec iris = new RunSpec().withData(new DataSpec.Iris());
        open(ThemeChoice.LIGHT, iris.withTraining(iris.training().withStop(iris.training().stop().withEpochs(20_000))));
        TabPane tabs = lookup("#side-tabs").queryAs(TabPane.class);
        interact(() -> tabs.getTabs().stream().filter(one -> tab.equals(one.getId())).forEach(tabs.getSelectionModel()::select));
        interact(() -> {
            workbench().pace().limitProperty().set(Double.POSITIVE_INFINITY);
            workbench().play();
        });
        await(() -> frame().epoch() > 3);
        Map<Node, Bounds> first = places();
        TreeSet<String> moved = new TreeSet<>();
        for (int look = 0; look < 40; look++) {
            long before = frame().epoch();
            await(() -> frame().epoch() > before || !workbench().isRunning());
            places().forEach((node, now) -> {
                if (first.containsKey(node) && !Objects.equals(first.get(node), now)) {
                    moved.add(node.toString());
                }
            });
        }
        assertThat(first).hasSizeGreaterThan(100);
        assertThat(frame().epoch()).isGreaterThan(100);
        assertThat(moved).isEmpty();
    }

    private Map<Node, Bounds> places() {
        Map<Node, Bounds> places = new LinkedHashMap<>();
        interact(() -> lookup((Node node) -> node instanceof Region && node.isManaged() && !isGap(node) && !movesOnPurpose(node)).queryAll()
                .forEach(node -> places.put(node, place(node))));
        return places;
    }

    private static Bounds place(Node node) {
        Bounds place = node.localToScene(node.getLayoutBounds());
        return node instanceof Label
                ? new BoundingBox(place.getMinX(), place.getMinY(), 0, place.getHeight()) : place;
    }

    private static boolean isGap(Node node) {
        return node.getStyleClass().isEmpty() && node.getId() == null && node.getClass() == Region.class;
    }

    /// Cells of tables are used for one row now, for another one later.
    private static boolean movesOnPurpose(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (Stream.of("axis", "thumb", "time-slider", "indexed-cell").anyMatch(at.getStyleClass()::contains)) {
                return true;
            }
        }
        return false;
    }
}
