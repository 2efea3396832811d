package mlpexplorer.experiment.labs;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.training.TrainingSpec;

import java.util.List;

/// Softmax regression on the same data: the baseline without hidden layers.
public final class LinearBaseline {
    private LinearBaseline() {}

    /// The same experiment without hidden layers, penalty and dropout.
    public static RunSpec of(RunSpec spec) {
        ModelSpec model = spec.model();
        Initializer ofOutput =
                model.initializer() instanceof Initializer.Gaussian gaussian
                        ? new Initializer.Gaussian(gaussian.deviation(model.hidden().size()))
                        : model.initializer();
        ModelSpec linear = model.withLayers(List.of(), List.of(model.activation(0)), ofOutput);
        TrainingSpec t = spec.training();
        TrainingSpec plain =
                new TrainingSpec(
                        t.optimizer(),
                        t.rate(),
                        t.schedule(),
                        t.batch(),
                        new Regularizer.None(),
                        0,
                        t.clip(),
                        t.stop(),
                        t.sampling(),
                        t.logEvery(),
                        t.precision());
        return spec.withTraining(plain).withModel(linear);
    }
}
