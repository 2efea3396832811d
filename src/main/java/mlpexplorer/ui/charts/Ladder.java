package mlpexplorer.ui.charts;

/// The round numbers that an upper bound may have: 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten.
/// Neighbours are at most a third apart, so a curve fills at least three quarters of its axis.
final class Ladder {
    private static final double[] RUNGS = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};
    /// Keeps 0.1 + 0.2 on the rung of 0.3.
    private static final double TOLERANCE = 1 + 1e-12;

    private Ladder() {}

    /// The lowest rung that is not below `value` (> 0).
    static double ceil(double value) {
        double power = Math.floor(Math.log10(value));
        for (double rung : RUNGS) {
            double candidate = times10(rung, power);
            if (value <= candidate * TOLERANCE) {
                return Math.min(candidate, Double.MAX_VALUE / 2);
            }
        }
        return Math.min(times10(10, power), Double.MAX_VALUE / 2);
    }

    /// `mantissa · 10^power`, rounded as the decimal literal is: 3 · 10⁻¹ gives 0.3 and not 0.30000000000000004.
    static double times10(double mantissa, double power) {
        return power < 0 ? mantissa / Math.pow(10, -power) : mantissa * Math.pow(10, power);
    }
}
