package mlpexplorer.ui.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;

/// The two looks. A theme is AtlantaFX' Primer for the stock controls plus `explorer.css` for ours, which tells light from
/// dark by the style class `dark` on the scene's root.
public enum Theme {
    LIGHT, DARK;

    private static final String DARK_CLASS = "dark";

    /// What the system prefers now and whenever it changes its mind. FX thread.
    public static ObservableValue<Theme> ofSystem() {
        return Platform.getPreferences().colorSchemeProperty().map(scheme -> scheme == ColorScheme.DARK ? DARK : LIGHT);
    }

    /// The theme that `node` is shown in; light if it is not in a scene.
    public static Theme of(Node node) {
        return node.getScene() == null ? LIGHT : ofRoot(node.getScene().getRoot());
    }

    /// The theme that `node` is shown in, now and whenever it changes.
    public static ObservableValue<Theme> observed(Node node) {
        return node.sceneProperty().flatMap(Scene::rootProperty)
                .flatMap(root -> Bindings.createObjectBinding(() -> ofRoot(root), root.getStyleClass()))
                .orElse(LIGHT);
    }

    private static Theme ofRoot(Node root) {
        return root.getStyleClass().contains(DARK_CLASS) ? DARK : LIGHT;
    }

    public boolean isDark() {
        return this == DARK;
    }

    /// Sets this theme for the application and for `scene`; call it once for each scene (windows and dialogs) on each change.
    public void applyTo(Scene scene) {
        String wanted = isDark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        if (!wanted.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(wanted);
        }
        if (!scene.getStylesheets().contains(stylesheet())) {
            scene.getStylesheets().addFirst(stylesheet());
        }
        scene.getRoot().getStyleClass().remove(DARK_CLASS);
        if (isDark()) {
            scene.getRoot().getStyleClass().add(DARK_CLASS);
        }
    }

    private static String stylesheet() {
        URL css = Objects.requireNonNull(Theme.class.getResource("/mlpexplorer/ui/explorer.css"));
        return css.toExternalForm();
    }
}
