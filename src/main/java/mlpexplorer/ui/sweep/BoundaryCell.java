package mlpexplorer.ui.sweep;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import mlpexplorer.experiment.sweep.SweepCell;
import mlpexplorer.experiment.sweep.SweepMeasure;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.field.FieldImage;

import java.util.Optional;

/// A boundary with a number below it.
final class BoundaryCell extends Region {
    /// Height of the number.
    static final double CAPTION = 18;

    private final FieldImage image = new FieldImage();
    private final Label caption = new Label();
    private final CellOverlay face = new CellOverlay(this, caption, CAPTION);
    private Optional<BoundaryRequest> painted = Optional.empty();

    BoundaryCell() {
        getStyleClass().add("sweep-boundary");
        caption.getStyleClass().add("sweep-boundary-caption");
        caption.setMaxWidth(Double.MAX_VALUE);
        caption.setMinHeight(CAPTION);
        caption.setMaxHeight(CAPTION);
        StackPane.setAlignment(caption, Pos.BOTTOM_CENTER);
        getChildren().add(image);
    }

    CellOverlay face() {
        return face;
    }

    /// The painted boundary, if any.
    Optional<BoundaryRequest> painted() {
        return painted;
    }

    void paint(BoundaryRequest request, int[] argb) {
        painted = Optional.of(request);
        image.paint(argb, request.pixels());
    }

    void show(SweepCell cell, SweepMeasure measure, Task.Metric metric, String description) {
        boolean lost = !cell.rows().isEmpty() && cell.diverged() == cell.rows().size();
        String number = MetricText.text(measure, metric, cell.spread(measure));
        caption.setText(
                lost ? Messages.text("sweep.diverged") : cell.rows().isEmpty() ? "" : number);
        face.hatched(cell.diverged() > 0);
        face.setAccessibleText(description + ": " + caption.getText());
    }

    @Override
    protected void layoutChildren() {
        double side = Math.max(0, Math.min(getWidth(), getHeight() - CAPTION));
        image.place(0, 0, side);
    }
}
