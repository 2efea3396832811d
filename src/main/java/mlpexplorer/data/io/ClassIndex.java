package mlpexplorer.data.io;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers the classes of a file: in numeric order or, unless all their names are whole numbers, in
/// alphabetical order.
final class ClassIndex {
    static final int MAX_CLASSES = 1_000;

    private final Map<String, Integer> found = new HashMap<>();

    /// The number of a class in the order in which the classes are found, or -1 if there are too
    /// many.
    int add(String name) {
        return !found.containsKey(name) && found.size() == MAX_CLASSES
                ? -1
                : found.computeIfAbsent(name, _ -> found.size());
    }

    int size() {
        return found.size();
    }

    /// The names in their final order.
    List<String> names() {
        boolean numbers = found.keySet().stream().allMatch(CsvField::isWhole);
        Comparator<String> order =
                numbers
                        ? Comparator.comparing((String name) -> new BigInteger(name))
                                .thenComparing(Comparator.naturalOrder())
                        : Comparator.naturalOrder();
        return found.keySet().stream().sorted(order).toList();
    }

    /// The final numbers of the first `count` of `labels`, which are numbers from [#add].
    int[] labels(int[] labels, int count) {
        List<String> names = names();
        int[] index = new int[names.size()];
        found.forEach((name, label) -> index[label] = names.indexOf(name));
        return Arrays.stream(labels, 0, count).map(label -> index[label]).toArray();
    }
}
