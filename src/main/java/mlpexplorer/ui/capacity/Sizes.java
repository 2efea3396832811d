package mlpexplorer.ui.capacity;

import mlpexplorer.nn.ModelSpec;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// The layer sizes to compare: powers of two and the current size, centered on it where possible.
final class Sizes {
    static final int COUNT = 5;

    private Sizes() {}

    /// [#COUNT] sizes in ascending order, `current` one of them.
    static List<Integer> around(int current) {
        TreeSet<Integer> all = new TreeSet<>(List.of(current));
        for (int size = 1; size <= ModelSpec.MAX_UNITS; size *= 2) {
            all.add(size);
        }
        List<Integer> sizes = List.copyOf(all);
        int first = Math.clamp(sizes.indexOf(current) - COUNT / 2, 0, sizes.size() - COUNT);
        return sizes.subList(first, first + COUNT);
    }

    /// The same sizes ordered by distance to `current`, the smaller of two first.
    static List<Integer> byNearness(int current) {
        return around(current).stream()
                .sorted(
                        Comparator.comparingDouble((Integer size) ->
                                        Math.abs(Math.log((double) size / current)))
                                .thenComparing(size -> size))
                .toList();
    }
}
