package mlpexplorer.experiment;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Input;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.experiment.RunSpec.Seeds;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Precision;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.training.BatchSize;
import mlpexplorer.training.StopRule;
import mlpexplorer.training.TrainingSpec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Descriptions of specifications for captions, titles, summaries and reports. Settings with their
/// default value are omitted.
public final class SpecText {
    private static final String PARTS = " · ";
    private static final int MAX_FEATURES = 4;

    private SpecText() {}

    /// Everything that the curves of a run depend on: `Spiral, noise 5% · 34-8 ELU · Adam, rate
    /// 0.03, batch 10, exponential decay 0.99, L2 0.001, dropout 20% · init seed 3`.
    public static String of(RunSpec spec) {
        return join(PARTS, dataAndModel(spec), training(spec.training()), seeds(spec.seeds()));
    }

    /// The same with the stop rule.
    public static String withStop(RunSpec spec) {
        return of(spec) + PARTS + stop(spec.training().stop());
    }

    /// `Circles, 500 points · 8-8 Tanh`.
    public static String dataAndModel(RunSpec spec) {
        Stream<String> data =
                Stream.of(Stream.of(name(spec.data())), details(spec.data()), details(spec.split()))
                        .flatMap(each -> each);
        return join(", ", data) + PARTS + model(spec.model());
    }

    /// A title from the parts of a specification as its JSON form names them: `Circles · 8-8 Tanh ·
    /// SGD`.
    ///
    /// @param file path of the data file, or empty
    /// @param activation a name, or a JSON array of names
    public static String title(
            String dataset,
            String file,
            List<Integer> hidden,
            String activation,
            String optimizer) {
        String data =
                !file.isEmpty()
                        ? file(file)
                        : SpecTypes.variant(DataSpec.class, dataset)
                                .map(SpecTypes::defaults)
                                .map(found -> name((DataSpec) found))
                                .orElse(dataset);
        String steps =
                SpecTypes.variant(Optimizer.class, optimizer)
                        .map(SpecTypes::defaults)
                        .map(found -> name((Optimizer) found))
                        .orElse(optimizer);
        List<String> functions =
                Arrays.stream(activation.split("\\W+"))
                        .filter(word -> !word.isEmpty())
                        .map(SpecText::activation)
                        .toList();
        return join(PARTS, data, model(hidden, functions), steps);
    }

    private static String activation(String name) {
        return Arrays.stream(Activation.values())
                .filter(each -> SpecTypes.name(each).equals(name))
                .findFirst()
                .map(SpecText::name)
                .orElse(name);
    }

