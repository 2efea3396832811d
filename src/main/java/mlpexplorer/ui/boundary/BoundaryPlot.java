package mlpexplorer.ui.boundary;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

import mlpexplorer.data.DataSpec;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.field.Contour;
import mlpexplorer.ui.field.Domain;
import mlpexplorer.ui.field.FieldPainter;
import mlpexplorer.ui.field.PlaneChoice;
import mlpexplorer.ui.field.UnitPlace;

import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;
import java.util.function.Consumer;

/// The exportable picture: title, plot with axes and caption, legend.
final class BoundaryPlot extends VBox {
    private final PlotArea area = new PlotArea();
    private final Legend legend;
    private final HBox heading;
    private final Label title = new Label();
    private final PlanePicker picker;
    private final Button unpin;
    private Optional<UnitPlace> pinned = Optional.empty();
    private FieldPainter painter;
    private boolean othersAtMean;
    private String caption = "";

    /// @param tools controls to the right of the title, not part of saved pictures
    /// @param painter colors the first content
    /// @param onUnpin draws the output again instead of a unit
    BoundaryPlot(
            Node tools, FieldPainter painter, Consumer<PlaneChoice> onPlane, Runnable onUnpin) {
        this.painter = painter;
        unpin =
                IconButtons.icon(
                        Feather.X, BoundaryText.caption("unpin", "boundary-unpin-button"), onUnpin);
        unpin.getStyleClass().add("no-picture");
        unpin.setVisible(false);
        unpin.managedProperty().bind(unpin.visibleProperty());
        picker = new PlanePicker(onPlane);
        picker.getStyleClass().add("no-picture");
        legend = new Legend();
        title.setLabelFor(area.surface());
        title.getStyleClass().add("boundary-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        heading = new HBox(title, unpin, space, tools);
        heading.getStyleClass().addAll("boundary-heading", "picture-title");
        heading.widthProperty().subscribe(this::nameTitle);
        setVgrow(area, Priority.ALWAYS);
        setId("boundary-plot");
        getStyleClass().add("boundary-plot");
        getChildren().addAll(heading, picker, area, legend);
    }

    /// Names the unit that is drawn instead of the output, and shows its colors.
    ///
    /// @param bounded whether its values are between −1 and 1
    void pin(Optional<UnitPlace> unit, boolean bounded) {
        pinned = unit;
        legend.pin(unit.isPresent(), bounded);
        unpin.setVisible(unit.isPresent());
        nameTitle();
    }

    private void nameTitle() {
        if (pinned.isPresent()) {
            title.setText(pinned.get().name());
            return;
        }
        String key = BoundaryText.title(painter);
        Text whole = new Text(BoundaryText.text(key));
        whole.setFont(title.getFont());
        double others = heading.prefWidth(-1) - title.prefWidth(-1);
        boolean fits = Math.ceil(whole.getLayoutBounds().getWidth()) + others < heading.getWidth();
        title.setText(fits ? whole.getText() : BoundaryText.text(key + ".short"));
    }

    /// The maximum height of the parts.
    @Override
    protected double computeMaxHeight(double width) {
        double known = width < 0 ? prefWidth(-1) : width;
        double inside = known - getInsets().getLeft() - getInsets().getRight();
        double parts = getInsets().getTop() + getInsets().getBottom();
        for (Node child : getManagedChildren()) {
            parts += child == area ? area.maxHeight(inside) : child.prefHeight(inside);
        }
        return parts + getSpacing() * (getManagedChildren().size() - 1);
    }

    PlotArea area() {
        return area;
    }

    void show(Content content, FieldPainter newest) {
        painter = newest;
        nameTitle();
        switch (content) {
            case Content.Nothing() -> showNothing(BoundaryText.text("empty"));
            case Content.Blank(Domain domain) -> {
                showNothing("");
                area.axes()
                        .show(
                                domain,
                                BoundaryText.featureName("x1"),
                                BoundaryText.featureName("x2"));
            }
            case Content.NoPlane(int features) ->
                    showNothing(BoundaryText.text("no-plane", features));
            case Content.Plane plane -> {
                othersAtMean =
                        plane.view().choice() instanceof PlaneChoice.Features
                                && plane.dataset().samples().columns() > DataSpec.Plane.FEATURES;
                picker.show(Optional.of(plane));
                area.show(
                        plane,
                        painter,
                        BoundaryText.axis(plane, true),
                        BoundaryText.axis(plane, false));
                legend.show(plane, painter);
                showCaption();
            }
        }
    }

    private void showNothing(String message) {
        picker.show(Optional.empty());
        area.showNothing(message);
        legend.clear();
    }

    /// Names the network and the epoch.
    void caption(Frame frame) {
        caption =
                frame.parameters().shape()
                        + " · "
                        + BoundaryText.text("epoch", frame.metrics().epoch());
        showCaption();
    }

    private void showCaption() {
        area.axes().caption(othersAtMean ? BoundaryText.text("others") + " · " + caption : caption);
    }

    /// Shows the contour of the linear baseline with an entry in the legend.
    void showBaseline(Contour other) {
        area.showBaseline(other);
        legend.showBaseline(true);
    }

    void clearBaseline() {
        area.clearBaseline();
        legend.showBaseline(false);
    }

    void showTestPoints(boolean shown) {
        area.showTestPoints(shown, painter);
        legend.showTestPoints(shown);
    }
}
