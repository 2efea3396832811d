package mlpexplorer.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The columns of a run's metrics, one row an epoch, appended by the trainer's thread and read by others through a
/// [View]. Rows never change once a view shows them. Memory is bounded: when [#CAPACITY] rows are full, every other one
/// is dropped and from then on only every second (fourth, …) epoch is kept.
public final class MetricLog {
    /// Rows kept at most; about 20 MB.
    public static final int CAPACITY = 1 << 18;

    private static final int CHUNK = 1 << 12;

    private List<double[][]> chunks = new ArrayList<>();
    private int size;
    private long stride = 1;

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
        PENALTY
    }

    /// The first `size` rows as they were when the view was taken.
    public record View(List<double[][]> chunks, int size) {
        public static final View EMPTY = new View(List.of(), 0);

        public double value(Column column, int row) {
            return chunks.get(row / CHUNK)[column.ordinal()][row % CHUNK];
        }

        /// The same rows in no more memory than they need, for those who keep many.
        public View trimmed() {
            List<double[][]> kept = new ArrayList<>(chunks);
            if (size % CHUNK > 0) {
                kept.set(size / CHUNK, Arrays.stream(chunks.get(size / CHUNK)).map(c -> Arrays.copyOf(c, size % CHUNK)).toArray(double[][]::new));
            }
            return new View(List.copyOf(kept), size);
        }

        /// The same rows with NaN for what was measured on the test part.
        public View withoutTest() {
            return new View(chunks.stream().map(View::withoutTest).toList(), size);
        }

        private static double[][] withoutTest(double[][] chunk) {
            double[] none = new double[chunk[0].length];
            Arrays.fill(none, Double.NaN);
            double[][] others = chunk.clone();
            others[Column.TEST_LOSS.ordinal()] = none;
            others[Column.TEST_ACCURACY.ordinal()] = none;
            return others;
        }

        /// How many rows from the first on are the same in an older view of the same log.
        public int rowsSharedWith(View older) {
            int most = Math.min(size, older.size);
            int row = 0;
            while (row < most) {
                boolean same = chunks.get(row / CHUNK) == older.chunks.get(row / CHUNK);
                if (!same && !Arrays.equals(rowOf(this, row), rowOf(older, row))) {
                    return row;
                }
                row = same ? Math.min(most, (row / CHUNK + 1) * CHUNK) : row + 1;
            }
            return most;
        }
    }

    /// Appends a row, unless the epoch falls between the ones that are kept.
    public void append(EpochMetrics m, double seconds) {
        if (m.epoch() % stride != 0) {
            return;
        }
        if (size == CAPACITY) {
            thin();
            if (m.epoch() % stride != 0) {
                return;
            }
        }
        push(new double[] {
            m.epoch(), m.updates(), seconds, m.train().loss(), m.train().accuracy(), m.validation().loss(),
            m.validation().accuracy(), m.test().loss(), m.test().accuracy(), m.penalty()
        });
    }

    /// Forgets all rows after `epoch`. Views keep theirs: the chunk that is written to next becomes a new one.
    public void cutAfter(long epoch) {
        View full = view();
        int rows = size;
        while (rows > 0 && full.value(Column.EPOCH, rows - 1) > epoch) {
            rows--;
        }
        if (rows == size) {
            return;
        }
        size = rows;
        int used = Math.ceilDiv(rows, CHUNK);
        chunks.subList(used, chunks.size()).clear();
        if (rows % CHUNK > 0) {
            renew(used - 1);
        }
        if (used > 1) {
            renew(0); // whoever tells logs apart by their first chunk must see that this one goes another way
        }
    }

    private void renew(int chunk) {
        chunks.set(chunk, Arrays.stream(chunks.get(chunk)).map(double[]::clone).toArray(double[][]::new));
    }

    public View view() {
        return new View(List.copyOf(chunks), size);
    }

    private void push(double[] row) {
        if (size % CHUNK == 0) {
            chunks.add(new double[Column.values().length][CHUNK]);
        }
        double[][] chunk = chunks.getLast();
        for (int c = 0; c < row.length; c++) {
            chunk[c][size % CHUNK] = row[c];
        }
        size++;
    }

    /// Views keep the old chunks, so they stay as they are.
    private void thin() {
        View full = view();
        chunks = new ArrayList<>();
        size = 0;
        stride *= 2;
        for (int row = 0; row < full.size; row++) {
            if ((long) full.value(Column.EPOCH, row) % stride == 0) {
                push(rowOf(full, row));
            }
        }
    }

    private static double[] rowOf(View view, int row) {
        Column[] columns = Column.values();
        double[] values = new double[columns.length];
        for (Column column : columns) {
            values[column.ordinal()] = view.value(column, row);
        }
        return values;
    }
}
