package mlpexplorer.nn;

/// Range checks for the configuration records. A failed check throws an [IllegalArgumentException]
/// with a one-sentence message: the component's name, the value and the range.
public final class Require {
    private Require() {}

    /// Returns `value` if `min ≤ value ≤ max` (so NaN and infinities are refused).
    public static double between(String name, double value, double min, double max) {
        if (value >= min && value <= max) {
            return value;
        }
        throw outOfRange(name, Numbers.exact(value), Numbers.exact(min), Numbers.exact(max));
    }

    /// Returns `value` if `min ≤ value ≤ max`.
    public static int between(String name, int value, int min, int max) {
        if (value >= min && value <= max) {
            return value;
        }
        throw outOfRange(name, Numbers.exact(value), Numbers.exact(min), Numbers.exact(max));
    }

    /// Returns `value` if `min ≤ value < limit`, for fractions below one.
    public static double below(String name, double value, double min, double limit) {
        if (value >= min && value < limit) {
            return value;
        }
        throw new IllegalArgumentException(
                name
                        + " is "
                        + Numbers.exact(value)
                        + ", but must be at least "
                        + Numbers.exact(min)
                        + " and below "
                        + Numbers.exact(limit)
                        + ".");
    }

    private static IllegalArgumentException outOfRange(
            String name, String value, String min, String max) {
        return new IllegalArgumentException(
                name + " is " + value + ", but must be from " + min + " to " + max + ".");
    }
}