    /// Units of hidden layers: `34-8`; empty without hidden layers.
    public static String layers(List<Integer> hidden) {
        return hidden.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    /// Optimizer, learning rate and batch size: `SGD, rate 0.03, batch 10`.
    public static String steps(TrainingSpec training) {
        String batch =
                switch (training.batch()) {
                    case BatchSize.Full() -> "full batch";
                    case BatchSize.Rows(int count) -> "batch " + Numbers.count(count);
                };
        Stream<String> optimizer =
                Stream.concat(Stream.of(name(training.optimizer())), details(training.optimizer()));
        return join(
                ", ",
                Stream.concat(
                        optimizer, Stream.of("rate " + Numbers.exact(training.rate()), batch)));
    }

    /// Penalty and dropout: `L2 0.001, dropout 20%`; empty without both.
    public static String regularization(TrainingSpec training) {
        return join(
                ", ",
                penalty(training.regularizer()),
                training.dropout() == 0
                        ? ""
                        : "dropout " + Numbers.exactPercent(training.dropout()));
    }

    /// `500 epochs · patience 20 · loss ≤ 0.01 · change < 1e-6 · 60 s`.
    public static String stop(StopRule stop) {
        return join(
                PARTS,
                Numbers.count(stop.epochs(), "epoch"),
                stop.patience().map(epochs -> "patience " + Numbers.count(epochs)).orElse(""),
                stop.loss().map(loss -> "loss ≤ " + Numbers.exact(loss)).orElse(""),
                stop.tolerance().map(change -> "change < " + Numbers.exact(change)).orElse(""),
                stop.seconds().map(seconds -> Numbers.exact(seconds) + " s").orElse(""));
    }

    /// The name of a dataset: that of its file, if it has one.
    public static String name(DataSpec data) {
        return switch (data) {
            case DataSpec.Circles _ -> "Circles";
            case DataSpec.Moons _ -> "Moons";
            case DataSpec.Spiral _ -> "Spiral";
            case DataSpec.Gaussians _ -> "Blobs";
            case DataSpec.Xor _ -> "XOR";
            case DataSpec.XorTable() -> "XOR truth table";
            case DataSpec.Points _ -> "Drawn data";
            case DataSpec.PlaneSurface _ -> "Plane";
            case DataSpec.HillsSurface _ -> "Hills";
            case DataSpec.Curve _ -> "Curve";
            case DataSpec.Iris() -> "Iris";
            case DataSpec.Csv csv -> csv.path().isEmpty() ? "CSV file" : file(csv.path());
            case DataSpec.Numpy(String path, _) -> path.isEmpty() ? "NumPy file" : file(path);
            case DataSpec.Idx idx -> idx.isMnist() ? "MNIST" : file(idx.images());
        };
    }

    /// A sentence about layers that cannot be trained, if there are any.
    public static Optional<String> untrained(ModelSpec model) {
        int untrained = model.untrainedLayers();
        return untrained == 0
                ? Optional.empty()
                : Optional.of(
                        "Threshold units have no gradient, so training changes only "
                                + (untrained == model.hidden().size()
                                        ? "the output layer."
                                        : "the layers after hidden layer " + untrained + "."));
    }

    /// The name of an activation function.
    public static String name(Activation activation) {
        return switch (activation) {
            case IDENTITY -> "Identity";
            case RELU -> "ReLU";
            case LEAKY_RELU -> "Leaky ReLU";
            case ELU -> "ELU";
            case SIGMOID -> "Sigmoid";
            case TANH -> "Tanh";
            case SOFTPLUS -> "Softplus";
            case SILU -> "SiLU";
            case GELU -> "GELU";
            case THRESHOLD -> "Threshold";
        };
    }

    /// The name of an optimizer.
    public static String name(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd() -> "SGD";
            case Optimizer.Momentum _ -> "Momentum";
            case Optimizer.Nesterov _ -> "Nesterov";
            case Optimizer.RmsProp _ -> "RMSProp";
            case Optimizer.AdaGrad _ -> "AdaGrad";
            case Optimizer.Adam _ -> "Adam";
            case Optimizer.AdamW _ -> "AdamW";
        };
    }

    private static Stream<String> details(DataSpec data) {
        return switch (data) {
            case DataSpec.Curve curve ->
                    Stream.concat(Stream.of(SpecTypes.name(curve.function())), generated(curve));
            case DataSpec.Generated generated -> generated(generated);
            case DataSpec.Points(var points, _) -> Stream.of(Numbers.count(points.size(), "point"));
            case DataSpec.Csv csv ->
                    Stream.of(
                            csv.classColumn().map(name -> "class column " + name).orElse(""),
                            csv.target().map(name -> "target " + name).orElse(""),
                            csv.features().isEmpty() ? "" : "features " + features(csv.features()),
                            csv.missing() == DataSpec.Missing.SKIP ? "missing values skipped" : "",
                            csv.validationPath().map(path -> "validation " + file(path)).orElse(""),
                            csv.testPath().map(path -> "test " + file(path)).orElse(""),
                            csv.partColumn().map(name -> "part column " + name).orElse(""));
            case DataSpec.Idx idx ->
                    Stream.of(
                            idx.limit()
                                    .map(rows -> "first " + Numbers.count(rows, "image"))
                                    .orElse(""),
                            idx.testImages()
                                    .map(path -> "test " + (path.isEmpty() ? "MNIST" : file(path)))
                                    .orElse(""));
            case DataSpec.XorTable(), DataSpec.Iris(), DataSpec.Numpy _ -> Stream.empty();
        };
    }

    /// The names of a few features, or the number of many.
    private static String features(List<String> names) {
        return names.size() <= MAX_FEATURES
                ? String.join(" ", names)
                : Numbers.count(names.size()) + " columns";
    }

