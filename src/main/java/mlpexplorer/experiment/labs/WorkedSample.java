package mlpexplorer.experiment.labs;

import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.SampleTrace;
import mlpexplorer.nn.Task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The forward and backward pass of one row as arithmetic, as written on paper.
///
/// Units count from 1. Long sums and wide layers are truncated to the first few terms and units and
/// the number of the others.
public final class WorkedSample {
    private static final int MAX_TERMS = 6;
    private static final int MAX_UNITS = 8;

    private final Mlp mlp;
    private final Parameters p;
    private final SampleTrace trace;
    private final List<String> classNames;
    private final String inputs;

    /// @param p parameters of `trace`
    /// @param inputs formulas of the inputs, if they are computed from the features
    public WorkedSample(
            Mlp mlp,
            Parameters p,
            SampleTrace trace,
            List<String> classNames,
            List<String> inputs) {
        this.mlp = mlp;
        this.p = p;
        this.trace = trace;
        this.classNames = List.copyOf(classNames);
        this.inputs = inputs.isEmpty() ? "x" : "x = (" + String.join(", ", inputs) + ")";
    }

    /// One step of the computation.
    ///
    /// @param title computed quantity
    /// @param formula formula in symbols
    /// @param lines computation in numbers
    public record Step(String title, String formula, List<String> lines) {}

    /// The forward pass, from the input to the loss.
    public List<Step> forward() {
        List<Step> steps = new ArrayList<>();
        steps.add(
                new Step(
                        "Input",
                        inputs
                                + " as the network sees it; "
                                + switch (mlp.task()) {
                                    case Task.Classification _ ->
                                            "class " + className(trace.label());
                                    case Task.Regression() ->
                                            "target t = " + Numbers.number(trace.target());
                                },
                        List.of("x = " + vector(trace.x()))));
        for (int l = 0; l < mlp.layers(); l++) {
            steps.add(layer(l));
        }
        switch (mlp.task()) {
            case Task.Classification _ -> {
                steps.add(probabilities());
                steps.add(crossEntropy());
            }
            case Task.Regression() -> {
                steps.add(residual());
                steps.add(squaredError());
            }
        }
        return steps;
    }

    private Step crossEntropy() {
        return new Step(
                "Loss",
                "L = −ln p[y]",
                List.of(
                        "L = −ln "
                                + Numbers.number(probability(trace.label()))
                                + " = "
                                + Numbers.number(trace.loss())));
    }

    private Step residual() {
        return new Step(
                "Residual",
                "r = t − " + output(),
                List.of(
                        "r = "
                                + Numbers.number(trace.target())
                                + " − "
                                + factor(value())
                                + " = "
                                + Numbers.number(trace.target() - value())));
    }

    private Step squaredError() {
        return new Step(
                "Loss",
                "L = r²",
                List.of(
                        "L = "
                                + factor(trace.target() - value())
                                + "² = "
                                + Numbers.number(trace.loss())));
    }

    /// The symbol of the output of a regression.
    private String output() {
        return "z" + mlp.layers() + "[1]";
    }

    private double value() {
        return trace.z().getLast()[0];
    }

    /// The backward pass, from the loss to the gradients.
    public List<Step> backward() {
        List<Step> steps = new ArrayList<>();
        for (int l = mlp.layers() - 1; l >= 0; l--) {
            steps.add(delta(l));
            steps.add(gradient(l));
        }
        return steps;
    }

    /// All steps as plain text.
    public String text() {
        return Stream.of(forward(), backward())
                .flatMap(List::stream)
                .map(step ->
                        step.title()
                                + ":  "
                                + step.formula()
                                + "\n    "
                                + String.join("\n    ", step.lines())
                                + "\n")
                .collect(Collectors.joining("\n"));
    }

    private Step layer(int l) {
        boolean last = l == mlp.layers() - 1;
        int units = p.fanOut(l);
        String symbol = "z" + (l + 1);
        List<String> lines =
                new ArrayList<>(
                        perUnit(
                                units,
                                j ->
                                        symbol
                                                + "["
                                                + (j + 1)
                                                + "] = "
                                                + weightedSum(l, j)
                                                + " = "
                                                + Numbers.number(trace.z().get(l)[j])));
        if (!last) {
            Activation activation = mlp.spec().activation(l);
            lines.addAll(
                    perUnit(
                            units,
                            j ->
                                    "a"
                                            + (l + 1)
                                            + "["
                                            + (j + 1)
                                            + "] = "
                                            + name(activation)
                                            + "("
                                            + Numbers.number(trace.z().get(l)[j])
                                            + ") = "
                                            + Numbers.number(trace.a().get(l)[j])));
        }
        String input = l == 0 ? "x" : "a" + l;
        String formula =
                symbol
                        + " = "
                        + input
                        + "·W"
                        + (l + 1)
                        + " + b"
                        + (l + 1)
                        + (last
                                ? ""
                                : ",  a"
                                        + (l + 1)
                                        + " = "
                                        + name(mlp.spec().activation(l))
                                        + "("
                                        + symbol
                                        + ")");
        return new Step(last ? "Output layer" : "Hidden layer " + (l + 1), formula, lines);
    }

    private String weightedSum(int l, int unit) {
        double[] inputs = l == 0 ? trace.x() : trace.a().get(l - 1);
        String sum =
                terms(
                        inputs.length,
                        i ->
                                factor(inputs[i])
                                        + "·"
                                        + factor(p.weights(l)[i * p.fanOut(l) + unit]));
        return sum + " + " + factor(p.biases(l)[unit]);
    }

