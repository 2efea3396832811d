package mlpexplorer.training;

import mlpexplorer.nn.Require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// The metrics of a run, one row per epoch, appended by the trainer's thread and read by others
/// through a [View].
///
/// Memory is bounded: from epoch [#CAPACITY] on only every second (fourth, …) epoch keeps its row.
/// These epochs always keep theirs: the first, the last, the one with the smallest validation loss
/// so far, and those marked by [#mark]. The selection depends only on the epochs, not on when a
/// view was taken.
public final class MetricLog {
    /// Epochs with a row each; about 23 MB.
    public static final int CAPACITY = 1 << 18;

    private static final int CHUNK = 1 << 12;
    private static final long NONE = -1;
    private static final double[] NO_VALUES = noValues(CHUNK);

    private static double[] noValues(int count) {
        double[] none = new double[count];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    private final int capacity;
    private final SortedSet<Long> marked = new TreeSet<>();
    private List<Long> marks = List.of();
    private final List<double[]> pending = new ArrayList<>();
    private List<double[][]> chunks = new ArrayList<>();
    private int finalSize;
    private long stride = 1;
    private long bestFrom;
    private long bestEpoch = NONE;
    private double bestLoss = Double.POSITIVE_INFINITY;

    public MetricLog() {
        this(CAPACITY);
    }

    /// @param capacity number of epochs before the log is thinned, 2 or more
    public MetricLog(int capacity) {
        this.capacity = Require.between("capacity", capacity, 2, CAPACITY);
    }

    /// The columns, in the order of the CSV file.
    public enum Column {
        EPOCH,
        UPDATE,
        SECONDS,
        TRAIN_LOSS,
        TRAIN_ACCURACY,
        VALIDATION_LOSS,
        VALIDATION_ACCURACY,
        TEST_LOSS,
        TEST_ACCURACY,
        PENALTY,
        LEARNING_RATE
    }

    /// The rows as they were when the view was taken. The first `finalSize` rows are the same in
    /// later views of the log, until it is thinned or cut. Those in `pending`, two at most, may be
    /// replaced by others.
    ///
    /// @param pending columns of the rows at the end
    /// @param marked marked epochs, in order
    public record View(
            List<double[][]> chunks,
            int finalSize,
            double[][] pending,
            long bestEpoch,
            List<Long> marked) {
        public static final View EMPTY =
                new View(List.of(), 0, columns(List.of()), NONE, List.of());

        public int size() {
            return finalSize + pending[0].length;
        }

        public double value(Column column, int row) {
            return row < finalSize
                    ? chunks.get(row / CHUNK)[column.ordinal()][row % CHUNK]
                    : pending[column.ordinal()][row - finalSize];
        }

        /// The epoch of the last row; -1 in an empty view.
        public long lastEpoch() {
            return size() == 0 ? NONE : epoch(size() - 1);
        }

        /// The training time up to the last row; 0 in an empty view.
        public double lastSeconds() {
            return size() == 0 ? 0 : value(Column.SECONDS, size() - 1);
        }

        /// The epoch with the smallest validation loss, the first of several; since the data
        /// changed, if they did. Empty where there is no validation part.
        public OptionalLong best() {
            return bestEpoch == NONE ? OptionalLong.empty() : OptionalLong.of(bestEpoch);
        }

        /// The row of [#best].
        public OptionalInt bestRow() {
            return bestEpoch == NONE ? OptionalInt.empty() : OptionalInt.of(rowAt(bestEpoch));
        }

        /// The last row at or before `epoch`; -1 if there is none.
        public int rowAt(long epoch) {
            int low = 0;
            int high = size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (epoch(middle) <= epoch) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low - 1;
        }

        private boolean hasRowOf(long epoch) {
            int row = rowAt(epoch);
            return row >= 0 && epoch(row) == epoch;
        }

        private long epoch(int row) {
            return (long) value(Column.EPOCH, row);
        }

        /// The training time at the end of `epoch`, interpolated where it has no row.
        private double seconds(long epoch) {
            int before = rowAt(epoch);
            int after = Math.min(size() - 1, before + 1);
            double share =
                    after == before
                            ? 0
                            : (double) (epoch - epoch(before)) / (epoch(after) - epoch(before));
            double begin = value(Column.SECONDS, before);
            return begin + share * (value(Column.SECONDS, after) - begin);
        }

        /// The first rows, at most `size()`.
        public View first(int rows) {
            int kept = Math.min(rows, finalSize);
            double[][] rest =
                    Arrays.stream(pending)
                            .map(c -> Arrays.copyOf(c, Math.max(0, rows - finalSize)))
                            .toArray(double[][]::new);
            return new View(
                    chunks.subList(0, Math.ceilDiv(kept, CHUNK)), kept, rest, bestEpoch, marked);
        }

        /// A compact copy of the rows.
        public View trimmed() {
            List<double[][]> kept = new ArrayList<>(chunks);
            if (finalSize % CHUNK > 0) {
                kept.set(
                        finalSize / CHUNK,
                        Arrays.stream(chunks.get(finalSize / CHUNK))
                                .map(c -> Arrays.copyOf(c, finalSize % CHUNK))
                                .toArray(double[][]::new));
            }
            return new View(List.copyOf(kept), finalSize, pending, bestEpoch, marked);
        }

        /// The same rows with NaN for test metrics.
        public View withoutTest() {
            return new View(
                    chunks.stream().map(View::withoutTest).toList(),
                    finalSize,
                    withoutTest(pending),
                    bestEpoch,
                    marked);
        }

        private static double[][] withoutTest(double[][] chunk) {
            double[] none = chunk[0].length == CHUNK ? NO_VALUES : noValues(chunk[0].length);
            double[][] others = chunk.clone();
            others[Column.TEST_LOSS.ordinal()] = none;
            others[Column.TEST_ACCURACY.ordinal()] = none;
            return others;
        }

        /// The number of leading rows that a reader of an older view of the same log need not read
        /// again: those up to the last row that both views share. The older view may contain more
        /// rows between them that have since been dropped. Takes time proportional to the rows that
        /// differ.
        public int rowsSharedWith(View older) {
            int row = size() - 1;
            int olderRow = older.size() - 1;
            while (row >= 0 && olderRow >= 0) {
                int order = Long.compare(epoch(row), older.epoch(olderRow));
                if (order == 0 && Arrays.equals(rowOf(row), older.rowOf(olderRow))) {
                    return row + 1;
                }
                row -= order >= 0 ? 1 : 0;
                olderRow -= order <= 0 ? 1 : 0;
            }
            return 0;
        }

        private double[] rowOf(int row) {
            return Arrays.stream(Column.values())
                    .mapToDouble(column -> value(column, row))
                    .toArray();
        }
    }

    /// Appends the row of an epoch, which follows the last one.
    public void append(EpochMetrics m, double seconds) {
        add(row(m, seconds));
        while (m.epoch() / stride >= capacity) {
            thin();
        }
    }

    /// Keeps the row of `epoch` permanently. It is the last one, or one that will be appended.
    public void mark(long epoch) {
        marked.add(epoch);
        marks = List.copyOf(marked);
        if (pending.stream().anyMatch(row -> epochOf(row) == epoch)) {
            settle();
        }
    }

    /// The data changed at the end of an epoch: `m` replaces its row and all later ones, and is the
    /// best one so far.
    void changeData(EpochMetrics m) {
        double seconds = view().seconds(m.epoch());
        truncateAfter(m.epoch() - 1);
        bestFrom = m.epoch();
        findBest();
        append(m, seconds);
        mark(m.epoch());
    }

    /// Removes all rows after `epoch`. Views keep theirs, since the next written chunk is a new
    /// one.
    public void truncateAfter(long epoch) {
        marked.tailSet(epoch + 1).clear();
        marks = List.copyOf(marked);
        truncate(epoch);
    }

    private void truncate(long epoch) {
        int rows = view().rowAt(epoch) + 1;
        if (rows == size()) {
            return;
        }
        pending.removeIf(row -> epochOf(row) > epoch);
        finalSize = Math.min(rows, finalSize);
        int used = Math.ceilDiv(finalSize, CHUNK);
        chunks.subList(used, chunks.size()).clear();
        if (finalSize % CHUNK > 0 && used > 1) {
            startChunk(used - 1);
        }
        if (used > 0) {
            startChunk(0); // even if full: readers identify a log by its first chunk
        }
        while (stride > 1 && epoch / (stride / 2) < capacity) {
            stride /= 2;
        }
        findBest();
    }

    /// Removes all rows after `epoch`, to continue differently from there. Dropped rows of the
    /// epochs in `known`, which are not after it, are restored.
    void truncateAfter(long epoch, List<EpochMetrics> known) {
        View full = view();
        SortedMap<Long, double[]> rows = new TreeMap<>();
        known.stream()
                .filter(m -> !full.hasRowOf(m.epoch()))
                .forEach(m -> rows.put(m.epoch(), row(m, full.seconds(m.epoch()))));
        truncateAfter(epoch);
        if (!rows.isEmpty()) {
            int end = size();
            truncate(rows.firstKey());
            settle();
            IntStream.range(finalSize, end)
                    .mapToObj(full::rowOf)
                    .forEach(row -> rows.put(epochOf(row), row));
            rows.values().forEach(this::push);
            findBest();
        }
    }

    private void startChunk(int chunk) {
        chunks.set(
                chunk,
                Arrays.stream(chunks.get(chunk)).map(double[]::clone).toArray(double[][]::new));
    }

    public View view() {
        return new View(
                List.copyOf(chunks),
                finalSize,
                pending.isEmpty() ? View.EMPTY.pending : columns(pending),
                bestEpoch,
                marks);
    }

    private int size() {
        return finalSize + pending.size();
    }

    private static double[] row(EpochMetrics m, double seconds) {
        return new double[] {
            m.epoch(),
            m.updates(),
            seconds,
            m.train().loss(),
            m.train().metric(),
            m.validation().loss(),
            m.validation().metric(),
            m.test().loss(),
            m.test().metric(),
            m.penalty(),
            m.rate()
        };
    }

    private static long epochOf(double[] row) {
        return (long) row[Column.EPOCH.ordinal()];
    }

    private static double[][] columns(List<double[]> rows) {
        return Arrays.stream(Column.values())
                .map(Column::ordinal)
                .map(c -> rows.stream().mapToDouble(row -> row[c]).toArray())
                .toArray(double[][]::new);
    }

    /// A row between two kept rows is pending: the next one replaces it unless it is the best so
    /// far.
    private void add(double[] row) {
        long epoch = epochOf(row);
        updateBest(epoch, row[Column.VALIDATION_LOSS.ordinal()]);
        pending.removeIf(waiting -> epochOf(waiting) != bestEpoch);
        pending.add(row);
        if (finalSize == 0 || epoch % stride == 0 || marked.contains(epoch)) {
            settle();
        }
    }

    private void updateBest(long epoch, double loss) {
        if (loss < bestLoss && epoch >= bestFrom) {
            bestLoss = loss;
            bestEpoch = epoch;
        }
    }

    private void findBest() {
        bestLoss = Double.POSITIVE_INFINITY;
        bestEpoch = NONE;
        View all = view();
        for (int row = 0; row < all.size(); row++) {
            updateBest(all.epoch(row), all.value(Column.VALIDATION_LOSS, row));
        }
    }

    private void settle() {
        pending.forEach(this::push);
        pending.clear();
    }

    private void push(double[] row) {
        if (finalSize % CHUNK == 0) {
            chunks.add(new double[Column.values().length][CHUNK]);
        }
        double[][] chunk = chunks.getLast();
        for (int c = 0; c < row.length; c++) {
            chunk[c][finalSize % CHUNK] = row[c];
        }
        finalSize++;
    }

    /// Views keep the old chunks and do not change.
    private void thin() {
        View full = view();
        chunks = new ArrayList<>();
        pending.clear();
        finalSize = 0;
        bestLoss = Double.POSITIVE_INFINITY;
        bestEpoch = NONE;
        stride *= 2;
        IntStream.range(0, full.size()).mapToObj(full::rowOf).forEach(this::add);
    }
}
