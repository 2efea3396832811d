package mlpexplorer.ui.sweep;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.sweep.SweepCell;
import mlpexplorer.experiment.sweep.SweepMeasure;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.field.FieldImage;

import java.util.Optional;

/// A boundary with a number below it.
final class BoundaryCell extends Region {
    /// Height of the number.
    static final double CAPTION = 18;

    private final FieldImage image = new FieldImage();
    private final Label caption = new Label();
    private final CellGrid.Overlay face = new CellGrid.Overlay(this, caption, CAPTION);
    private Optional<Request> painted = Optional.empty();

    BoundaryCell() {
        getStyleClass().add("sweep-boundary");
        caption.getStyleClass().add("sweep-boundary-caption");
        caption.setMaxWidth(Double.MAX_VALUE);
        caption.setMinHeight(CAPTION);
        caption.setMaxHeight(CAPTION);
        StackPane.setAlignment(caption, Pos.BOTTOM_CENTER);
        getChildren().add(image);
    }

    CellGrid.Overlay face() {
        return face;
    }

    /// The painted boundary, if any.
    Optional<Request> painted() {
        return painted;
    }

    void paint(Request request, int[] argb) {
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

    /// A request to draw a boundary.
    record Request(RunSpec spec, Parameters parameters, Theme theme, int pixels) {

        /// Whether both give the same picture; weights are compared by identity.
        boolean looksLike(Request other) {
            return parameters == other.parameters && theme == other.theme && pixels == other.pixels;
        }
    }
}
