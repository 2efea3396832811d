package mlpexplorer.data;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A network input computed from two features, x1 and x2, in data units.
public enum Input {
    X1("x1"),
    X2("x2"),
    X1_SQUARED("x1^2"),
    X2_SQUARED("x2^2"),
    PRODUCT("x1*x2"),
    SIN_X1("sin(x1)"),
    SIN_X2("sin(x2)");

    /// The number of features that inputs are computed from.
    public static final int FEATURES = 2;

    /// The features themselves.
    public static final List<Input> DEFAULT = List.of(X1, X2);

    private static final Pattern FEATURE = Pattern.compile("x([12])");

    private final String formula;

    Input(String formula) {
        this.formula = formula;
    }

    /// The formula: `x1^2`.
    public String formula() {
        return formula;
    }

    /// The formula with the names of both features: `width^2`.
    public String formula(List<String> features) {
        return FEATURE.matcher(formula)
                .replaceAll(x -> Matcher.quoteReplacement(features.get(index(x))));
    }

    private static int index(MatchResult feature) {
        return Integer.parseInt(feature.group(1)) - 1;
    }

    /// The value for a row of features.
    public double of(double x1, double x2) {
        return switch (this) {
            case X1 -> x1;
            case X2 -> x2;
            case X1_SQUARED -> x1 * x1;
            case X2_SQUARED -> x2 * x2;
            case PRODUCT -> x1 * x2;
            case SIN_X1 -> StrictMath.sin(x1);
            case SIN_X2 -> StrictMath.sin(x2);
        };
    }

    /// Whether the value depends on that feature, 0 or 1.
    public boolean uses(int feature) {
        return switch (this) {
            case X1, X1_SQUARED, SIN_X1 -> feature == 0;
            case X2, X2_SQUARED, SIN_X2 -> feature == 1;
            case PRODUCT -> true;
        };
    }
}
