package mlpexplorer.experiment.export;

import static mlpexplorer.experiment.export.TrainingScript.number;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.nn.Task;
import mlpexplorer.training.TrainingSpec;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.StringJoiner;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// The NumPy form of a [TrainingScript]: forward pass, back-propagation and optimizer by hand.
final class NumPyCode {
    private final RunSpec spec;
    private final Task task;
    private final int layers;

    private NumPyCode(RunSpec spec, Task task) {
        this.spec = spec;
        this.task = task;
        this.layers = spec.model().hidden().size() + 1;
    }

    /// The script, with placeholders for the code common to both libraries.
    static String of(RunSpec spec, Task task) {
        return new NumPyCode(spec, task).text();
    }

    private String text() {
        TrainingSpec training = spec.training();
        boolean drops = training.dropout() > 0;
        Map<String, String> blocks = new LinkedHashMap<>(TaskCode.numpy(task));
        blocks.put("imports", uses(Activation.GELU) ? "import csv\nimport math" : "import csv");
        blocks.put("layers", Integer.toString(layers));
        blocks.put("activations", activations());
        blocks.put("g", list("g"));
        blocks.put("dg", list("dg"));
        blocks.put("masks", drops ? masks(training.dropout()) : "");
        blocks.put("mask_argument", drops ? ", masks=None" : "");
        blocks.put("mask_given", drops ? ", masks" : "");
        blocks.put("mask_forward", drops ? MASK_FORWARD : "");
        blocks.put("mask_back", drops ? "delta *= masks[layer - 1]" : "");
        blocks.put("mask_stream", drops ? "dropout = RandomStream(SEED, 2, epoch)" : "");
        blocks.put("mask_draw", drops ? "masks = draw_masks(dropout, len(rows))" : "");
        blocks.put("penalty", penalty(training.regularizer()));
        blocks.put("clip", training.clip().map(NumPyCode::clip).orElse(""));
        blocks.put("optimizer", optimizer(training.optimizer()));
        blocks.put("after_update", TrainingScript.afterUpdate(training.schedule()));
        blocks.put("after_epoch", TrainingScript.afterEpoch(training.schedule()));
        blocks.put("best_before", training.stop().patience().isPresent() ? BEST_BEFORE : "");
        blocks.put("best_epoch", training.stop().patience().isPresent() ? BEST_EPOCH : "");
        blocks.put("best_after", training.stop().patience().isPresent() ? BEST_AFTER : "");
        return TrainingScript.fill(TrainingScript.template("numpy.txt"), blocks);
    }

    private boolean uses(Activation activation) {
        return layers > 1 && spec.model().activation().contains(activation);
    }

    /// `[tanh, tanh]`, or the derivatives.
    private String list(String kind) {
        StringJoiner names = new StringJoiner(", ", "[", "]");
        for (int l = 0; l < layers - 1; l++) {
            String name = spec.model().activation(l).name().toLowerCase(Locale.ROOT);
            names.add(kind.equals("g") ? name : "d_" + name);
        }
        return names.toString();
    }

    private String activations() {
        SequencedSet<String> code = new LinkedHashSet<>();
        for (int l = 0; l < layers - 1; l++) {
            Activation activation = spec.model().activation(l);
            if (activation == Activation.SOFTPLUS || activation == Activation.SILU) {
                code.add(activation(Activation.SIGMOID));
            }
            code.add(activation(activation));
        }
        return String.join("\n\n", code);
    }

    private static String activation(Activation activation) {
        return switch (activation) {
            case IDENTITY ->
                    """
                    def identity(z):
                        return z


                    def d_identity(z):
                        return np.ones_like(z)
                    """;
            case RELU ->
                    """
                    def relu(z):
                        return np.maximum(z, 0)


                    def d_relu(z):
                        return np.where(z > 0, 1.0, 0.0)
                    """;
            case LEAKY_RELU ->
                    """
                    def leaky_relu(z):
                        return np.where(z > 0, z, 0.01 * z)


                    def d_leaky_relu(z):
                        return np.where(z > 0, 1.0, 0.01)
                    """;
            case ELU ->
                    """
                    def elu(z):
                        return np.where(z > 0, z, np.expm1(np.minimum(z, 0)))


                    def d_elu(z):
                        return np.where(z > 0, 1.0, np.exp(np.minimum(z, 0)))
                    """;
            case SIGMOID ->
                    """
                    def sigmoid(z):
                        return 1 / (1 + np.exp(-z))


                    def d_sigmoid(z):
                        return sigmoid(z) * (1 - sigmoid(z))
                    """;
            case TANH ->
                    """
                    def tanh(z):
                        return np.tanh(z)


                    def d_tanh(z):
                        return 1 - np.tanh(z) ** 2
                    """;
            case SOFTPLUS ->
                    """
                    def softplus(z):
                        return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))


                    def d_softplus(z):
                        return sigmoid(z)
                    """;
            case SILU ->
                    """
                    def silu(z):
                        return z * sigmoid(z)


                    def d_silu(z):
                        return sigmoid(z) * (1 + z * (1 - sigmoid(z)))
                    """;
            case GELU ->
                    """
                    def normal_cdf(z):
                        return 0.5 * np.vectorize(math.erfc)(-z / np.sqrt(2))


                    def gelu(z):
                        return z * normal_cdf(z)


                    def d_gelu(z):
                        return normal_cdf(z) + z * np.exp(-z**2 / 2) / np.sqrt(2 * np.pi)
                    """;
            case THRESHOLD ->
                    """
                    def threshold(z):
                        return np.where(z > 0, 1.0, 0.0)


                    def d_threshold(z):
                        return np.zeros_like(z)
                    """;
        };
    }

