package mlpexplorer.ui.draw;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.LabeledPoint;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.workbench.DrawnPoints;
import mlpexplorer.ui.workbench.Notice;
import mlpexplorer.ui.workbench.Workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The operations of drawing. They do nothing unless the data consists of drawn points.
final class DrawViewModel {
    private final Workbench workbench;
    private final IntegerProperty current = new SimpleIntegerProperty(this, "current");
    private final BooleanProperty pen = new SimpleBooleanProperty(this, "pen", true);

    DrawViewModel(Workbench workbench) {
        this.workbench = workbench;
    }

    /// The class of the next point.
    IntegerProperty currentProperty() {
        return current;
    }

    /// Whether clicks on the plot draw.
    BooleanProperty penProperty() {
        return pen;
    }

    /// The points, if the data consists of drawn points.
    Optional<DataSpec.Points> points() {
        return workbench.spec().data() instanceof DataSpec.Points drawn
                ? Optional.of(drawn)
                : Optional.empty();
    }

    boolean isDrawing() {
        return pen.get() && points().isPresent();
    }

    /// The class of the next point, or the one after it.
    int label(boolean next) {
        int classes = points().map(DataSpec.Points::classes).orElse(2);
        int now = Math.min(current.get(), classes - 1);
        return next ? (now + 1) % classes : now;
    }

    void add(double x1, double x2, int label) {
        change(drawn -> {
            if (drawn.rows() == DataSpec.MAX_SAMPLES) {
                workbench
                        .notice()
                        .show(
                                Notice.Level.PROBLEM,
                                Messages.text("draw.full", DataSpec.MAX_SAMPLES));
                return drawn;
            }
            List<LabeledPoint> points = new ArrayList<>(drawn.points());
            points.add(new LabeledPoint(x1, x2, label));
            return new DataSpec.Points(points, drawn.classes());
        });
    }

    /// Removes the point nearest to (x₁, x₂), if any is within `reach`.
    void removeNearest(double x1, double x2, double reach) {
        change(drawn -> {
            int nearest = -1;
            double least = reach;
            for (int i = 0; i < drawn.rows(); i++) {
                LabeledPoint point = drawn.points().get(i);
                double distance = Math.hypot(point.x1() - x1, point.x2() - x2);
                if (distance <= least) {
                    nearest = i;
                    least = distance;
                }
            }
            if (nearest < 0) {
                return drawn;
            }
            List<LabeledPoint> points = new ArrayList<>(drawn.points());
            points.remove(nearest);
            return new DataSpec.Points(points, drawn.classes());
        });
    }

    void clear() {
        change(drawn -> new DataSpec.Points(List.of(), drawn.classes()));
    }

    boolean canAddClass() {
        return points().filter(drawn -> drawn.classes() < DataSpec.MAX_CLASSES).isPresent();
    }

    /// Adds a class and selects it for the next point.
    void addClass() {
        if (canAddClass()) {
            change(drawn -> new DataSpec.Points(drawn.points(), drawn.classes() + 1));
            points().ifPresent(drawn -> current.set(drawn.classes() - 1));
        }
    }

    /// A hint: what to do, or what is still missing.
    String hint() {
        long classes =
                points().stream()
                        .flatMap(drawn -> drawn.points().stream())
                        .mapToInt(LabeledPoint::label)
                        .distinct()
                        .count();
        int rows = points().map(DataSpec.Points::rows).orElse(0);
        if (!pen.get()) {
            return Messages.text("draw.hint.off", rows);
        }
        return rows == 0
                ? Messages.text("draw.hint.none")
                : classes < 2
                        ? Messages.text("draw.hint.one-class", rows)
                        : Messages.text("draw.hint", rows);
    }

    private void change(UnaryOperator<DataSpec.Points> edit) {
        points().map(edit)
                .filter(after -> !after.equals(workbench.spec().data()))
                .ifPresent(after ->
                        workbench.change(
                                spec -> DrawnPoints.on(spec, workbench.wantedBatch(), after)));
    }
}
