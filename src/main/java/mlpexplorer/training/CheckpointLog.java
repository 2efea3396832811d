package mlpexplorer.training;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The checkpoints of one run within a memory budget. At first every epoch may have one; when the
/// budget is exhausted, every other checkpoint is dropped and from then on only every second
/// (fourth, …) epoch is kept. The first one is kept regardless of its size, so that every epoch can
/// be reached by training from an earlier one. Not thread-safe.
public final class CheckpointLog {
    /// 64 MB.
    public static final long DEFAULT_BUDGET = 64L << 20;

    private final long budget;
    private final TreeMap<Long, Checkpoint> kept = new TreeMap<>();
    private long stride = 1;
    private long bytes;

    public CheckpointLog() {
        this(DEFAULT_BUDGET);
    }

    /// @param budget maximum bytes of all checkpoints; the first one is always kept
    public CheckpointLog(long budget) {
        this.budget = budget;
    }

    /// An empty log with the same budget.
    CheckpointLog fresh() {
        return new CheckpointLog(budget);
    }

    /// Whether a checkpoint at the end of `epoch` is worth taking.
    public boolean wants(long epoch) {
        return epoch % stride == 0 && (kept.isEmpty() || epoch > kept.lastKey());
    }

    /// Keeps `checkpoint` if it is due and fits, dropping others if necessary.
    public void add(Checkpoint checkpoint) {
        while (wants(checkpoint.epoch()) && !kept.isEmpty() && bytes + added(checkpoint) > budget) {
            thin();
        }
        if (wants(checkpoint.epoch())) {
            bytes += added(checkpoint);
            kept.put(checkpoint.epoch(), checkpoint);
        }
    }

    /// The last checkpoint at or before `epoch`, which must not be before the first one.
    public Checkpoint atOrBefore(long epoch) {
        Map.Entry<Long, Checkpoint> entry = kept.floorEntry(epoch);
        if (entry == null) {
            throw new IllegalArgumentException(
                    "There is no checkpoint at epoch " + epoch + " or before.");
        }
        return entry.getValue();
    }

    /// Removes all checkpoints after `epoch`.
    public void truncateAfter(long epoch) {
        kept.tailMap(epoch, false).clear();
        weigh();
    }

    /// All checkpoints, by epoch.
    List<Checkpoint> all() {
        return List.copyOf(kept.values());
    }

    /// Memory used by all checkpoints, in bytes.
    long bytes() {
        return bytes;
    }

    /// Epochs from one checkpoint to the next.
    long stride() {
        return stride;
    }

    private long added(Checkpoint checkpoint) {
        return kept.isEmpty()
                ? checkpoint.bytes()
                : checkpoint.bytesBeside(kept.lastEntry().getValue());
    }

    private void thin() {
        stride *= 2;
        long first = kept.firstKey();
        kept.keySet().removeIf(epoch -> epoch != first && epoch % stride != 0);
        weigh();
    }

    private void weigh() {
        bytes = 0;
        Checkpoint before = null;
        for (Checkpoint checkpoint : kept.values()) {
            bytes += before == null ? checkpoint.bytes() : checkpoint.bytesBeside(before);
            before = checkpoint;
        }
    }
}
