package mlpexplorer.ui.controls;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import java.util.Optional;

/// The root of a window: its content and at most one dialog above it. A dialog holds the focus
/// until Esc, a click outside, or [#close], which returns the focus to its previous owner.
///
/// A snapshot of the window can cover everything while the content below is restyled.
public final class Overlay extends StackPane {
    private final Region scrim = new Region();
    private final ImageView snapshot = new ImageView();
    private Optional<Region> sheet = Optional.empty();
    private Optional<Node> focusBefore = Optional.empty();

    public Overlay() {
        getStyleClass().add("overlay");
        scrim.setId("scrim");
        scrim.getStyleClass().add("scrim");
        scrim.setOnMouseClicked(_ -> close());
        snapshot.setManaged(false);
        snapshot.setId("snapshot");
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        sceneProperty()
                .addListener((_, _, scene) -> {
                    if (scene != null) {
                        scene.focusOwnerProperty().addListener((_, _, owner) -> keepFocus(owner));
                    }
                });
    }

    /// Sets the content; call once.
    public void setContent(Node content) {
        getChildren().setAll(content);
    }

    /// Shows `next` in place of any other dialog.
    public void show(Region next) {
        if (sheet.isEmpty()) {
            focusBefore = Optional.ofNullable(getScene()).map(Scene::getFocusOwner);
        }
        sheet.ifPresent(old -> getChildren().removeAll(scrim, old));
        sheet = Optional.of(next);
        if (!next.getStyleClass().contains("overlay-sheet")) {
            next.getStyleClass().add("overlay-sheet");
        }
        next.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().addAll(scrim, next);
        focusFirst(next);
    }

    public void close() {
        sheet.ifPresent(old -> {
            sheet = Optional.empty();
            getChildren().removeAll(scrim, old);
            focusBefore.ifPresent(Node::requestFocus);
            focusBefore = Optional.empty();
        });
    }

    public boolean isOpen() {
        return sheet.isPresent();
    }

    /// Covers the content with a snapshot of the current window, so that changes below are not
    /// visible.
    public void cover() {
        WritableImage now = getScene().snapshot(null);
        snapshot.setImage(now);
        getChildren().add(snapshot);
    }

    public void uncover() {
        getChildren().remove(snapshot);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && isOpen()) {
            close();
            event.consume();
        }
    }

    private void keepFocus(Node owner) {
        sheet.filter(open -> owner == null || !isWithin(owner, open))
                .ifPresent(Overlay::focusFirst);
    }

    private static boolean isWithin(Node node, Node ancestor) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == ancestor) {
                return true;
            }
        }
        return false;
    }

    private static void focusFirst(Region sheet) {
        sheet.lookupAll(".sheet-default").stream()
                .findFirst()
                .or(() ->
                        sheet.lookupAll("*").stream().filter(Node::isFocusTraversable).findFirst())
                .ifPresent(Node::requestFocus);
    }
}
