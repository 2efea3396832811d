package mlpexplorer.ui.files;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import mlpexplorer.ui.controls.Messages;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Accepts files dropped anywhere on the window, and shows a hint while they are dragged.
public final class DropTarget extends StackPane {
    private final Consumer<List<Path>> onFiles;

    public DropTarget(Consumer<List<Path>> onFiles) {
        this.onFiles = onFiles;
        setId("drop-hint");
        getStyleClass().add("drop-hint");
        setMouseTransparent(true);
        setVisible(false);
        Label title = new Label(Messages.text("drop.title"), new FontIcon(Feather.DOWNLOAD));
        title.getStyleClass().add("drop-title");
        Label kinds = new Label(Messages.text("drop.kinds"));
        kinds.getStyleClass().add("drop-kinds");
        kinds.setWrapText(true);
        VBox column = new VBox(title, kinds);
        column.getStyleClass().add("drop-text");
        getChildren().add(column);
    }

    /// Listens on `scene`.
    public void listen(Scene scene) {
        scene.addEventFilter(
                DragEvent.DRAG_OVER,
                event -> {
                    if (event.getDragboard().hasFiles()) {
                        event.acceptTransferModes(TransferMode.COPY);
                        show(true);
                        event.consume();
                    }
                });
        scene.setOnDragExited(_ -> show(false));
        scene.addEventFilter(
                DragEvent.DRAG_DROPPED,
                event -> {
                    Dragboard board = event.getDragboard();
                    if (board.hasFiles()) {
                        event.setDropCompleted(true);
                        event.consume();
                        drop(board.getFiles());
                    }
                });
    }

    /// Shows or hides the hint.
    void show(boolean dragging) {
        setVisible(dragging);
    }

    void drop(List<File> files) {
        show(false);
        onFiles.accept(files.stream().map(File::toPath).toList());
    }
}
