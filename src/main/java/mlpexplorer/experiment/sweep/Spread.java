package mlpexplorer.experiment.sweep;

import java.util.Arrays;

/// Mean and standard deviation of some values.
///
/// @param mean mean; NaN without values
/// @param std sample standard deviation √(Σ(x − mean)² / (n − 1)); NaN below two values
/// @param count number of values
public record Spread(double mean, double std, int count) {

    /// The spread of all values that are not NaN.
    public static Spread of(double... values) {
        double[] numbers = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        double mean = Arrays.stream(numbers).average().orElse(Double.NaN);
        double squares = Arrays.stream(numbers).map(value -> (value - mean) * (value - mean)).sum();
        double std = numbers.length < 2 ? Double.NaN : Math.sqrt(squares / (numbers.length - 1));
        return new Spread(mean, std, numbers.length);
    }
}
