package mlpexplorer.ui;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mlpexplorer.ui.boundary.BoundaryView;
import mlpexplorer.ui.charts.LearningCurves;
import mlpexplorer.ui.data.DataPane;
import mlpexplorer.ui.fx.Caption;
import mlpexplorer.ui.fx.IconButtons;
import mlpexplorer.ui.model.ModelPane;
import mlpexplorer.ui.seeds.SeedsPane;
import mlpexplorer.ui.training.OptimizerPane;
import mlpexplorer.ui.training.RegularizationPane;
import mlpexplorer.ui.training.StatusLine;
import mlpexplorer.ui.workbench.Texts;
import mlpexplorer.ui.workbench.Workbench;
import org.kordamp.ikonli.feather.Feather;

/// The window's content: header above, sections on the left, boundary and curves beside them, status below.
public final class ExplorerView extends BorderPane {
    private static final double BOUNDARY_WIDTH = 500;
    private static final double CURVES_WIDTH = 420;

    private final BoundaryView boundary = new BoundaryView(Texts.bundle());
    private final LearningCurves curves;
    private Picture lastTouched;

    ExplorerView(Workbench workbench, Consumer<Picture> onSave) {
        curves = new LearningCurves(workbench);
        lastTouched = boundaryPicture();
        getStyleClass().add("explorer");
        setLeft(sidebar(workbench));
        setCenter(pictures(onSave));
        setBottom(new StatusLine(workbench));
        workbench.frameProperty().addListener((_, _, frame) -> frame.ifPresent(boundary::show));
    }

    /// The picture the mouse was over last: what Ctrl+S saves.
    Picture lastTouched() {
        return lastTouched;
    }

    Picture boundaryPicture() {
        return new Picture("decision-boundary", boundary.plot(), boundary::density);
    }

    Picture lossPicture() {
        return new Picture("loss", curves.loss(), _ -> { });
    }

    Picture accuracyPicture() {
        return new Picture("accuracy", curves.accuracy(), _ -> { });
    }

    BooleanProperty discretizeProperty() {
        return boundary.discretizeProperty();
    }

    BooleanProperty showTestPointsProperty() {
        return boundary.showTestPointsProperty();
    }

    BooleanProperty logLossProperty() {
        return curves.loss().chart().logYProperty();
    }

    void toggleDiscretize() {
        discretizeProperty().set(!discretizeProperty().get());
    }

    void toggleTestPoints() {
        showTestPointsProperty().set(!showTestPointsProperty().get());
    }

    void pulse() {
        boundary.pulse();
    }

    void close() {
        boundary.close();
    }

    private static ScrollPane sidebar(Workbench workbench) {
        VBox content = new VBox(
                new DataPane(workbench), new ModelPane(workbench), new OptimizerPane(workbench), new RegularizationPane(workbench),
                new SeedsPane(workbench));
        content.getStyleClass().add("sidebar-content");
        ScrollPane sidebar = new ScrollPane(content);
        sidebar.getStyleClass().add("sidebar");
        sidebar.setId("sidebar");
        sidebar.setFitToWidth(true);
        sidebar.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return sidebar;
    }

    private HBox pictures(Consumer<Picture> onSave) {
        boundary.toolbar().getChildren().add(saveButton(boundaryPicture(), onSave));
        curves.loss().toolbar().addAll(logButton(), saveButton(lossPicture(), onSave));
        curves.accuracy().toolbar().add(saveButton(accuracyPicture(), onSave));
        for (Picture picture : List.of(boundaryPicture(), lossPicture(), accuracyPicture())) {
            picture.node().setOnMouseEntered(_ -> lastTouched = picture);
        }
        HBox pictures = new HBox(boundary, curves);
        pictures.getStyleClass().add("pictures");
        HBox.setHgrow(boundary, Priority.ALWAYS);
        HBox.setHgrow(curves, Priority.ALWAYS);
        boundary.setMinWidth(0);
        boundary.setPrefWidth(BOUNDARY_WIDTH);
        curves.setMinWidth(0);
        curves.setPrefWidth(CURVES_WIDTH);
        return pictures;
    }

    private Node logButton() {
        var button = IconButtons.toggle(
                Feather.TRENDING_DOWN, new Caption(Texts.text("chart.log"), "log-loss-button", Texts.text("chart.log.tip")));
        button.selectedProperty().bindBidirectional(logLossProperty());
        button.getStyleClass().add("no-picture");
        return button;
    }

    private static Button saveButton(Picture picture, Consumer<Picture> onSave) {
        Caption caption = new Caption(
                Texts.text("save.button"), "save-" + picture.name() + "-button", Texts.text("save.button.tip"));
        Button button = IconButtons.icon(Feather.DOWNLOAD, caption, () -> onSave.accept(picture));
        button.getStyleClass().add("no-picture");
        return button;
    }
}
