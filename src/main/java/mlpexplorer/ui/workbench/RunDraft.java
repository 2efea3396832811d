package mlpexplorer.ui.workbench;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import mlpexplorer.data.DataShape;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.nn.Parameters;

import java.util.Optional;

/// The start of the next run: spec, given weights, data shape, and undo history.
final class RunDraft {
    private final ReadOnlyObjectWrapper<RunSpec> spec;
    private final ReadOnlyObjectWrapper<Optional<DataShape>> shape;
    private final UndoHistory steps = new UndoHistory();
    private Optional<Parameters> weights = Optional.empty();

    RunDraft(RunSpec initial) {
        spec = new ReadOnlyObjectWrapper<>(this, "spec", initial);
        shape = new ReadOnlyObjectWrapper<>(this, "shape", initial.data().shape());
    }

    ReadOnlyObjectProperty<RunSpec> specProperty() {
        return spec.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<DataShape>> shapeProperty() {
        return shape.getReadOnlyProperty();
    }

    RunSpec spec() {
        return spec.get();
    }

    RunStart start() {
        return new RunStart(spec.get(), weights);
    }

    UndoHistory steps() {
        return steps;
    }

    /// Changes the spec. Given weights are kept if they also apply to it.
    void change(RunSpec after) {
        RunSpec before = spec.get();
        steps.changed(start());
        weights = weights.filter(_ -> ChangeImpact.of(before, after).keepsWeights(before, after));
        setSpec(after);
    }

    /// Changes the weights. Throws and changes nothing if their shape does not match.
    void setWeights(Parameters given) {
        RunStart checked = new RunStart(spec.get(), Optional.of(given));
        steps.changed(start());
        weights = checked.weights();
    }

    /// Reverts to randomly drawn weights.
    void drawWeights() {
        steps.changed(start());
        weights = Optional.empty();
    }

    /// Applies an undo or redo.
    void resetTo(RunStart there) {
        weights = there.weights();
        setSpec(there.spec());
    }

    /// Sets the shape of data that were read again.
    void read(DataShape known) {
        shape.set(Optional.of(known));
    }

    /// Sets the shape of the data once they have been read.
    void measured(DataShape known) {
        if (shape.get().isEmpty()) {
            shape.set(Optional.of(known));
        }
    }

    private void setSpec(RunSpec after) {
        if (!after.data().equals(spec.get().data())) {
            shape.set(after.data().shape());
        }
        spec.set(after);
    }
}
