package mlpexplorer.ui.workbench;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.training.TrainingSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Changes the hidden layers of the current spec. Activations and penalties per layer follow.
public final class LayerEdits {
    private static final int NEW_LAYER_UNITS = 8;

    private final Workbench workbench;

    public LayerEdits(Workbench workbench) {
        this.workbench = workbench;
    }

    private ModelSpec model() {
        return workbench.spec().model();
    }

    public boolean canAdd() {
        return model().hidden().size() < ModelSpec.MAX_LAYERS;
    }

    /// Adds a layer as wide as the last one, before the output.
    public void add() {
        List<Integer> hidden = new ArrayList<>(model().hidden());
        hidden.add(hidden.isEmpty() ? NEW_LAYER_UNITS : hidden.getLast());
        List<Activation> activation = new ArrayList<>(model().activation());
        if (activation.size() > 1) {
            activation.add(activation.getLast());
        }
        reshape(hidden, activation, lambdas -> lambdas.add(lambdas.getLast()));
    }

    /// @param layer counted from 0
    public void remove(int layer) {
        List<Integer> hidden = new ArrayList<>(model().hidden());
        hidden.remove(layer);
        List<Activation> activation = new ArrayList<>(model().activation());
        if (activation.size() > 1) {
            activation.remove(layer);
        }
        reshape(hidden, activation, lambdas -> lambdas.remove(layer));
    }

    /// Sets the number of units of a layer, counted from 0.
    public void units(int layer, int units) {
        List<Integer> hidden = new ArrayList<>(model().hidden());
        hidden.set(layer, units);
        ModelSpec model = new ModelSpec(hidden, model().activation(), model().initializer());
        workbench.change(spec -> spec.withModel(model));
    }

    /// Changes the layers; a per-layer penalty is adjusted by `edit`.
    private void reshape(
            List<Integer> hidden,
            List<Activation> activation,
            Consumer<List<Regularizer.Lambdas>> edit) {
        ModelSpec shape = new ModelSpec(hidden, activation, model().initializer());
        workbench.change(spec ->
                new RunSpec(
                        spec.data(),
                        spec.split(),
                        shape,
                        followed(spec.training(), edit),
                        spec.seeds()));
    }

    private static TrainingSpec followed(
            TrainingSpec training, Consumer<List<Regularizer.Lambdas>> edit) {
        if (!(training.regularizer()
                instanceof Regularizer.PerLayer(List<Regularizer.Lambdas> layers))) {
            return training;
        }
        List<Regularizer.Lambdas> edited = new ArrayList<>(layers);
        edit.accept(edited);
        return training.withRegularizer(new Regularizer.PerLayer(edited));
    }
}
