package mlpexplorer.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.CssParser;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import mlpexplorer.Screenshots;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// Shows all controls side by side, leaves pictures of them in `target/screenshots`, and sees that
/// no style is refused.
class FormGalleryIT extends RobotTestCase {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 780;

    private final AtomicReference<FormGallery> gallery = new AtomicReference<>();
    private Stage stage;

    @Override
    public void start(Stage stage) {
        this.stage = stage;
    }

    private void show(Theme theme) {
        interact(() -> {
            CssParser.errorsProperty().clear();
            gallery.set(new FormGallery(theme));
            Scene scene = new Scene(gallery.get(), WIDTH, HEIGHT);
            theme.applyTo(scene);
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.sizeToScene();
            stage.show();
        });
        await(() -> gallery.get().getWidth() == WIDTH && gallery.get().getHeight() == HEIGHT);
    }

    private static boolean isPartOfASkin(Node node) {
        return node.getClass().getName().contains("Skin");
    }

    private void layout() {
        interact(() -> {
            gallery.get().applyCss();
            gallery.get().layout();
        });
    }

    private void takePicture(String name) throws IOException {
        layout();
        AtomicReference<WritableImage> picture = new AtomicReference<>();
        interact(() -> picture.set(PngFile.snapshot(gallery.get(), 1, Color.TRANSPARENT)));
        Screenshots.check("forms-" + name.toLowerCase(Locale.ROOT), picture.get());
    }

    private void enterWrongly(String query, String text) {
        doubleClickOn(query).write(text).type(KeyCode.ENTER);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyControlHasItsPictureInEachTheme(Theme theme) throws IOException {
        show(theme);
        takePicture(theme + "-valid");
        enterWrongly("#units-field", "0");
        enterWrongly("#rate-field", "abc");
        enterWrongly("#momentum-field", "1");
        enterWrongly("#seed-field", "1.5");
        takePicture(theme + "-invalid");
        interact(() -> gallery.get().data.setExpanded(false));
        layout();
        clickOn("#lambda-slider").type(KeyCode.RIGHT);
        takePicture(theme + "-focus");
        interact(() -> gallery.get().data.setExpanded(true));
        layout();
        clickOn("#noise-slider").type(KeyCode.TAB);
        takePicture(theme + "-split-focus");
        interact(() -> lookup("#save-button").query().requestFocus());
        type(KeyCode.TAB);
        interact(() -> gallery.get().data.setExpanded(false));
        takePicture(theme + "-header-focus");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void noStyleIsRefused(Theme theme) {
        show(theme);
        enterWrongly("#units-field", "0");
        interact(() -> gallery.get().folded.setExpanded(true));
        clickOn("#split-slider .high-thumb");
        layout();
        assertThat(CssParser.errorsProperty()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyInteractiveNodeHasAnIdAndAnAccessibleName(Theme theme) {
        show(theme);
        layout();
        Set<Node> reachable =
                lookup((Node node) -> node.isFocusTraversable() && !isPartOfASkin(node)).queryAll();
        assertThat(reachable)
                .isNotEmpty()
                .allSatisfy(node -> {
                    assertThat(node.getId()).as(node.toString()).isNotEmpty();
                    assertThat(node.getAccessibleText()).as(node.toString()).isNotEmpty();
                });
    }
}
