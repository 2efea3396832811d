package mlpexplorer.nn.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The levels of contour lines: round numbers at about even distances on a logarithmic scale.
public final class LossLevels {
    /// Round numbers of a decade, from coarse to fine.
    private static final List<double[]> MANTISSAS =
            Stream.concat(
                            Stream.of(
                                    new double[] {1},
                                    new double[] {1, 3},
                                    new double[] {1, 2, 5},
                                    new double[] {1, 1.5, 2, 3, 5, 7},
                                    new double[] {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8}),
                            IntStream.of(2, 5, 10, 20, 50, 100).mapToObj(LossLevels::multiples))
                    .toList();

    /// Losses further below the largest one count as this share of it.
    private static final double MIN_SHARE = 1e-9;

    private LossLevels() {}

    /// The smallest loss that is distinguished from zero on a logarithmic scale.
    ///
    /// @param losses those that are not finite or not positive do not count
    public static double low(double... losses) {
        double high = high(losses);
        double low = positive(losses).min().orElse(high);
        return Math.max(low, MIN_SHARE * high);
    }

    /// The largest finite loss; 1 if there is none.
    public static double high(double... losses) {
        return positive(losses).max().orElse(1);
    }

    private static DoubleStream positive(double... losses) {
        return Arrays.stream(losses).filter(loss -> loss > 0 && Double.isFinite(loss));
    }

    /// The levels between the least and the largest of `losses`, ascending: as many as there are
    /// round numbers, but at most `most`. None if all losses are equal.
    public static List<Double> of(double[] losses, int most) {
        double low = low(losses);
        double high = high(losses);
        List<Double> finest = List.of();
        for (double[] mantissas : MANTISSAS) {
            List<Double> levels = between(low, high, mantissas);
            if (levels.size() > most) {
                break;
            }
            finest = levels;
        }
        return finest.isEmpty()
                ? WeightPath.thinned(between(low, high, MANTISSAS.getFirst()), most)
                : finest;
    }

    /// The multiples of `1 / parts` from 1 to below 10.
    private static double[] multiples(int parts) {
        return IntStream.range(parts, 10 * parts).mapToDouble(i -> (double) i / parts).toArray();
    }

    private static List<Double> between(double low, double high, double[] mantissas) {
        int first = (int) Math.floor(Math.log10(low));
        int last = (int) Math.floor(Math.log10(high));
        return IntStream.rangeClosed(first, last)
                .boxed()
                .flatMap(power ->
                        Arrays.stream(mantissas)
                                .mapToObj(mantissa -> Double.parseDouble(mantissa + "e" + power)))
                .filter(level -> level > low && level < high)
                .toList();
    }
}
