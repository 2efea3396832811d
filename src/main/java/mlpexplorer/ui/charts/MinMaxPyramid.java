package mlpexplorer.ui.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the smallest and the largest sample between two indices without reading all of them.
///
/// Level 0 of the pyramid has the extremes of every 16 samples, each further level those of 8
/// blocks of the level below. A query over n samples reads some tens of them plus a few for each
/// factor of 8 in n. The pyramid takes about two bytes a sample and is extended with its curve: new
/// samples take constant time each.
final class MinMaxPyramid {
    private static final int BASE_BITS = 4;
    private static final int FAN_BITS = 3;

    private final List<Level> levels = new ArrayList<>();
    private final MinMax block = new MinMax();
    private int known;

    /// Forgets the curve, so that another one can be added.
    void forget() {
        levels.clear();
        known = 0;
    }

    /// The number of samples added.
    int size() {
        return known;
    }

    /// Adds the new samples of the curve. A curve that has become shorter was rewound and is added
    /// from the start.
    MinMaxPyramid extend(Curve curve) {
        if (curve.finalSize() < known) {
            levels.clear();
        }
        known = curve.finalSize();
        int blocks = known >> BASE_BITS;
        for (int level = 0; blocks > 0; level++, blocks >>= FAN_BITS) {
            if (level == levels.size()) {
                levels.add(new Level());
            }
            for (int b = levels.get(level).size; b < blocks; b++) {
                levels.get(level)
                        .add(level == 0 ? ofSamples(curve, b) : ofBlocks(levels.get(level - 1), b));
            }
        }
        return this;
    }

    /// Modified: `into`, which is offered the extremes of the samples `from` (included) to `to`
    /// (excluded) and returned.
    MinMax scan(Curve curve, int from, int to, MinMax into) {
        int i = from;
        while (i < to) {
            int level = -1;
            while (startsBlock(i, level + 1, to)) {
                level++;
            }
            if (level < 0) {
                into.offer(i, curve.y(i));
                i++;
            } else {
                levels.get(level).offer(i >> bits(level), into);
                i += 1 << bits(level);
            }
        }
        return into;
    }

    private boolean startsBlock(int index, int level, int to) {
        int span = level < levels.size() ? 1 << bits(level) : 0;
        return span > 0
                && (index & span - 1) == 0
                && index <= to - span
                && index >> bits(level) < levels.get(level).size;
    }

    private static int bits(int level) {
        return BASE_BITS + FAN_BITS * level;
    }

    private MinMax ofSamples(Curve curve, int number) {
        block.clear();
        for (int i = number << BASE_BITS; i < (number + 1) << BASE_BITS; i++) {
            block.offer(i, curve.y(i));
        }
        return block;
    }

    private MinMax ofBlocks(Level below, int number) {
        block.clear();
        for (int b = number << FAN_BITS; b < (number + 1) << FAN_BITS; b++) {
            below.offer(b, block);
        }
        return block;
    }

    /// The smallest and the largest of the samples offered so far, ignoring those that are not
    /// finite. Of equal samples, the first counts.
    static final class MinMax {
        private int lowest = -1;
        private int highest = -1;
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;

        MinMax clear() {
            lowest = -1;
            highest = -1;
            low = Double.POSITIVE_INFINITY;
            high = Double.NEGATIVE_INFINITY;
            return this;
        }

        void offer(int index, double y) {
            if (y < low && y != Double.NEGATIVE_INFINITY) {
                low = y;
                lowest = index;
            }
            if (y > high && y != Double.POSITIVE_INFINITY) {
                high = y;
                highest = index;
            }
        }

        void offer(MinMax other) {
            if (!other.isEmpty()) {
                offer(other.lowest, other.low);
                offer(other.highest, other.high);
            }
        }

        /// True while no finite sample was offered; then the other values are undefined.
        boolean isEmpty() {
            return lowest < 0;
        }

        int lowest() {
            return lowest;
        }

        int highest() {
            return highest;
        }

        double low() {
            return low;
        }

        double high() {
            return high;
        }
    }

    /// Blocks in a row. A block without finite samples has the index −1.
    private static final class Level {
        private int[] lowest = new int[16];
        private int[] highest = new int[16];
        private double[] low = new double[16];
        private double[] high = new double[16];
        private int size;

        void add(MinMax minMax) {
            if (size == lowest.length) {
                lowest = Arrays.copyOf(lowest, 2 * size);
                highest = Arrays.copyOf(highest, 2 * size);
                low = Arrays.copyOf(low, 2 * size);
                high = Arrays.copyOf(high, 2 * size);
            }
            lowest[size] = minMax.lowest();
            highest[size] = minMax.highest();
            low[size] = minMax.low();
            high[size++] = minMax.high();
        }

        void offer(int number, MinMax into) {
            if (lowest[number] >= 0) {
                into.offer(lowest[number], low[number]);
                into.offer(highest[number], high[number]);
            }
        }
    }
}
