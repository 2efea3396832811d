package mlpexplorer.ui.workbench;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.DataSpec;
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

    /// The impact of a spec change on the current run.
    enum ChangeImpact {
        /// Training continues with the new rate, penalty, optimizer settings or stop rule.
        LIVE,
        /// Training continues with the same weights on new data.
        POINTS,
        /// A new run starts.
        ALL;

        static ChangeImpact of(RunSpec before, RunSpec after) {
            boolean sameNetwork =
                    before.model().equals(after.model())
                            && before.split().inputs().equals(after.split().inputs())
                            && before.seeds().equals(after.seeds());
            boolean sameData =
                    before.data().equals(after.data()) && before.split().equals(after.split());
            if (sameNetwork && sameData) {
                boolean live =
                        before.training()
                                .withStop(after.training().stop())
                                .differsOnlyLiveFrom(after.training());
                return live ? LIVE : ALL;
            }
            return sameNetwork && isRedrawn(before.data(), after.data()) ? POINTS : ALL;
        }

        /// Whether weights given for the previous run also apply to the next one.
        boolean keepsWeights(RunSpec before, RunSpec after) {
            return switch (this) {
                case LIVE, POINTS -> true;
                case ALL ->
                        after.model().equals(before.model())
                                && after.data().equals(before.data())
                                && after.split().inputs().equals(before.split().inputs())
                                && after.seeds().init() == before.seeds().init();
            };
        }

        /// Whether the new data is of another kind.
        static boolean isNewData(RunSpec before, RunSpec after) {
            return before.data().getClass() != after.data().getClass();
        }

        /// Whether nothing but the stop rule changed.
        static boolean isStopOnly(RunSpec before, RunSpec after) {
            return before.withTraining(before.training().withStop(after.training().stop()))
                    .equals(after);
        }

        /// Whether the drawn points changed.
        static boolean isDrawing(RunSpec before, RunSpec after) {
            return before.data() instanceof DataSpec.Points was
                    && after.data() instanceof DataSpec.Points now
                    && !was.equals(now);
        }

        private static boolean isRedrawn(DataSpec before, DataSpec after) {
            return before instanceof DataSpec.Plane was
                    && after instanceof DataSpec.Points now
                    && !was.equals(now)
                    && was.rows() > 0
                    && now.rows() > 0
                    && was.classes() == now.classes();
        }
    }
}
