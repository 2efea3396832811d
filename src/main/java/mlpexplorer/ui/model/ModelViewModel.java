package mlpexplorer.ui.model;

import mlpexplorer.data.DataShape;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.workbench.LayerEdits;
import mlpexplorer.ui.workbench.Workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The operations of the model section.
final class ModelViewModel {
    private final Workbench workbench;
    private final LayerEdits layers;

    ModelViewModel(Workbench workbench) {
        this.workbench = workbench;
        layers = new LayerEdits(workbench);
    }

    ModelSpec model() {
        return workbench.spec().model();
    }

    LayerEdits layers() {
        return layers;
    }

    /// One activation for all layers, or one per layer.
    void activation(List<Activation> activation) {
        change(model().withActivation(activation));
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
        change(model().withInitializer(initializer));
    }

    /// "2 – 8 – 8 – 3 · 123 parameters", or the name of a network without hidden layers. Before the
    /// data is read, "? – 8 – 8 – ?".
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

    void biases(ModelSpec.Biases biases) {
        change(model().withBiases(biases));
    }

    private void change(ModelSpec model) {
        workbench.change(spec -> spec.withModel(model));
    }
}
