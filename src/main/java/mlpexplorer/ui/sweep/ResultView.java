package mlpexplorer.ui.sweep;

import javafx.scene.Node;
import javafx.scene.layout.Region;

/// A view of the results. Updated only while visible.
interface ResultView {

    /// The name of the view in ids and message keys: `map`.
    String name();

    Region node();

    /// The node saved as a picture.
    default Node picture() {
        return node();
    }

    /// Whether it shows one selectable metric.
    default boolean compares() {
        return true;
    }

    void show(SweepViewState state);

    /// Call once per pulse while visible.
    default void pulse() {}
}
