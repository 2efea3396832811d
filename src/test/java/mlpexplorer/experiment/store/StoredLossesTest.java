package mlpexplorer.experiment.store;

import static mlpexplorer.experiment.store.StoredRuns.log;
import static mlpexplorer.experiment.store.StoredRuns.run;
import static mlpexplorer.experiment.store.StoredRuns.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mlpexplorer.training.UpdateLog;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// The losses of updates in the store.
class StoredLossesTest {
    private final RunStore store = RunStore.inMemory();

    @AfterEach
    void close() {
        store.close();
    }

    private static UpdateLog.View losses(int rows, double first) {
        List<double[][]> chunks = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            if (row % UpdateLog.CHUNK == 0) {
                chunks.add(new double[UpdateLog.COLUMNS][UpdateLog.CHUNK]);
            }
            int place = row % UpdateLog.CHUNK;
            chunks.getLast()[0][place] = 3L * (row + 1);
            chunks.getLast()[1][place] = first / (1 + row);
            chunks.getLast()[2][place] = first / (2 + row);
        }
        return new UpdateLog.View(chunks, rows);
    }

    private static void assertSame(UpdateLog.View read, UpdateLog.View written) {
        assertThat(read.size()).isEqualTo(written.size());
        for (int row = 0; row < read.size(); row++) {
            assertThat(read.update(row)).isEqualTo(written.update(row));
            assertThat(read.loss(row)).isEqualTo(written.loss(row));
            assertThat(read.epochMean(row)).isEqualTo(written.epochMean(row));
        }
    }

    @Test
    void theLossesOfUpdatesComeBackBitForBitAndAreWrittenInParts() {
        int part = RunWriter.MAX_BLOCKS * UpdateLog.CHUNK;
        UpdateLog.View all = losses(part + 7, 0.1);
        Recording recording = StoredRuns.recording(run());
        recording.losses(all.first(5));
        recording.update(log(1).view());
        long id = write(store, recording);
        assertSame(store.updates(id), all.first(5));
        recording.losses(all);
        recording.finish(log(2).view(), StoredRuns.end(2), StoredRuns.WEIGHTS);
        write(store, recording);
        write(store, recording);
        assertThat(recording.isBehind()).isFalse();
        assertSame(store.updates(id), all);
    }

    @Test
    void aWriteThatIsCutShortLosesNothingWrittenBefore() {
        long finished = StoredRuns.finished(store, run(), 3);
        UpdateLog.View all = losses(4 * UpdateLog.CHUNK + 7, 0.1);
        Recording recording = StoredRuns.recording(run("seeds.init=2"));
        recording.losses(all.first(2 * UpdateLog.CHUNK + 5));
        recording.update(log(2).view());
        long id = write(store, recording);
        store.transact(handle ->
                handle.execute(
                        "CREATE TRIGGER cut BEFORE INSERT ON update_loss WHEN NEW.block = 3"
                                + " BEGIN SELECT RAISE(ABORT, 'cut'); END"));
        recording.losses(all);
        recording.finish(log(3).view(), StoredRuns.end(3), StoredRuns.WEIGHTS);
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> write(store, recording));
        assertSame(store.updates(id), all.first(2 * UpdateLog.CHUNK + 5));
        assertThat(StoredRuns.find(store, id).orElseThrow().progress().state())
                .isEqualTo(RunState.RUNNING);
        assertThat(store.metrics(id).lastEpoch()).isEqualTo(2);
        assertThat(store.metrics(finished).lastEpoch()).isEqualTo(3);
        store.transact(handle -> handle.execute("DROP TRIGGER cut"));
        write(store, recording);
        assertSame(store.updates(id), all);
        assertThat(StoredRuns.find(store, id).orElseThrow().progress().state())
                .isEqualTo(RunState.FINISHED);
    }

    @Test
    void lossesThatWereDroppedAreReplaced() {
        Recording recording = StoredRuns.recording(run());
        recording.losses(losses(2 * UpdateLog.CHUNK + 5, 0.1));
        recording.update(log(3).view());
        long id = write(store, recording);
        UpdateLog.View other = losses(UpdateLog.CHUNK + 1, 0.7);
        recording.losses(other);
        recording.update(log(2).view());
        write(store, recording);
        assertSame(store.updates(id), other);
    }
}
