package mlpexplorer.data;

import mlpexplorer.data.Split.Part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Assigns the rows of a dataset to parts.
final class PartAssignment {
    private static final int NO_CLASS = 0;

    private final SplitSpec spec;
    private final DataShape.Given given;

    /// Class of each free row, in shuffled order; all the same unless stratified.
    private final int[] classes;

    private PartAssignment(SplitSpec spec, DataShape.Given given, int[] classes) {
        this.spec = spec;
        this.given = given;
        this.classes = classes;
    }

    /// The rows in the order training, validation and test part; within a part in the order of
    /// `shuffled`.
    static int[] order(Dataset dataset, DataShape.Given given, SplitSpec spec, int[] shuffled) {
        int[] free = Arrays.stream(shuffled).filter(row -> dataset.part(row).isEmpty()).toArray();
        int[] classes =
                Arrays.stream(free)
                        .map(row -> spec.stratify() ? dataset.samples().label(row) : NO_CLASS)
                        .toArray();
        Part[] parts = new PartAssignment(spec, given, classes).parts();
        Part[] partOf = new Part[shuffled.length];
        for (int i = 0; i < free.length; i++) {
            partOf[free[i]] = parts[i];
        }
        for (int row = 0; row < partOf.length; row++) {
            if (dataset.part(row).isPresent()) {
                partOf[row] = dataset.part(row).get();
            }
        }
        return Arrays.stream(Part.values())
                .flatMapToInt(part -> Arrays.stream(shuffled).filter(row -> partOf[row] == part))
                .toArray();
    }

    /// The part of each free row.
    private Part[] parts() {
        SplitSpec.Rows rows = spec.free(classes.length, given);
        int[] counts = new int[Arrays.stream(classes).max().orElse(NO_CLASS) + 1];
        for (int label : classes) {
            counts[label]++;
        }
        int[] test = shares(counts, rows.test());
        int[] rest = minus(counts, test);
        int[] validationFrom;
        int[] validationTo;
        if (spec.folds().isPresent()) {
            int[][] folds = folds(rest, spec.folds().get());
            validationFrom = new int[counts.length];
            for (int fold = 1; fold < spec.fold(); fold++) {
                validationFrom = plus(validationFrom, folds[fold - 1]);
            }
            validationTo = plus(validationFrom, folds[spec.fold() - 1]);
        } else {
            validationFrom = minus(rest, shares(rest, rows.validation()));
            validationTo = rest;
        }
        int[] seen = new int[counts.length];
        Part[] parts = new Part[classes.length];
        for (int i = 0; i < classes.length; i++) {
            int label = classes[i];
            int position = seen[label]++;
            if (position >= rest[label]) {
                parts[i] = Part.TEST;
            } else if (position >= validationFrom[label] && position < validationTo[label]) {
                parts[i] = Part.VALIDATION;
            } else {
                parts[i] = Part.TRAIN;
            }
        }
        return parts;
    }

    /// Divides `total` rows among classes in proportion to `counts`, rounded so that they sum to
    /// `total`: the largest fractions are rounded up, those of the first classes if equal.
    private static int[] shares(int[] counts, int total) {
        long all = Arrays.stream(counts).sum();
        int[] shares = new int[counts.length];
        if (all == 0) {
            return shares;
        }
        for (int c = 0; c < counts.length; c++) {
            shares[c] = (int) ((long) counts[c] * total / all);
        }
        List<Integer> byFraction = new ArrayList<>();
        IntStream.range(0, counts.length).forEach(byFraction::add);
        byFraction.sort(Comparator.comparingLong(c -> -((long) counts[c] * total % all)));
        int missing = total - Arrays.stream(shares).sum();
        for (int i = 0; i < missing; i++) {
            shares[byFraction.get(i)]++;
        }
        return shares;
    }

    /// The rows of each class in each fold: the classes are dealt to the folds one after the other,
    /// as in scikit-learn's `StratifiedKFold`.
    private static int[][] folds(int[] counts, int folds) {
        int[][] rows = new int[folds][counts.length];
        int next = 0;
        for (int c = 0; c < counts.length; c++) {
            for (int i = 0; i < counts[c]; i++) {
                rows[next][c]++;
                next = (next + 1) % folds;
            }
        }
        return rows;
    }

    private static int[] plus(int[] a, int[] b) {
        return IntStream.range(0, a.length).map(i -> a[i] + b[i]).toArray();
    }

    private static int[] minus(int[] a, int[] b) {
        return IntStream.range(0, a.length).map(i -> a[i] - b[i]).toArray();
    }
}