    private static Stream<String> generated(DataSpec.Generated data) {
        DataSpec.Generated defaults = (DataSpec.Generated) SpecTypes.defaults(data.getClass());
        int samples = data.samples();
        List<String> details = new ArrayList<>();
        details.add(unlessDefault(samples, defaults.samples(), Numbers.count(samples, "point")));
        if (data instanceof DataSpec.Spiral(_, int arms, double turns, _)) {
            DataSpec.Spiral spiral = new DataSpec.Spiral();
            details.add(unlessDefault(arms, spiral.arms(), arms + " arms"));
            details.add(unlessDefault(turns, spiral.turns(), Numbers.exact(turns) + " turns"));
        } else if (data instanceof DataSpec.Gaussians(_, int classes, _)) {
            details.add(
                    unlessDefault(
                            classes, new DataSpec.Gaussians().classes(), classes + " classes"));
        }
        details.add(
                unlessDefault(
                        data.noise(),
                        defaults.noise(),
                        "noise " + Numbers.exactPercent(data.noise())));
        return details.stream();
    }

    private static Stream<String> details(SplitSpec split) {
        SplitSpec defaults = new SplitSpec();
        return Stream.of(
                unlessDefault(parts(split), parts(defaults), "split " + parts(split)),
                split.folds()
                        .map(folds -> "fold " + split.fold() + " of " + Numbers.count(folds))
                        .orElse(""),
                split.stratify() ? "stratified" : "",
                switch (split.standardize()) {
                    case FULL -> "";
                    case CENTER -> "centered";
                    case NONE -> "not standardized";
                },
                split.inputs().isEmpty() ? "" : "inputs " + inputs(split.inputs()));
    }

    /// `x₁² x₂²`.
    public static String inputs(List<Input> inputs) {
        return inputs.stream()
                .map(input -> symbols(input.formula(List.of("x₁", "x₂"))))
                .collect(Collectors.joining(" "));
    }

    /// A formula of an input in mathematical notation: `x₁²` for `x₁^2`.
    public static String symbols(String formula) {
        return formula.replace("^2", "²").replace("*", "·").replaceAll("^sin\\((.*)\\)$", "sin $1");
    }

    private static String parts(SplitSpec split) {
        return Stream.of(split.train(), split.validation(), split.test())
                        .map(part -> Numbers.exactPercent(part).replace("%", ""))
                        .collect(Collectors.joining("/"))
                + "%";
    }

    private static String model(ModelSpec model) {
        return join(
                ", ",
                model(model.hidden(), model.activation().stream().map(SpecText::name).toList()),
                initializer(model.initializer()),
                model.biases() == ModelSpec.Biases.RANDOM ? "random biases" : "");
    }

    private static String model(List<Integer> hidden, List<String> activations) {
        return hidden.isEmpty()
                ? "softmax regression"
                : layers(hidden) + " " + String.join("/", activations);
    }

    private static String initializer(Initializer initializer) {
        return switch (initializer) {
            case Initializer.Xavier() -> "";
            case Initializer.Zeros() -> "zero init";
            case Initializer.Gaussian(List<Double> deviation) ->
                    "Gaussian init "
                            + deviation.stream()
                                    .map(Numbers::exact)
                                    .collect(Collectors.joining("/"));
            case Initializer.Scaled() -> "scaled Gaussian init";
            case Initializer.He() -> "He init";
            case Initializer.Uniform(double range) -> "uniform init ±" + Numbers.exact(range);
        };
    }

    private static String training(TrainingSpec training) {
        return join(
                ", ",
                steps(training),
                schedule(training.schedule()),
                regularization(training),
                training.sampling() == TrainingSpec.Sampling.WITH_REPLACEMENT
                        ? "with replacement"
                        : "",
                training.clip()
                        .map(clip -> "gradients clipped at " + Numbers.exact(clip))
                        .orElse(""),
                training.precision() == Precision.SINGLE ? "single precision" : "");
    }

