package mlpexplorer.ui.model;

import mlpexplorer.data.DataShape;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.training.TrainingSpec;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.workbench.Workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The operations of the model section.
final class ModelViewModel {
    private static final int NEW_LAYER_UNITS = 8;

    private final Workbench workbench;

    ModelViewModel(Workbench workbench) {
        this.workbench = workbench;
    }

    ModelSpec model() {
        return workbench.spec().model();
    }

    boolean canAddLayer() {
        return model().hidden().size() < ModelSpec.MAX_LAYERS;
    }

    /// Adds a layer as wide as the last one, before the output.
    void addLayer() {
        List<Integer> hidden = new ArrayList<>(model().hidden());
        hidden.add(hidden.isEmpty() ? NEW_LAYER_UNITS : hidden.getLast());
        List<Activation> activation = new ArrayList<>(model().activation());
        if (activation.size() > 1) {
            activation.add(activation.getLast());
        }
        reshape(hidden, activation, lambdas -> lambdas.add(lambdas.getLast()));
    }

    void removeLayer(int layer) {
        List<Integer> hidden = new ArrayList<>(model().hidden());
        hidden.remove(layer);
        List<Activation> activation = new ArrayList<>(model().activation());
        if (activation.size() > 1) {
            activation.remove(layer);
        }
        reshape(hidden, activation, lambdas -> lambdas.remove(layer));
    }

    void units(int layer, int units) {
        List<Integer> hidden = new ArrayList<>(model().hidden());
        hidden.set(layer, units);
        change(hidden, model().activation(), model().initializer());
    }

    /// One activation for all layers, or one per layer.
    void activation(List<Activation> activation) {
        change(model().hidden(), activation, model().initializer());
    }

    /// The activation of one hidden layer, counted from 0.
    void activation(int layer, Activation activation) {
        List<Activation> each = new ArrayList<>();
        for (int other = 0; other < model().hidden().size(); other++) {
            each.add(other == layer ? activation : model().activation(other));
        }
        activation(each);
    }

    void initializer(Initializer initializer) {
        change(model().hidden(), model().activation(), initializer);
    }

    /// "2 – 8 – 8 – 3 · 123 parameters", or the name of a network without hidden layers. Before the
    /// data are read, "? – 8 – 8 – ?".
    String summary() {
        Optional<DataShape> data = workbench.shapeProperty().get();
        String hidden =
                model().hidden().stream().map(units -> units + " – ").collect(Collectors.joining());
        String summary =
                data.map(known ->
                                workbench.spec().split().inputCount(known.features())
                                        + " – "
                                        + hidden
                                        + known.task().outputs()
                                        + " · "
                                        + Messages.text(
                                                "model.parameters",
                                                workbench.spec().parameterCount(known)))
                        .orElseGet(() -> "? – " + hidden + "?");
        return model().hidden().isEmpty()
                ? Messages.text("model.softmax-regression", summary)
                : summary;
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

    private void change(
            List<Integer> hidden, List<Activation> activation, Initializer initializer) {
        workbench.change(spec -> spec.withModel(new ModelSpec(hidden, activation, initializer)));
    }
}
