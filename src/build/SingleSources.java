import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Generates the sources of the network in single precision from those in double precision, before
/// compilation: `java SingleSources.java <source folder> <target folder>`.
///
/// `Products` becomes `SingleProducts`, package-private, and so on: every `double` becomes `float`,
/// except in lines that end with `// double in both precisions`, where `double` without brackets
/// stays. What cannot be translated is in `Real` and its hand-written counterpart `SingleReal`.
final class SingleSources {
    private static final String PACKAGE = "mlpexplorer/nn";
    private static final String KEPT = "// double in both precisions";
    private static final List<String> TRANSLATED =
            List.of(
                    "Activation",
                    "Backpropagation",
                    "Descent",
                    "NormalDistribution",
                    "OptimizerState",
                    "OutputLayer",
                    "Parameters",
                    "Products",
                    "SoftmaxCrossEntropy",
                    "SquaredError",
                    "VectorMath",
                    "Workspace");
    private static final Pattern NAMES =
            Pattern.compile("\\b(" + String.join("|", TRANSLATED) + "|Real)\\b");
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("^public ((?:final |sealed )*(?:class|enum|interface) )");
    private static final Pattern FRACTION =
            Pattern.compile("(?<![\\w.])(\\d+\\.\\d+(?:e[-+]?\\d+)?|\\d+e[-+]?\\d+)(?![\\w.])");
    private static final Pattern FUNCTION = Pattern.compile("\\bMath\\.(sqrt|exp|expm1|log1p)\\(");

    private static final int FLOAT_DIGITS = 8;

    private SingleSources() {}

    public static void main(String[] args) throws IOException {
        Path from = Path.of(args[0], PACKAGE);
        Path to = Files.createDirectories(Path.of(args[1], PACKAGE));
        for (String name : TRANSLATED) {
            Path target = to.resolve("Single" + name + ".java");
            String text =
                    Files.readAllLines(from.resolve(name + ".java")).stream()
                            .map(SingleSources::translated)
                            .collect(Collectors.joining("\n", "", "\n"));
            if (!Files.exists(target) || !Files.readString(target).equals(text)) {
                Files.writeString(target, text);
            }
        }
    }

    private static String translated(String line) {
        String text = NAMES.matcher(line).replaceAll("Single$1");
        if (text.strip().startsWith("//")) {
            return text;
        }
        text = PUBLIC_TYPE.matcher(text).replaceFirst("$1").replace("double[]", "float[]");
        if (text.endsWith(KEPT)) {
            return text;
        }
        text = text.replaceAll("\\bdouble\\b", "float").replace("Double.BYTES", "Float.BYTES");
        text = text.replace("DMatrixRMaj", "FMatrixRMaj");
        text = FRACTION.matcher(text).replaceAll(found -> single(found.group(1)));
        return FUNCTION.matcher(text).replaceAll("(float) Math.$1(");
    }

    /// A literal with more digits than a float has is rounded by a cast, which compilers do not
    /// warn about.
    private static String single(String literal) {
        return literal.length() > FLOAT_DIGITS ? "(float) " + literal : literal + "f";
    }
}
