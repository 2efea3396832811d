package mlpexplorer.ui.labs;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import mlpexplorer.ui.fx.Theme;

/// Which theme a node is shown in.
final class SceneTheme {
    private SceneTheme() {}

    /// Light for a node that is not shown yet.
    static Theme of(Node node) {
        return Optional.ofNullable(node.getScene()).map(Scene::getRoot)
                .filter(root -> root.getStyleClass().contains("dark")).map(_ -> Theme.DARK).orElse(Theme.LIGHT);
    }
}
