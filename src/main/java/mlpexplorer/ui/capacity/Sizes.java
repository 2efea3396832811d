package mlpexplorer.ui.capacity;

import mlpexplorer.nn.ModelSpec;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// The layer sizes to compare: powers of two and the current size, centered on it where possible.
final class Sizes {
    static final int COUNT = 5;

    private Sizes() {}

    /// [#COUNT] sizes in ascending order, `today` one of them.
    static List<Integer> around(int today) {
        TreeSet<Integer> all = new TreeSet<>(List.of(today));
        for (int size = 1; size <= ModelSpec.MAX_UNITS; size *= 2) {
            all.add(size);
        }
        List<Integer> oneTwoFive = List.copyOf(all);
        int first = Math.clamp(oneTwoFive.indexOf(today) - COUNT / 2, 0, oneTwoFive.size() - COUNT);
        return oneTwoFive.subList(first, first + COUNT);
    }

    /// The same sizes ordered by distance to `today`, the smaller of two first.
    static List<Integer> byNearness(int today) {
        return around(today).stream()
                .sorted(
                        Comparator.comparingDouble(
                                        (Integer size) -> Math.abs(Math.log((double) size / today)))
                                .thenComparing(size -> size))
                .toList();
    }
}
