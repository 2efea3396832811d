package mlpexplorer.ui.capacity;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;

import mlpexplorer.nn.Numbers;
import mlpexplorer.ui.controls.Tooltips;
import mlpexplorer.ui.workbench.Messages;

import java.util.Optional;
import java.util.function.IntConsumer;

/// One layer size with its boundary and accuracy.
final class CapacityCell extends Button {
    private static final double SIDE = 46;
    private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");

    private final WritableImage image =
            new WritableImage(CapacityViewModel.PIXELS, CapacityViewModel.PIXELS);
    private final ImageView picture = new ImageView(image);
    private Optional<TrainedCandidate> drawn = Optional.empty();
    private int size;

    CapacityCell(IntConsumer onChoice) {
        picture.setFitWidth(SIDE);
        picture.setFitHeight(SIDE);
        picture.setSmooth(true);
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("capacity-picture");
        frame.setMinSize(SIDE, SIDE);
        setGraphic(frame);
        setContentDisplay(ContentDisplay.TOP);
        getStyleClass().add("capacity-cell");
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setOnAction(_ -> onChoice.accept(size));
    }

    void show(int units, boolean today, Optional<TrainedCandidate> candidate) {
        size = units;
        setId("capacity-" + units);
        pseudoClassStateChanged(TODAY, today);
        if (!candidate.equals(drawn)) {
            drawn = candidate;
            candidate.ifPresent(known ->
                    image.getPixelWriter()
                            .setPixels(
                                    0,
                                    0,
                                    CapacityViewModel.PIXELS,
                                    CapacityViewModel.PIXELS,
                                    PixelFormat.getIntArgbInstance(),
                                    known.argb(),
                                    0,
                                    CapacityViewModel.PIXELS));
        }
        picture.setVisible(candidate.isPresent());
        String right = candidate.map(CapacityCell::right).orElse("…");
        setText(units + "\n" + right);
        setAccessibleText(Messages.text("capacity.cell", units, right));
        Tooltips.explain(this, Messages.text("capacity.cell.tip", units, right));
    }

    private static String right(TrainedCandidate candidate) {
        return candidate.diverged()
                ? Messages.text("capacity.diverged")
                : Numbers.percent(candidate.accuracy());
    }
}
