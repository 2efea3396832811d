package mlpexplorer.nn;

/// The standard normal distribution, for GELU. The cumulative function is ½·erfc(−z/√2), with erfc
/// from its Maclaurin series near 0 and its continued fraction (Lentz) further out; relative error
/// below 2e-13 for |z| < 6 (worst near z = −2.7, where 1 − erf loses digits).
final class NormalDistribution {
    private static final double INVERSE_SQRT_PI = 0.5641895835477563;
    private static final double SERIES_LIMIT = 2.0;

    private NormalDistribution() {}

    static double density(double z) {
        return Math.exp(-0.5 * z * z) * INVERSE_SQRT_PI * Math.sqrt(0.5);
    }

    static double cumulative(double z) {
        return 0.5 * erfc(-z * Math.sqrt(0.5));
    }

    private static double erfc(double x) {
        double size = Math.abs(x);
        if (Double.isNaN(x)) {
            return x;
        }
        if (size < SERIES_LIMIT) {
            return 1 - series(x);
        }
        double tail = size > 27 ? 0 : fraction(size);
        return x > 0 ? tail : 2 - tail;
    }

    /// erf(x) = 2/√π · e^(−x²) · Σ 2ⁿ·x^(2n+1) / (1·3·…·(2n+1)): all terms have one sign, so
    /// nothing cancels.
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 * INVERSE_SQRT_PI * Math.exp(-x * x) * sum;
    }

    /// erfc(x) = e^(−x²)/√π · 1/(x + ½/(x + 1/(x + 3/2/(x + …)))), evaluated from the far end.
    private static double fraction(double x) {
        double value = x;
        for (int k = 60; k > 0; k--) {
            value = x + 0.5 * k / value;
        }
        return Math.exp(-x * x) * INVERSE_SQRT_PI / value;
    }
}
