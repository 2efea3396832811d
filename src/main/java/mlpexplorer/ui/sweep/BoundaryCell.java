package mlpexplorer.ui.sweep;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import mlpexplorer.experiment.sweep.SweepCell;
import mlpexplorer.experiment.sweep.SweepMeasure;
import mlpexplorer.ui.field.FieldImage;
import mlpexplorer.ui.workbench.Texts;

/// A boundary with a number below it.
final class BoundaryCell extends Region {
    /// Height of the number.
    static final double CAPTION = 18;

    private final FieldImage image = new FieldImage();
    private final Label caption = new Label();
    private final CellFace face = new CellFace(this, caption, CAPTION);
    private Optional<Sketch> painted = Optional.empty();

    BoundaryCell() {
        getStyleClass().add("sweep-boundary");
        caption.getStyleClass().add("sweep-boundary-caption");
        caption.setMaxWidth(Double.MAX_VALUE);
        caption.setMinHeight(CAPTION);
        caption.setMaxHeight(CAPTION);
        StackPane.setAlignment(caption, Pos.BOTTOM_CENTER);
        getChildren().add(image);
    }

    CellFace face() {
        return face;
    }

    /// The painted boundary, if any.
    Optional<Sketch> painted() {
        return painted;
    }

    void paint(Sketch sketch, int[] argb) {
        painted = Optional.of(sketch);
        image.paint(argb, sketch.pixels());
    }

    void show(SweepCell cell, SweepMeasure measure, String words) {
        boolean lost = !cell.rows().isEmpty() && cell.diverged() == cell.rows().size();
        String number = Measures.text(measure, cell.spread(measure));
        caption.setText(lost ? Texts.text("sweep.diverged") : cell.rows().isEmpty() ? "" : number);
        face.hatched(cell.diverged() > 0);
        face.setAccessibleText(words + ": " + caption.getText());
    }

    @Override
    protected void layoutChildren() {
        double side = Math.max(0, Math.min(getWidth(), getHeight() - CAPTION));
        image.place(0, 0, side);
    }
}
