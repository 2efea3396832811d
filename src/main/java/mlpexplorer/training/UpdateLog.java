package mlpexplorer.training;

import mlpexplorer.nn.Require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The training loss inside epochs, appended by the trainer's thread and read by others through a
/// [View]: one row for each group of updates, with the mean of their losses and the running mean of
/// the losses since the start of the epoch. Losses are those of the batches, before their update
/// and without the penalty.
///
/// Memory is bounded: at [#CAPACITY] rows, the groups become twice as large, and neighbors are
/// merged, except for the first row, the last one and the one with the smallest loss.
public final class UpdateLog {
    static final int CAPACITY = 1 << 20;

    /// Rows per chunk of a view.
    public static final int CHUNK = 4096;

    private static final int UPDATE = 0;
    private static final int LOSS = 1;
    private static final int EPOCH_MEAN = 2;

    /// Columns of a chunk: update, loss, running mean of the epoch.
    public static final int COLUMNS = 3;

    private final int capacity;
    private final Optional<Integer> every;
    private List<double[][]> chunks = new ArrayList<>();
    private int size;
    private long group;
    private double sum;
    private int count;
    private double epochSum;
    private int epochCount;

    /// @param every updates per group; if empty, each epoch is a group
    public UpdateLog(Optional<Integer> every) {
        this(every, CAPACITY);
    }

    UpdateLog(Optional<Integer> every, int capacity) {
        this.every = every;
        this.capacity = Require.between("capacity", capacity, 8, CAPACITY);
        group = every.orElse(0);
    }

    /// The sums of a log since its last row.
    public record Partial(double sum, int count) {
        public static final Partial NONE = new Partial(0, 0);
    }

    /// The loss of an update.
    ///
    /// @param update number of the update, from 1
    void add(long update, double loss) {
        sum += loss;
        count++;
        epochSum += loss;
        epochCount++;
        if (every.isPresent() && count >= group) { // the sum restored may be of a larger group
            close(update);
        }
    }

    /// An epoch ends.
    void endEpoch(long update) {
        if (every.isEmpty() && count > 0) {
            close(update);
        }
        epochSum = 0;
        epochCount = 0;
    }

    /// The sums since the last row.
    Partial partial() {
        return new Partial(sum, count);
    }

    /// Removes the rows after `update`, the end of an epoch, to continue from there.
    void restore(long update, Partial partial) {
        int rows = view().rowAt(update) + 1;
        if (rows < size) {
            // Views keep the old chunks; readers identify a log by its first chunk.
            List<double[][]> kept = chunks.subList(0, Math.ceilDiv(rows, CHUNK));
            chunks = new ArrayList<>(kept);
            if (!kept.isEmpty()) {
                chunks.set(0, copy(kept.getFirst()));
                chunks.set(kept.size() - 1, copy(kept.getLast()));
            }
            size = rows;
        }
        sum = partial.sum();
        count = partial.count();
        epochSum = 0;
        epochCount = 0;
    }

    /// Takes the rows of another log.
    void restore(View other, Partial partial) {
        chunks =
                other.chunks().stream()
                        .map(UpdateLog::copy)
                        .collect(Collectors.toCollection(ArrayList::new));
        size = other.size();
        sum = partial.sum();
        count = partial.count();
    }

    private static double[][] copy(double[][] chunk) {
        return Arrays.stream(chunk).map(double[]::clone).toArray(double[][]::new);
    }

    private void close(long update) {
        push(update, sum / count, epochSum / epochCount);
        sum = 0;
        count = 0;
        if (size == capacity) {
            thin();
        }
    }

    private void push(double update, double loss, double epochMean) {
        if (size % CHUNK == 0) {
            chunks.add(new double[COLUMNS][CHUNK]);
        }
        double[][] chunk = chunks.getLast();
        chunk[UPDATE][size % CHUNK] = update;
        chunk[LOSS][size % CHUNK] = loss;
        chunk[EPOCH_MEAN][size % CHUNK] = epochMean;
        size++;
    }

    private void thin() {
        View full = view();
        chunks = new ArrayList<>();
        size = 0;
        group *= 2;
        int last = full.size() - 1;
        int best = full.best();
        int row = 0;
        while (row <= last) {
            int next = row + 1;
            if (row == 0 || row == best || next == best || next >= last) {
                push(full.update(row), full.loss(row), full.epochMean(row));
                row = next;
            } else {
                long updates = full.updates(row);
                long all = updates + full.updates(next);
                double sum = updates * full.loss(row) + full.updates(next) * full.loss(next);
                push(full.update(next), sum / all, full.epochMean(next));
                row = next + 1;
            }
        }
    }

    /// The rows so far.
    public View view() {
        return new View(List.copyOf(chunks), size);
    }

    /// The rows of a log at one time. Immutable; views of one log share their chunks.
    ///
    /// @param chunks columns of the rows, at least `size` of them
    public record View(List<double[][]> chunks, int size) {
        public static final View EMPTY = new View(List.of(), 0);

        /// The first rows, at most `size`.
        public View first(int rows) {
            return new View(chunks.subList(0, Math.ceilDiv(rows, CHUNK)), rows);
        }

        /// A compact copy of the rows.
        public View trimmed() {
            List<double[][]> kept = new ArrayList<>(chunks);
            if (size % CHUNK > 0) {
                kept.set(
                        size / CHUNK,
                        Arrays.stream(chunks.get(size / CHUNK))
                                .map(column -> Arrays.copyOf(column, size % CHUNK))
                                .toArray(double[][]::new));
            }
            return new View(List.copyOf(kept), size);
        }

        /// The number of leading chunks that are full and the same in an older view.
        public int chunksSharedWith(View older) {
            int full = Math.min(size, older.size) / CHUNK;
            int shared = 0;
            while (shared < full && chunks.get(shared) == older.chunks.get(shared)) {
                shared++;
            }
            return shared;
        }

        /// The number of the last update of a row.
        public long update(int row) {
            return (long) at(UPDATE, row);
        }

        /// The number of updates of a row.
        private long updates(int row) {
            return update(row) - (row == 0 ? 0 : update(row - 1));
        }

        /// The first row with the smallest loss; 0 if no loss is a number.
        private int best() {
            int best = 0;
            for (int row = 1; row < size; row++) {
                if (loss(row) < loss(best) || Double.isNaN(loss(best))) {
                    best = row;
                }
            }
            return best;
        }

        /// The mean loss of the updates of a row.
        public double loss(int row) {
            return at(LOSS, row);
        }

        /// The mean loss since the start of the epoch.
        public double epochMean(int row) {
            return at(EPOCH_MEAN, row);
        }

        private double at(int column, int row) {
            return chunks.get(row / CHUNK)[column][row % CHUNK];
        }

        /// The last row at or before `update`; -1 if there is none.
        public int rowAt(long update) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (update(middle) <= update) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low - 1;
        }
    }
}
