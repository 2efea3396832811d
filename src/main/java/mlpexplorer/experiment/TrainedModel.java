package mlpexplorer.experiment;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.ImageSize;
import mlpexplorer.data.Scaling;
import mlpexplorer.data.Split;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Task;
import mlpexplorer.training.Checkpoint;

import java.util.List;
import java.util.Optional;

/// A trained network with everything needed to use it on other data or to train it further.
///
/// @param spec spec of the run, with the training settings at the end
/// @param features names of the raw features, in order
/// @param classes names of the classes, in order; empty in regression
/// @param image image size, if the features are pixels
/// @param scaling from raw features to network inputs
/// @param parameters weights and biases, not modified
/// @param epoch epoch of the parameters
/// @param checkpoint state of the training, if it is known; its parameters are those of the model
public record TrainedModel(
        RunSpec spec,
        List<String> features,
        List<String> classes,
        Optional<ImageSize> image,
        Scaling scaling,
        Parameters parameters,
        long epoch,
        Optional<Checkpoint> checkpoint) {
    public TrainedModel {
        features = List.copyOf(features);
        classes = List.copyOf(classes);
    }

    /// A model without the state of its training.
    ///
    /// @param split data of the run
    public static TrainedModel of(RunSpec spec, Split split, Parameters parameters, long epoch) {
        Dataset dataset = split.dataset();
        return new TrainedModel(
                spec,
                dataset.featureNames(),
                dataset.classNames(),
                dataset.image(),
                split.scaling(),
                parameters,
                epoch,
                Optional.empty());
    }

    /// A model whose training can be continued bit for bit.
    ///
    /// @param split data of the run
    public static TrainedModel of(RunSpec spec, Split split, Checkpoint state) {
        return of(
                        spec.withTraining(state.spec()),
                        split,
                        state.parameters(),
                        state.metrics().epoch())
                .withCheckpoint(state);
    }

    /// A copy with another spec of the same network.
    public TrainedModel withSpec(RunSpec other) {
        return new TrainedModel(
                other, features, classes, image, scaling, parameters, epoch, checkpoint);
    }

    private TrainedModel withCheckpoint(Checkpoint state) {
        return new TrainedModel(
                spec, features, classes, image, scaling, parameters, epoch, Optional.of(state));
    }

    /// The same without test metrics.
    public TrainedModel withoutTest() {
        return new TrainedModel(
                spec,
                features,
                classes,
                image,
                scaling,
                parameters,
                epoch,
                checkpoint.map(Checkpoint::withoutTest));
    }

    /// What the network predicts.
    public Task task() {
        return classes.isEmpty() ? new Task.Regression() : new Task.Classification(classes.size());
    }

    /// The network.
    public Mlp mlp() {
        return spec.mlp(new DataShape(1, features.size(), task()));
    }

    /// A run that continues the training; without its state, a run that starts from the weights.
    public RunStart start() {
        return new RunStart(spec, Optional.of(parameters), checkpoint.map(_ -> this));
    }
}
