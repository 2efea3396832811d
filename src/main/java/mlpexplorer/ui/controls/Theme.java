package mlpexplorer.ui.controls;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;

import java.net.URL;
import java.util.List;
import java.util.Objects;

/// The light and dark themes: AtlantaFX's Primer for the standard controls and `explorer.css` for
/// our own, which detects dark mode by the style class `dark` on the root.
public enum Theme {
    LIGHT,
    DARK;

    private static final String DARK_CLASS = "dark";

    /// The preference of the system, observable. FX thread.
    public static ObservableValue<Theme> ofSystem() {
        return Platform.getPreferences()
                .colorSchemeProperty()
                .map(scheme -> scheme == ColorScheme.DARK ? DARK : LIGHT);
    }

    /// The theme of `node`; light if it is not in a scene.
    public static Theme of(Node node) {
        return node.getScene() == null ? LIGHT : ofRoot(node.getScene().getRoot());
    }

    /// The theme of `node`, observable.
    public static ObservableValue<Theme> observed(Node node) {
        return node.sceneProperty()
                .flatMap(Scene::rootProperty)
                .flatMap(root ->
                        Bindings.createObjectBinding(() -> ofRoot(root), root.getStyleClass()))
                .orElse(LIGHT);
    }

    private static Theme ofRoot(Node root) {
        return root.getStyleClass().contains(DARK_CLASS) ? DARK : LIGHT;
    }

    public boolean isDark() {
        return this == DARK;
    }

    /// The background of pictures, `0xRRGGBB`.
    public int background() {
        return isDark() ? 0x0d1117 : 0xffffff;
    }

    /// Applies this theme to the application and `scene`. Call it for each scene (windows and
    /// dialogs) on each change. Hides tooltips: JavaFX may style them before their window, without
    /// the colors of the theme.
    public void applyTo(Scene scene) {
        String wanted =
                isDark()
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet();
        if (!wanted.equals(Application.getUserAgentStylesheet())) {
            List.copyOf(Window.getWindows()).stream()
                    .filter(Tooltip.class::isInstance)
                    .forEach(Window::hide);
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