    private static String masks(double dropout) {
        return """
        def draw_masks(random, rows):
            \"""Dropout: zeroes each hidden unit of each row with this probability, and scales up the others.\"""
            p = %s
            masks = []
            for layer in range(LAYERS - 1):
                units = len(b[layer])
                kept = random.uniform(rows * units).reshape(rows, units) >= p
                masks.append(kept / (1 - p))
            return masks


        """
                .formatted(number(dropout));
    }

    private String penalty(Regularizer regularizer) {
        StringJoiner lines = new StringJoiner("\n    ");
        lines.add("for layer in range(LAYERS):  # the penalty, on weights only");
        if (regularizer.lambda1() != 0) {
            String lambda = lambda(regularizer::lambda1);
            lines.add("gradients[2 * layer] += " + lambda + " * np.sign(W[layer])");
        }
        if (regularizer.lambda2() != 0) {
            String lambda = lambda(regularizer::lambda2);
            lines.add("gradients[2 * layer] += 2 * " + lambda + " * W[layer]");
        }
        return regularizer.lambda1() == 0 && regularizer.lambda2() == 0 ? "" : lines.toString();
    }

    /// One number, or that of the layer.
    private String lambda(IntToDoubleFunction lambda) {
        List<String> numbers =
                IntStream.range(0, layers).mapToObj(l -> number(lambda.applyAsDouble(l))).toList();
        return numbers.stream().distinct().count() == 1 ? numbers.getFirst() : numbers + "[layer]";
    }

    private static String clip(double limit) {
        return """

        norm = np.sqrt(sum((g**2).sum() for g in gradients))
        if norm > %s:  # clip the gradient
            gradients = [g * (%s / norm) for g in gradients]\
        """
                .formatted(number(limit), number(limit));
    }

    private static String optimizer(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd() ->
                    """
                    def step(gradients, rate):
                        \"""Gradient descent.\"""
                        for w, g in zip(parameters, gradients):
                            w -= rate * g
                    """;
            case Optimizer.Momentum(double momentum) ->
                    """
                    velocity = [np.zeros_like(w) for w in parameters]


                    def step(gradients, rate):
                        \"""Gradient descent with momentum.\"""
                        for w, g, v in zip(parameters, gradients, velocity):
                            v *= %s
                            v += g
                            w -= rate * v
                    """
                            .formatted(number(momentum));
            case Optimizer.Nesterov(double momentum) ->
                    """
                    velocity = [np.zeros_like(w) for w in parameters]


                    def step(gradients, rate):
                        \"""Gradient descent with Nesterov momentum.\"""
                        momentum = %s
                        for w, g, v in zip(parameters, gradients, velocity):
                            v *= momentum
                            v += g
                            w -= rate * (g + momentum * v)
                    """
                            .formatted(number(momentum));
            case Optimizer.RmsProp(double rho, double epsilon) ->
                    """
                    squares = [np.zeros_like(w) for w in parameters]


                    def step(gradients, rate):
                        \"""RMSProp.\"""
                        rho, epsilon = %s, %s
                        for w, g, s in zip(parameters, gradients, squares):
                            s *= rho
                            s += (1 - rho) * g**2
                            w -= rate * g / (np.sqrt(s) + epsilon)
                    """
                            .formatted(number(rho), number(epsilon));
            case Optimizer.AdaGrad(double epsilon) ->
                    """
                    squares = [np.zeros_like(w) for w in parameters]


                    def step(gradients, rate):
                        \"""AdaGrad.\"""
                        for w, g, s in zip(parameters, gradients, squares):
                            s += g**2
                            w -= rate * g / (np.sqrt(s) + %s)
                    """
                            .formatted(number(epsilon));
            case Optimizer.Adam(double beta1, double beta2, double epsilon) ->
                    adam("Adam", "", beta1, beta2, epsilon);
            case Optimizer.AdamW(double beta1, double beta2, double epsilon, double decay) ->
                    adam(
                            "AdamW: Adam with decoupled weight decay, on weights only",
                            "\n        if w.ndim == 2:\n            w *= 1 - rate * "
                                    + number(decay),
                            beta1,
                            beta2,
                            epsilon);
        };
    }

    private static String adam(
            String name, String decay, double beta1, double beta2, double epsilon) {
        return """
        m = [np.zeros_like(w) for w in parameters]
        v = [np.zeros_like(w) for w in parameters]
        steps = 0


        def step(gradients, rate):
            \"""%s.\"""
            global steps
            steps += 1
            beta1, beta2, epsilon = %s, %s, %s
            for w, g, first, second in zip(parameters, gradients, m, v):%s
                first *= beta1
                first += (1 - beta1) * g
                second *= beta2
                second += (1 - beta2) * g**2
                mean = first / (1 - beta1**steps)
                square = second / (1 - beta2**steps)
                w -= rate * mean / (np.sqrt(square) + epsilon)
        """
                .formatted(name, number(beta1), number(beta2), number(epsilon), decay);
    }

    private static final String MASK_FORWARD =
            """

            if masks is not None and layer < LAYERS - 1:
                a[-1] = a[-1] * masks[layer]\
            """;

    private static final String BEST_BEFORE =
            """
            best_loss, best_epoch = history[0]["validation_loss"], 0
            best = [w.copy() for w in parameters]
            """;

    private static final String BEST_EPOCH =
            """

            if history[-1]["validation_loss"] < best_loss:
                best_loss, best_epoch = history[-1]["validation_loss"], epoch + 1
                best = [w.copy() for w in parameters]\
            """;

    private static final String BEST_AFTER =
            """

            # Early stopping: back to the weights with the smallest validation loss
            for w, kept in zip(parameters, best):
                w[...] = kept
            print(f"weights of epoch {best_epoch} restored")
            """;
}
