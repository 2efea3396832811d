package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.Toggle;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.ui.fx.ThemeChoice;
import mlpexplorer.ui.fx.Tooltips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Goes through the window by Tab alone and looks at every stop: it must show that it has the focus, tell a screen reader what it
/// is, and explain itself.
class KeyboardWalkIT extends WindowTestCase {
    private static final int MOST_STOPS = 200;
    /// A focus ring may lie around its node.
    private static final double RING = 4;
    /// What holds things that explain themselves.
    private static final Set<AccessibleRole> HOLDERS = Set.of(
            AccessibleRole.SCROLL_PANE, AccessibleRole.TAB_PANE, AccessibleRole.TABLE_VIEW, AccessibleRole.LIST_VIEW);

    /// The sidebar is the same beside every tab.
    private final Set<Node> looked = new HashSet<>();

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = {"LIGHT", "DARK"})
    void everyStopOnThePageOfExploringIsSeenHeardAndExplained(ThemeChoice theme) {
        open(theme, new RunSpec());
        List<String> faults = new ArrayList<>();
        for (String tab : List.of("curves-tab", "network-tab", "confusion-tab", "histograms-tab")) {
            select(tab);
            faults.addAll(walk());
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyStopOnTheOtherPagesIsSeenHeardAndExplained() {
        open(ThemeChoice.LIGHT, new RunSpec());
        List<String> faults = new ArrayList<>();
        for (KeyCode page : List.of(KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4)) {
            push(KeyCode.CONTROL, page);
            faults.addAll(walk());
        }
        assertThat(faults).isEmpty();
    }

    /// What is wrong at the stops, from the Train button until a stop comes again; that every traversable node is one of them too.
    private List<String> walk() {
        interact(() -> lookup("#train-button").query().requestFocus());
        Set<Node> stops = new LinkedHashSet<>();
        List<String> faults = new ArrayList<>();
        Node last = scene().getRoot();
        for (int i = 0; i < MOST_STOPS; i++) {
            push(KeyCode.TAB);
            Node stop = scene().getFocusOwner();
            if (stop.equals(last) && stop.getStyleClass().contains("range-slider")) {
                continue; // its second thumb
            }
            last = stop;
            if (!stops.add(stop)) {
                break;
            }
            if (looked.add(stop)) {
                faults.addAll(faults(stop));
            }
        }
        assertThat(stops).hasSizeGreaterThan(8).hasSizeLessThan(MOST_STOPS);
        lookup((Node node) -> node.isFocusTraversable() && isShown(node) && !node.isDisabled()).queryAll().stream()
                .filter(node -> stops.stream().noneMatch(stop -> stop.equals(node) || inOneGroup(stop, node))).map(node -> "not reached: " + node).forEach(faults::add);
        return faults;
    }

    /// Arrow keys go from one to another.
    private static boolean inOneGroup(Node stop, Node other) {
        return stop instanceof Toggle one && other instanceof Toggle two && one.getToggleGroup() != null
                && one.getToggleGroup() == two.getToggleGroup();
    }

    private List<String> faults(Node stop) {
        List<String> faults = new ArrayList<>();
        if (name(stop).isBlank()) {
            faults.add("has no name: " + stop);
        }
        if (stop instanceof Control && !HOLDERS.contains(stop.getAccessibleRole()) && Tooltips.on(stop).isEmpty()) {
            faults.add("has no tooltip: " + stop);
        }
        if (!showsItsFocus(stop)) {
            faults.add("does not show its focus: " + stop);
        }
        return faults;
    }

    private static String name(Node node) {
        return Optional.ofNullable(node.getAccessibleText())
                .or(() -> Optional.of(node).filter(Labeled.class::isInstance).map(labeled -> ((Labeled) labeled).getText())).orElse("");
    }

    private boolean showsItsFocus(Node stop) {
        Bounds place = stop.localToScene(stop.getLayoutBounds());
        Image with = picture();
        interact(() -> scene().getRoot().requestFocus());
        Image without = picture();
        interact(stop::requestFocus);
        for (int y = (int) Math.max(0, place.getMinY() - RING); y < Math.min(with.getHeight(), place.getMaxY() + RING); y++) {
            for (int x = (int) Math.max(0, place.getMinX() - RING); x < Math.min(with.getWidth(), place.getMaxX() + RING); x++) {
                if (with.getPixelReader().getArgb(x, y) != without.getPixelReader().getArgb(x, y)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Image picture() {
        AtomicReference<Image> picture = new AtomicReference<>();
        interact(() -> picture.set(scene().snapshot(null)));
        return picture.get();
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    private void select(String tab) {
        TabPane tabs = lookup("#side-tabs").queryAs(TabPane.class);
        interact(() -> tabs.getTabs().stream().filter(one -> tab.equals(one.getId())).forEach(tabs.getSelectionModel()::select));
    }

    private Scene scene() {
        return lookup("#train-button").query().getScene();
    }
}
