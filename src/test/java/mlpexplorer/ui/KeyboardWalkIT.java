package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.ui.controls.ThemeChoice;
import mlpexplorer.ui.controls.Tooltips;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Walks through the window with the Tab key. Everything the keyboard reaches must show its focus
/// and have an id, an accessible name and a tooltip, and nothing that takes the focus may be left
/// out.
class KeyboardWalkIT extends WindowTestCase {
    private static final int MAX_STOPS = 200;

    /// A focus ring may be drawn around its node.
    private static final double RING = 4;

    /// Containers, whose content has tooltips.
    private static final Set<AccessibleRole> CONTAINERS =
            Set.of(
                    AccessibleRole.SCROLL_PANE,
                    AccessibleRole.TAB_PANE,
                    AccessibleRole.TABLE_VIEW,
                    AccessibleRole.LIST_VIEW);

    private final List<String> faults = new ArrayList<>();

    /// Nodes shared by several tabs and pages are checked once.
    private final Set<Node> checked = new HashSet<>();

    @Override
    boolean trainsOtherSizes() {
        return true;
    }

    @Test
    void everythingTheKeyboardReachesShowsItsFocusAndIsNamedAndExplained() {
        open(ThemeChoice.LIGHT, SpecJson.set(new RunSpec(), List.of("training.stop.epochs=5")));
        for (String tab : List.of("curves-tab", "network-tab", "confusion-tab", "histograms-tab")) {
            selectTab("#side-tabs", tab);
            walk();
        }
        for (KeyCode page : List.of(KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4)) {
            push(KeyCode.CONTROL, page);
            walk();
        }
        assertThat(faults).isEmpty();
        assertThat(checked).hasSizeGreaterThan(100);
    }

    /// From the Train button until a node is reached a second time.
    private void walk() {
        interact(() -> lookup("#train-button").query().requestFocus());
        Set<Node> stops = new LinkedHashSet<>();
        Node last = scene().getRoot();
        for (int i = 0; i < MAX_STOPS; i++) {
            push(KeyCode.TAB);
            Node stop = scene().getFocusOwner();
            if (stop.equals(last) && stop.getStyleClass().contains("range-slider")) {
                continue; // its second thumb
            }
            last = stop;
            if (!stops.add(stop)) {
                break;
            }
            if (!checked.contains(stop)) {
                awaitStill(stop); // a scroll pane moves to it some pulses later
                if (!showsItsFocus(stop)) {
                    faults.add("does not show its focus: " + stop);
                }
            }
            check(stop);
        }
        assertThat(stops).hasSizeGreaterThan(8).hasSizeLessThan(MAX_STOPS);
        for (Node node : call(() -> traversable(scene().getRoot()))) {
            check(node);
            if (stops.stream().noneMatch(stop -> stop.equals(node) || inOneGroup(stop, node))) {
                faults.add("not reached: " + node);
            }
        }
    }

    private static List<Node> traversable(Parent parent) {
        List<Node> found = new ArrayList<>();
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child.isVisible()) {
                if (child.isFocusTraversable() && !child.isDisabled()) {
                    found.add(child);
                }
                if (child instanceof Parent inner) {
                    found.addAll(traversable(inner));
                }
            }
        }
        return found;
    }

    /// Arrow keys move from one to the other.
    private static boolean inOneGroup(Node stop, Node other) {
        return stop instanceof Toggle one
                && other instanceof Toggle two
                && one.getToggleGroup() != null
                && one.getToggleGroup() == two.getToggleGroup();
    }

    private void check(Node node) {
        if (!checked.add(node) || node.getStyleClass().contains("low-thumb")) {
            return; // the range slider names its lower thumb
        }
        if (node.getId() == null) {
            faults.add("has no id: " + node);
        }
        if (name(node).isBlank()) {
            faults.add("has no name: " + node);
        }
        if (node instanceof Control
                && !CONTAINERS.contains(node.getAccessibleRole())
                && Tooltips.on(node).isEmpty()) {
            faults.add("has no tooltip: " + node);
        }
    }

    private static String name(Node node) {
        return Optional.ofNullable(node.getAccessibleText())
                .or(() ->
                        Optional.of(node)
                                .filter(Labeled.class::isInstance)
                                .map(labeled -> ((Labeled) labeled).getText()))
                .orElse("");
    }

    /// Compares the node and its surroundings with and without the focus. The pictures are taken in
    /// different pulses, since the second one of the same pulse may be the first one again.
    private boolean showsItsFocus(Node stop) {
        Bounds bounds = call(() -> stop.localToScene(stop.getLayoutBounds()));
        double left = Math.max(0, Math.floor(bounds.getMinX() - RING));
        double top = Math.max(0, Math.floor(bounds.getMinY() - RING));
        Rectangle2D part =
                new Rectangle2D(
                        left,
                        top,
                        Math.min(scene().getWidth(), bounds.getMaxX() + RING) - left,
                        Math.min(scene().getHeight(), bounds.getMaxY() + RING) - top);
        int[] with = call(() -> pixels(picture(part)));
        interact(() -> scene().getRoot().requestFocus());
        int[] without = call(() -> pixels(picture(part)));
        interact(stop::requestFocus);
        return !Arrays.equals(with, without);
    }

    private Scene scene() {
        return stage().getScene();
    }
}
