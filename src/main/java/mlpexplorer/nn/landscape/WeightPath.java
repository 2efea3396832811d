package mlpexplorer.nn.landscape;

import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Require;

import java.util.List;
import java.util.stream.IntStream;

/// The weights and biases of a run at some of its epochs.
///
/// @param steps by epoch, at least one, all of one shape
public record WeightPath(List<Step> steps) {

    /// The weights and biases at the end of an epoch.
    ///
    /// @param parameters not modified; all finite
    public record Step(long epoch, Parameters parameters) {
        public Step {
            for (int l = 0; l < parameters.layers(); l++) {
                if (!parameters.isFinite(l)) {
                    throw new IllegalArgumentException(
                            "The weights at epoch "
                                    + epoch
                                    + " are not finite, so they have no place on a plane.");
                }
            }
        }
    }

    public WeightPath {
        steps = List.copyOf(steps);
        Require.between("steps", steps.size(), 1, Integer.MAX_VALUE);
    }

    /// The weights of the first step.
    public Parameters first() {
        return steps.getFirst().parameters();
    }

    /// The weights of the last step.
    public Parameters last() {
        return steps.getLast().parameters();
    }

    /// At most `most` steps at even distances in the list, including the first and the last.
    ///
    /// @param most at least 2
    public WeightPath thinned(int most) {
        return new WeightPath(thinned(steps, most));
    }

    /// At most `most` elements at even distances, including the first and the last.
    ///
    /// @param most at least 2
    public static <T> List<T> thinned(List<T> all, int most) {
        return all.size() <= most
                ? all
                : IntStream.range(0, most)
                        .mapToObj(i ->
                                all.get(
                                        (int)
                                                Math.round(
                                                        (double) i
                                                                * (all.size() - 1)
                                                                / (most - 1))))
                        .toList();
    }
}
