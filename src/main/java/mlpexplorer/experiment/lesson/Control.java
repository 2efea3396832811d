package mlpexplorer.experiment.lesson;

import mlpexplorer.experiment.RecordJson;
import mlpexplorer.experiment.RunSpec;

import java.util.List;
import java.util.function.Function;

/// Something that a step of a lesson can lock or hide: a group of settings, or a part of the
/// window.
public enum Control {
    DATA("the data", spec -> spec.data()),
    PARTS(
            "the split",
            spec ->
                    List.of(
                            spec.split().train(),
                            spec.split().validation(),
                            spec.split().test(),
                            spec.split().stratify(),
                            spec.split().folds(),
                            spec.split().fold())),
    SCALING("the scaling of the inputs", spec -> spec.split().standardize()),
    INPUTS("the inputs", spec -> spec.split().inputs()),
    DATA_SEEDS(
            "the seeds of data and split",
            spec -> List.of(spec.seeds().data(), spec.seeds().split())),
    LAYERS("the hidden layers", spec -> spec.model().hidden()),
    ACTIVATION("the activation", spec -> spec.model().activation()),
    INITIALIZER(
            "the initial weights",
            spec -> List.of(spec.model().initializer(), spec.model().biases())),
    /// Loading, drawing or editing single weights.
    WEIGHTS("the weights", _ -> ""),
    OPTIMIZER(
            "the optimizer",
            spec -> List.of(spec.training().optimizer(), spec.training().precision())),
    RATE("the learning rate", spec -> spec.training().rate()),
    SCHEDULE("the schedule of the learning rate", spec -> spec.training().schedule()),
    BATCH("the batches", spec -> List.of(spec.training().batch(), spec.training().sampling())),
    REGULARIZATION(
            "regularization",
            spec -> List.of(spec.training().regularizer(), spec.training().dropout())),
    CLIP("gradient clipping", spec -> spec.training().clip()),
    STOP("the stop rule", spec -> spec.training().stop()),
    LOGGING("the logging of updates", spec -> spec.training().logEvery()),
    /// The seeds of initial weights and batches.
    SEEDS(
            "the seeds of weights and batches",
            spec -> List.of(spec.seeds().init(), spec.seeds().batches())),
    /// The metrics of the test part, which are not shown.
    TEST("the test part", _ -> "");

    private final String text;
    private final Function<RunSpec, Object> value;

    Control(String text, Function<RunSpec, Object> value) {
        this.text = text;
        this.value = value;
    }

    /// As the subject of a sentence in lower case: `the learning rate`.
    public String text() {
        return text;
    }

    /// The name in files: `rate`.
    public String key() {
        return RecordJson.name(this);
    }

    /// Whether two specs have the same settings of this control.
    public boolean isSame(RunSpec one, RunSpec other) {
        return value.apply(one).equals(value.apply(other));
    }
}
