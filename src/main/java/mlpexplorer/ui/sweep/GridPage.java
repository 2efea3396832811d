package mlpexplorer.ui.sweep;

import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.Optional;

/// A sheet with a title, a grid of cells and a footer, as large as fits; scrolls if there are too
/// many cells. The sheet is saved as a picture.
final class GridPage extends BorderPane {
    private final StackPane middle = new StackPane();
    private final TitledSheet sheet;
    private final ScrollPane scroll = new ScrollPane();
    private Optional<CellGrid> grid = Optional.empty();

    /// @param foot footer below the grid
    GridPage(String id, Region foot) {
        sheet = new TitledSheet(id + "-sheet", middle, foot);
        scroll.setContent(sheet);
        scroll.getStyleClass().add("sweep-scroll");
        scroll.setId(id + "-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        setCenter(scroll);
    }

    Region sheet() {
        return sheet;
    }

    void title(String text) {
        sheet.title(text);
    }

    void show(CellGrid fresh) {
        grid = Optional.of(fresh);
        StackPane.setAlignment(fresh, Pos.TOP_CENTER);
        fresh.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        middle.getChildren().setAll(fresh);
    }

    /// Shows why there is no grid.
    void showMessage(String message) {
        grid = Optional.empty();
        Label label = new Label(message);
        label.getStyleClass().add("sweep-placeholder");
        label.setWrapText(true);
        middle.getChildren().setAll(label);
    }

    Optional<CellGrid> grid() {
        return grid;
    }

    /// The space for the grid.
    double availableWidth() {
        return scroll.getViewportBounds().getWidth()
                - sheet.getInsets().getLeft()
                - sheet.getInsets().getRight();
    }

    double availableHeight() {
        Bounds viewport = scroll.getViewportBounds();
        double parts =
                sheet.getInsets().getTop() + sheet.getInsets().getBottom() + 2 * sheet.getSpacing();
        for (var part : sheet.getChildren()) {
            parts += part == middle ? 0 : part.prefHeight(viewport.getWidth());
        }
        return viewport.getHeight() - parts;
    }

    /// A titled sheet that is saved as a picture.
    static final class TitledSheet extends VBox {
        private final Label title = new Label();

        TitledSheet(String id, Node... parts) {
            setId(id);
            getStyleClass().add("sweep-sheet");
            title.getStyleClass().addAll("sweep-sheet-title", "picture-title");
            getChildren().add(title);
            getChildren().addAll(parts);
        }

        void title(String text) {
            title.setText(text);
        }
    }
}
