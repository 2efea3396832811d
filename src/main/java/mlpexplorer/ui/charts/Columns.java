package mlpexplorer.ui.charts;

import mlpexplorer.ui.charts.MinMaxPyramid.MinMax;
import mlpexplorer.ui.charts.Viewport.PixelColumns;

import java.util.Arrays;
import java.util.Optional;

/// A curve divided into pixel columns, each reduced to its first, smallest, largest and last finite
/// sample. Columns without a finite sample are omitted. The values are sample indices, so two
/// columns are contiguous if one starts with the sample after the other's last.
final class Columns {
    private int[] first = new int[256];
    private int[] lowest = new int[256];
    private int[] highest = new int[256];
    private int[] last = new int[256];
    private int size;
    private Progress progress = Progress.NONE;

    /// The progress of the decimation: its pixel columns, the last of them with samples, its first
    /// sample, and the number of columns before it. New samples change nothing before that.
    record Progress(Optional<PixelColumns> pixels, int column, int from, int size) {
        static final Progress NONE = new Progress(Optional.empty(), 0, 0, 0);
    }

    Columns clear() {
        size = 0;
        progress = Progress.NONE;
        return this;
    }

    Progress progress() {
        return progress;
    }

    /// Call before adding the column.
    void checkpoint(PixelColumns pixels, int column, int from) {
        progress = new Progress(Optional.of(pixels), column, from, size);
    }

    /// Removes everything added since the last call of [#checkpoint].
    void rollBack() {
        size = progress.size();
    }

    void add(int firstIndex, MinMax minMax, int lastIndex) {
        if (size == first.length) {
            first = Arrays.copyOf(first, 2 * size);
            lowest = Arrays.copyOf(lowest, 2 * size);
            highest = Arrays.copyOf(highest, 2 * size);
            last = Arrays.copyOf(last, 2 * size);
        }
        first[size] = firstIndex;
        lowest[size] = minMax.lowest();
        highest[size] = minMax.highest();
        last[size++] = lastIndex;
    }

    int size() {
        return size;
    }

    int first(int column) {
        return first[column];
    }

    int lowest(int column) {
        return lowest[column];
    }

    int highest(int column) {
        return highest[column];
    }

    int last(int column) {
        return last[column];
    }

    /// Whether undrawable samples lie between this column and the previous one; true for the first
    /// column.
    boolean startsSegment(int column) {
        return column == 0 || first[column] != last[column - 1] + 1;
    }

    /// Writes the distinct samples of a column, in order, into `into` (length 4, modified) and
    /// returns their number.
    int samples(int column, int[] into) {
        int early = Math.min(lowest[column], highest[column]);
        int late = Math.max(lowest[column], highest[column]);
        int count = 0;
        into[count++] = first[column];
        if (early > into[count - 1]) {
            into[count++] = early;
        }
        if (late > into[count - 1]) {
            into[count++] = late;
        }
        if (last[column] > into[count - 1]) {
            into[count++] = last[column];
        }
        return count;
    }
}
