package mlpexplorer.ui.workbench;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import mlpexplorer.data.DataShape;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.TrainedModel;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.BatchSize;

import java.util.Optional;

/// The start of the next run: spec, given weights, data shape, and undo history.
final class RunDraft {
    private final ReadOnlyObjectWrapper<RunSpec> spec;
    private final ReadOnlyObjectWrapper<Optional<DataShape>> shape;
    private final UndoHistory steps = new UndoHistory();
    private Optional<Parameters> weights = Optional.empty();
    private Optional<TrainedModel> resumed = Optional.empty();
    private BatchSize wantedBatch;

    RunDraft(RunSpec initial) {
        spec = new ReadOnlyObjectWrapper<>(this, "spec", initial);
        shape = new ReadOnlyObjectWrapper<>(this, "shape", initial.data().shape());
        wantedBatch = initial.training().batch();
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

    /// The batch of the spec, or the one that would be used if there were more training rows.
    BatchSize wantedBatch() {
        return wantedBatch;
    }

    RunStart start() {
        return new RunStart(spec.get(), weights, resumed);
    }

    UndoHistory steps() {
        return steps;
    }

    /// Changes the spec. Given weights are kept if they also apply to it.
    void change(RunSpec after) {
        RunSpec before = spec.get();
        steps.changed(start());
        weights = weights.filter(_ -> ChangeImpact.of(before, after).keepsWeights(before, after));
        resumed = resumed.filter(_ -> after.withTraining(before.training()).equals(before));
        setSpec(after);
    }

    /// Changes the weights, or the training to continue. Throws and changes nothing if their shape
    /// does not match.
    void setWeights(Optional<Parameters> given, Optional<TrainedModel> continued) {
        RunStart checked = new RunStart(spec.get(), given, continued);
        steps.changed(start());
        weights = checked.weights();
        resumed = checked.resumed();
    }

    /// Reverts to randomly drawn weights.
    void drawWeights() {
        steps.changed(start());
        weights = Optional.empty();
        resumed = Optional.empty();
    }

    /// Applies an undo or redo.
    void resetTo(RunStart there) {
        weights = there.weights();
        resumed = there.resumed();
        setSpec(there.spec());
    }

    /// Sets the shape of data that was read again.
    ///
    /// @param batch the wanted batch before it was read
    void read(DataShape known, BatchSize batch) {
        shape.set(Optional.of(known));
        keepWanted(batch);
    }

    /// Sets the shape of the data once it has been read.
    void measured(DataShape known) {
        if (shape.get().isEmpty()) {
            shape.set(Optional.of(known));
        }
    }

    /// Keeps the requested batch if it yields that of the spec on the current data.
    private void keepWanted(BatchSize batch) {
        RunSpec now = spec.get();
        if (now.training().batch().equals(DataChange.fitted(batch, now.split(), shape.get()))) {
            wantedBatch = batch;
        }
    }

    private void setSpec(RunSpec after) {
        if (!after.data().equals(spec.get().data())) {
            shape.set(after.data().shape());
        }
        BatchSize batch = wantedBatch;
        wantedBatch = after.training().batch();
        spec.set(after);
        keepWanted(batch);
    }
}
