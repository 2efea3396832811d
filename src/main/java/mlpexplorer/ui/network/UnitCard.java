package mlpexplorer.ui.network;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.ParameterPlace;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.field.FieldImage;

import java.util.Optional;

/// Describes the highlighted element, for a unit with a large picture. Floats over the diagram and
/// is transparent to the mouse.
final class UnitCard extends VBox {
    private static final double GAP = 16;
    private static final double MIN_PICTURE = 100;
    private static final double MAX_PICTURE = 178;
    private static final double MAX_FRACTION = 0.36;

    private final NetworkLabels labels;
    private final Label title = label("network-card-title");
    private final FieldImage image = new FieldImage();
    private final Region picture;
    private final Label text = label("network-card-text");
    private final Label hint = label("network-card-hint");

    UnitCard(NetworkLabels labels) {
        this.labels = labels;
        this.picture = new Frame(image);
        setId("network-card");
        getStyleClass().add("network-card");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        text.setId("network-card-text");
        title.setId("network-card-title");
        image.setId("network-card-field");
        getChildren().addAll(title, picture, text, hint);
    }

    /// Sizes the image by CSS.
    private static final class Frame extends Region {
        private final FieldImage image;

        Frame(FieldImage image) {
            this.image = image;
            getStyleClass().add("network-card-picture");
            getChildren().add(image);
        }

        @Override
        protected void layoutChildren() {
            image.place(1, 1, getWidth() - 2);
        }
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        return label;
    }

    /// Describes `target` with the values of `shown`, placed beside it where there is space.
    void show(UnitPicture shown, DiagramElement target) {
        UnitRequest request = shown.request();
        switch (target) {
            case DiagramElement.Unit unit -> showUnit(shown, unit);
            case DiagramElement.Parameter(ParameterPlace place) -> {
                title.setText(labels.number(request, place));
                text.setText(
                        Messages.text(
                                place instanceof ParameterPlace.Bias
                                        ? "network.value.bias"
                                        : "network.value.weight",
                                Numbers.number(place.read(request.parameters()))));
                hint.setText(Messages.text("network.edit.hint"));
                picture(false);
            }
        }
        double side = Math.clamp(MAX_FRACTION * request.layout().width(), MIN_PICTURE, MAX_PICTURE);
        picture.setMinSize(side, side);
        picture.setMaxSize(side, side);
        setVisible(true);
        applyCss();
        autosize();
        place(request.layout(), target);
    }

    private void showUnit(UnitPicture shown, DiagramElement.Unit unit) {
        UnitRequest request = shown.request();
        title.setText(labels.unit(request, unit));
        boolean painted = request.focus().equals(Optional.of(unit));
        if (painted) {
            image.paint(shown.large(), UnitPicture.LARGE);
        }
        picture(true);
        boolean weights =
                request.isPictures() && unit.column() < 2 && request.layout().columns() > 1;
        text.setText(
                !painted || weights
                        ? Messages.text(
                                unit.column() == 0
                                        ? "network.picture.mean"
                                        : "network.picture.weights")
                        : Messages.text(
                                request.isPlane()
                                        ? "network.range"
                                        : request.mlp().task() instanceof Task.Regression
                                                ? "network.range.mean"
                                                : "network.range.bars",
                                Numbers.number(shown.low()),
                                Numbers.number(shown.high())));
        boolean output = unit.column() == request.layout().columns() - 1;
        String pin = output || request.isPictures() ? "" : "\n" + Messages.text("network.pin.hint");
        String bias =
                unit.column() == 0
                        ? ""
                        : Messages.text(
                                "network.bias.of",
                                Numbers.number(
                                        request.parameters()
                                                .biases(unit.column() - 1)[unit.index()]));
        hint.setText((bias + pin).strip());
    }

    private void picture(boolean shown) {
        picture.setVisible(shown);
        picture.setManaged(shown);
        hint.setManaged(!hint.getText().isEmpty());
        hint.setVisible(hint.isManaged());
    }

    private void place(DiagramLayout layout, DiagramElement target) {
        double left = 0;
        double right = 0;
        double middle = 0;
        switch (target) {
            case DiagramElement.Unit unit -> {
                left = layout.x(unit.column());
                right = left + layout.box();
                middle = layout.middle(unit);
            }
            case DiagramElement.Parameter(ParameterPlace.Bias bias) -> {
                left = layout.x(bias.layer() + 1);
                right = left + layout.box();
                middle = layout.middle(new DiagramElement.Unit(bias.layer() + 1, bias.to()));
            }
            case DiagramElement.Parameter(ParameterPlace.Weight weight) -> {
                left = layout.x(weight.layer() + 1);
                right = left + layout.box();
                middle = layout.middle(new DiagramElement.Unit(weight.layer() + 1, weight.to()));
            }
        }
        boolean fitsRight = right + GAP + getWidth() <= layout.width();
        boolean fitsLeft = left - GAP - getWidth() >= 0;
        double x =
                fitsRight
                        ? right + GAP
                        : fitsLeft
                                ? left - GAP - getWidth()
                                : Math.max(0, layout.width() - getWidth());
        boolean covers = !fitsRight && !fitsLeft;
        double wanted = covers ? middle + layout.box() : middle - getHeight() / 2;
        double y =
                covers && wanted + getHeight() > layout.height()
                        ? middle - layout.box() - getHeight()
                        : wanted;
        relocate(
                Math.rint(x),
                Math.rint(Math.clamp(y, 0, Math.max(0, layout.height() - getHeight()))));
    }
}
