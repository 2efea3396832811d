package mlpexplorer.ui.workbench;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.training.TrainingSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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
        List<Integer> origins = layers();
        origins.add(origins.getLast());
        reshape(hidden, activation, origins);
    }

    /// @param layer counted from 0
    public void remove(int layer) {
        List<Integer> hidden = new ArrayList<>(model().hidden());
        hidden.remove(layer);
        List<Activation> activation = new ArrayList<>(model().activation());
        if (activation.size() > 1) {
            activation.remove(layer);
        }
        List<Integer> origins = layers();
        origins.remove(layer);
        reshape(hidden, activation, origins);
    }

    /// Sets the number of units of a layer, counted from 0.
    public void units(int layer, int units) {
        List<Integer> hidden = new ArrayList<>(model().hidden());
        hidden.set(layer, units);
        workbench.change(spec -> spec.withModel(spec.model().withUnits(hidden)));
    }

    /// The numbers of the layers, from 0, including the output.
    private List<Integer> layers() {
        return new ArrayList<>(IntStream.rangeClosed(0, model().hidden().size()).boxed().toList());
    }

    /// Changes the layers.
    ///
    /// @param origins for each new layer the old one whose penalty and deviation it gets
    private void reshape(List<Integer> hidden, List<Activation> activation, List<Integer> origins) {
        Initializer initializer =
                model().initializer() instanceof Initializer.Gaussian(List<Double> each)
                                && each.size() > 1
                        ? new Initializer.Gaussian(origins.stream().map(each::get).toList())
                        : model().initializer();
        ModelSpec shape = model().withLayers(hidden, activation, initializer);
        workbench.change(spec ->
                new RunSpec(
                        spec.data(),
                        spec.split(),
                        shape,
                        followed(spec.training(), origins),
                        spec.seeds()));
    }

    private static TrainingSpec followed(TrainingSpec training, List<Integer> origins) {
        if (!(training.regularizer()
                instanceof Regularizer.PerLayer(List<Regularizer.Lambdas> layers))) {
            return training;
        }
        return training.withRegularizer(
                new Regularizer.PerLayer(origins.stream().map(layers::get).toList()));
    }
}