    private Step probabilities() {
        double[] z = trace.z().getLast();
        String symbol = "z" + mlp.layers();
        String denominator = terms(z.length, c -> "e^" + factor(z[c]));
        return new Step(
                "Softmax",
                "p[c] = e^" + symbol + "[c] / Σ e^" + symbol,
                perUnit(
                        z.length,
                        c ->
                                "p["
                                        + (c + 1)
                                        + "] = e^"
                                        + factor(z[c])
                                        + " / ("
                                        + denominator
                                        + ") = "
                                        + Numbers.number(probability(c))
                                        + "   (class\u00a0"
                                        + className(c)
                                        + ")"));
    }

    private Step delta(int l) {
        String symbol = "δ" + (l + 1);
        if (l == mlp.layers() - 1 && mlp.task() instanceof Task.Regression) {
            return new Step(
                    "Back to the output layer",
                    symbol + " = ∂L/∂" + output() + " = −2·r",
                    List.of(
                            symbol
                                    + "[1] = −2·"
                                    + factor(trace.target() - value())
                                    + " = "
                                    + Numbers.number(trace.delta().get(l)[0])));
        }
        if (l == mlp.layers() - 1) {
            return new Step(
                    "Back to the output layer",
                    symbol + " = ∂L/∂z" + (l + 1) + " = p − y",
                    perUnit(
                            p.fanOut(l),
                            c ->
                                    symbol
                                            + "["
                                            + (c + 1)
                                            + "] = "
                                            + Numbers.number(probability(c))
                                            + " − "
                                            + (c == trace.label() ? 1 : 0)
                                            + " = "
                                            + Numbers.number(trace.delta().get(l)[c])));
        }
        double[] next = trace.delta().get(l + 1);
        return new Step(
                "Back to hidden layer " + (l + 1),
                symbol
                        + " = (δ"
                        + (l + 2)
                        + "·W"
                        + (l + 2)
                        + "ᵀ) ⊙ "
                        + name(mlp.spec().activation(l))
                        + "′(z"
                        + (l + 1)
                        + ")",
                perUnit(
                        p.fanOut(l),
                        j ->
                                symbol
                                        + "["
                                        + (j + 1)
                                        + "] = ("
                                        + terms(
                                                next.length,
                                                k ->
                                                        factor(next[k])
                                                                + "·"
                                                                + factor(
                                                                        p.weights(l + 1)[
                                                                                j * next.length
                                                                                        + k]))
                                        + ")·"
                                        + factor(trace.slope().get(l)[j])
                                        + " = "
                                        + Numbers.number(trace.delta().get(l)[j])));
    }

    private Step gradient(int l) {
        double[] gradient = trace.gradient().weights(l);
        double[] inputs = l == 0 ? trace.x() : trace.a().get(l - 1);
        double[] delta = trace.delta().get(l);
        int units = p.fanOut(l);
        String input = l == 0 ? "x" : "a" + l;
        List<String> lines =
                new ArrayList<>(
                        perUnit(
                                inputs.length,
                                i ->
                                        "∂W"
                                                + (l + 1)
                                                + "["
                                                + (i + 1)
                                                + ",·] = "
                                                + factor(inputs[i])
                                                + "·"
                                                + vector(delta)
                                                + " = "
                                                + vector(row(gradient, i, units))));
        lines.add("∂b" + (l + 1) + " = " + vector(trace.gradient().biases(l)));
        return new Step(
                "Gradient of W" + (l + 1) + " and b" + (l + 1),
                "∂W" + (l + 1) + " = " + input + "ᵀ·δ" + (l + 1) + ",  ∂b" + (l + 1) + " = δ"
                        + (l + 1),
                lines);
    }

    private double probability(int label) {
        return trace.a().getLast()[label];
    }

    private String className(int label) {
        return classNames.get(label);
    }

    private static double[] row(double[] matrix, int row, int columns) {
        return Arrays.copyOfRange(matrix, row * columns, (row + 1) * columns);
    }

    private static List<String> perUnit(int count, IntFunction<String> line) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(count, MAX_UNITS); i++) {
            lines.add(line.apply(i));
        }
        if (count > MAX_UNITS) {
            lines.add("… and " + (count - MAX_UNITS) + " more");
        }
        return lines;
    }

    private static String terms(int count, IntFunction<String> term) {
        String shown =
                IntStream.range(0, Math.min(count, MAX_TERMS))
                        .mapToObj(term)
                        .collect(Collectors.joining(" + "));
        return count > MAX_TERMS ? shown + " + … (" + (count - MAX_TERMS) + " more)" : shown;
    }

    private static String vector(double[] values) {
        String shown =
                IntStream.range(0, Math.min(values.length, MAX_UNITS))
                        .mapToObj(i -> Numbers.number(values[i]))
                        .collect(Collectors.joining(", "));
        return "("
                + shown
                + (values.length > MAX_UNITS
                        ? ", … " + (values.length - MAX_UNITS) + " more)"
                        : ")");
    }

    /// A number inside a product or sum: in parentheses if negative.
    private static String factor(double value) {
        String text = Numbers.number(value);
        return text.startsWith("−") ? "(" + text + ")" : text;
    }

    private static String name(Activation activation) {
        return switch (activation) {
            case IDENTITY -> "id";
            case RELU -> "relu";
            case LEAKY_RELU -> "leakyRelu";
            case ELU -> "elu";
            case SIGMOID -> "sigmoid";
            case TANH -> "tanh";
            case SOFTPLUS -> "softplus";
            case SILU -> "silu";
            case GELU -> "gelu";
            case THRESHOLD -> "threshold";
        };
    }
}
