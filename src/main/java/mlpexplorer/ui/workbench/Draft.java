package mlpexplorer.ui.workbench;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mlpexplorer.data.DataShape;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.nn.Parameters;

/// What the next run begins from: the specification, weights where they were given, how large the data are, and the steps
/// that led here.
final class Draft {
    private final ReadOnlyObjectWrapper<RunSpec> spec;
    private final ReadOnlyObjectWrapper<Optional<DataShape>> shape;
    private final SpecSteps steps = new SpecSteps();
    private Optional<Parameters> weights = Optional.empty();

    Draft(RunSpec initial) {
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

    SpecSteps steps() {
        return steps;
    }

    /// A step to another specification. Given weights stay where they are meant for that one, too.
    void change(RunSpec after) {
        RunSpec before = spec.get();
        steps.changed(start());
        weights = weights.filter(_ -> Difference.of(before, after).keepsWeights(before, after));
        take(after);
    }

    /// A step to other weights. Throws, and changes nothing, if they are of another network.
    void give(Parameters given) {
        RunStart checked = new RunStart(spec.get(), Optional.of(given));
        steps.changed(start());
        weights = checked.weights();
    }

    /// A step to the weights that the specification draws.
    void drawWeights() {
        steps.changed(start());
        weights = Optional.empty();
    }

    /// Stands where a step back or forth leads.
    void stand(RunStart there) {
        weights = there.weights();
        take(there.spec());
    }

    /// The data were read, and are that large.
    void measured(DataShape known) {
        if (shape.get().isEmpty()) {
            shape.set(Optional.of(known));
        }
    }

    private void take(RunSpec after) {
        if (!after.data().equals(spec.get().data())) {
            shape.set(after.data().shape());
        }
        spec.set(after);
    }
}