    private static Stream<String> details(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd() -> Stream.empty();
            case Optimizer.Momentum(double momentum) ->
                    Stream.of(setting("momentum", momentum, new Optimizer.Momentum().momentum()));
            case Optimizer.Nesterov(double momentum) ->
                    Stream.of(setting("momentum", momentum, new Optimizer.Nesterov().momentum()));
            case Optimizer.RmsProp(double rho, double epsilon) ->
                    Stream.of(
                            setting("ρ", rho, new Optimizer.RmsProp().rho()),
                            setting("ε", epsilon, new Optimizer.RmsProp().epsilon()));
            case Optimizer.AdaGrad(double epsilon) ->
                    Stream.of(setting("ε", epsilon, new Optimizer.AdaGrad().epsilon()));
            case Optimizer.Adam(double beta1, double beta2, double epsilon) ->
                    adam(new Optimizer.AdamW(beta1, beta2, epsilon, 0));
            case Optimizer.AdamW adamW ->
                    Stream.concat(
                            adam(adamW),
                            Stream.of(
                                    setting(
                                            "weight decay",
                                            adamW.weightDecay(),
                                            new Optimizer.AdamW().weightDecay())));
        };
    }

    private static Stream<String> adam(Optimizer.AdamW adam) {
        Optimizer.AdamW defaults = new Optimizer.AdamW();
        return Stream.of(
                setting("β₁", adam.beta1(), defaults.beta1()),
                setting("β₂", adam.beta2(), defaults.beta2()),
                setting("ε", adam.epsilon(), defaults.epsilon()));
    }

    private static String setting(String name, double value, double defaults) {
        return unlessDefault(value, defaults, name + " " + Numbers.exact(value));
    }

    private static String schedule(LearningRateSchedule schedule) {
        return switch (schedule) {
            case LearningRateSchedule.Constant() -> "";
            case LearningRateSchedule.Step(double factor, int epochs) ->
                    "step decay "
                            + Numbers.exact(factor)
                            + " every "
                            + Numbers.count(epochs, "epoch");
            case LearningRateSchedule.Exponential(double decay) ->
                    "exponential decay " + Numbers.exact(decay);
            case LearningRateSchedule.Cosine(int epochs, double floor) ->
                    "cosine decay over "
                            + Numbers.count(epochs, "epoch")
                            + (floor == 0 ? "" : " to " + Numbers.exact(floor));
            case LearningRateSchedule.InverseTime(double decay) ->
                    "inverse-time decay " + Numbers.exact(decay);
            case LearningRateSchedule.Plateau(double factor, int patience) ->
                    "times "
                            + Numbers.exact(factor)
                            + " on a plateau of "
                            + Numbers.count(patience, "epoch");
            case LearningRateSchedule.Warmup(int epochs) ->
                    "warm-up over " + Numbers.count(epochs, "epoch");
            case LearningRateSchedule.LossRatio(int window) ->
                    "loss-ratio rate over " + Numbers.count(window, "update");
        };
    }

    private static String penalty(Regularizer regularizer) {
        return switch (regularizer) {
            case Regularizer.None() -> "";
            case Regularizer.L1(double l1) -> "L1 " + Numbers.exact(l1);
            case Regularizer.L2(double l2) -> "L2 " + Numbers.exact(l2);
            case Regularizer.ElasticNet(double l1, double l2) ->
                    "L1 " + Numbers.exact(l1) + ", L2 " + Numbers.exact(l2);
            case Regularizer.PerLayer(var layers) ->
                    "L1/L2 per layer "
                            + layers.stream()
                                    .map(layer ->
                                            Numbers.exact(layer.l1())
                                                    + "/"
                                                    + Numbers.exact(layer.l2()))
                                    .collect(Collectors.joining(" "));
        };
    }

    private static String seeds(Seeds seeds) {
        Seeds defaults = new Seeds();
        return join(
                ", ",
                unlessDefault(seeds.data(), defaults.data(), "data seed " + seeds.data()),
                unlessDefault(seeds.split(), defaults.split(), "split seed " + seeds.split()),
                unlessDefault(seeds.init(), defaults.init(), "init seed " + seeds.init()),
                unlessDefault(
                        seeds.batches(), defaults.batches(), "batch seed " + seeds.batches()));
    }

    /// The name of a file without its folder.
    public static String file(String path) {
        return path.substring(1 + Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')));
    }

    private static String unlessDefault(Object value, Object defaults, String text) {
        return Objects.equals(value, defaults) ? "" : text;
    }

    private static String join(String separator, Stream<String> parts) {
        return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(separator));
    }

    private static String join(String separator, String... parts) {
        return join(separator, Arrays.stream(parts));
    }
}
