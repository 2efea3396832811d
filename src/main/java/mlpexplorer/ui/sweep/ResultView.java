package mlpexplorer.ui.sweep;

import javafx.scene.Node;
import javafx.scene.layout.Region;

/// One way to look at the results. Told what to show only while it is seen.
interface ResultView {

    /// Names the view in ids and words: `map`.
    String name();

    Region node();

    /// What of it is saved as a picture.
    default Node picture() {
        return node();
    }

    /// Whether it shows one measure, which can be chosen.
    default boolean compares() {
        return true;
    }

    void show(Showing showing);

    /// Once a pulse while it is seen.
    default void pulse() {}
}
