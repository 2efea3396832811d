package mlpexplorer.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicReference;

class ThemeIT extends RobotTestCase {

    private Scene scene;

    @Override
    public void start(Stage stage) {
        scene = new Scene(new StackPane());
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void darkMarksTheRootOnceAndLightUnmarksIt() {
        interact(() -> {
            Theme.DARK.applyTo(scene);
            Theme.DARK.applyTo(scene);
        });
        assertThat(scene.getRoot().getStyleClass()).containsOnlyOnce("dark");
        assertThat(Application.getUserAgentStylesheet()).contains("primer-dark");
        interact(() -> Theme.LIGHT.applyTo(scene));
        assertThat(scene.getRoot().getStyleClass()).doesNotContain("dark");
        assertThat(Application.getUserAgentStylesheet()).contains("primer-light");
    }

    @Test
    void ourStylesheetIsAddedOnce() {
        interact(() -> {
            Theme.DARK.applyTo(scene);
            Theme.LIGHT.applyTo(scene);
        });
        assertThat(scene.getStylesheets()).hasSize(1).first().asString().endsWith("explorer.css");
    }

    @Test
    void aChoiceOfAThemeIsThatTheme() {
        assertThat(ThemeChoice.DARK.theme().getValue()).isEqualTo(Theme.DARK);
        assertThat(ThemeChoice.LIGHT.theme().getValue()).isEqualTo(Theme.LIGHT);
    }

    @Test
    void theSystemsChoiceFollowsItsColorScheme() {
        AtomicReference<Theme> chosen = new AtomicReference<>();
        AtomicReference<ColorScheme> scheme = new AtomicReference<>();
        interact(() -> {
            chosen.set(ThemeChoice.SYSTEM.theme().getValue());
            scheme.set(Platform.getPreferences().getColorScheme());
        });
        assertThat(chosen.get().isDark()).isEqualTo(scheme.get() == ColorScheme.DARK);
    }
}
