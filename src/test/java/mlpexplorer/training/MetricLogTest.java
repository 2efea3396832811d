package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import mlpexplorer.nn.Score;
import mlpexplorer.training.MetricLog.Column;
import org.junit.jupiter.api.Test;

class MetricLogTest {

    @Test
    void aRowHoldsAllThatIsKnownOfAnEpoch() {
        MetricLog log = new MetricLog();
        log.append(new EpochMetrics(7, 140, new Score(0.5, 0.8), new Score(0.6, 0.7), new Score(0.7, 0.6), 0.01), 2.5);
        assertThat(IntStream.range(0, 10).mapToDouble(column -> log.view().value(Column.values()[column], 0)))
                .containsExactly(7.0, 140.0, 2.5, 0.5, 0.8, 0.6, 0.7, 0.7, 0.6, 0.01);
    }

    @Test
    void aFreshLogIsEmpty() {
        assertThat(new MetricLog().view().size()).isZero();
        assertThat(MetricLog.View.EMPTY.size()).isZero();
    }

    @Test
    void everyEpochIsKeptUntilTheLogIsFull() {
        MetricLog.View view = filled(MetricLog.CAPACITY).view();
        assertThat(view.size()).isEqualTo(MetricLog.CAPACITY);
        assertThat(IntStream.range(0, view.size())).allMatch(row -> view.value(Column.EPOCH, row) == row);
    }

    @Test
    void aFullLogKeepsEverySecondThenEveryFourthEpoch() {
        MetricLog.View halved = filled(MetricLog.CAPACITY + 1).view();
        assertThat(halved.size()).isEqualTo(MetricLog.CAPACITY / 2 + 1);
        assertThat(IntStream.range(0, halved.size())).allMatch(row -> halved.value(Column.EPOCH, row) == 2 * row);
        MetricLog.View quartered = filled(2 * MetricLog.CAPACITY + 2).view();
        assertThat(quartered.size()).isEqualTo(MetricLog.CAPACITY / 2 + 1);
        assertThat(IntStream.range(0, quartered.size())).allMatch(row -> quartered.value(Column.EPOCH, row) == 4 * row);
    }

    @Test
    void thinningKeepsWholeRowsTogether() {
        MetricLog.View view = filled(MetricLog.CAPACITY + 100).view();
        assertThat(IntStream.range(0, view.size())).allMatch(row -> {
            double epoch = view.value(Column.EPOCH, row);
            return view.value(Column.UPDATE, row) == 3 * epoch && view.value(Column.SECONDS, row) == epoch / 8
                    && view.value(Column.TRAIN_LOSS, row) == 1 / (1 + epoch) && view.value(Column.PENALTY, row) == -epoch;
        });
    }

    @Test
    void theLogNeverOutgrowsItsCapacity() {
        MetricLog log = new MetricLog();
        int largest = 0;
        for (int epoch = 0; epoch < 4 * MetricLog.CAPACITY; epoch++) {
            append(log, epoch);
            largest = Math.max(largest, log.view().size());
        }
        assertThat(largest).isEqualTo(MetricLog.CAPACITY);
    }

    @Test
    void anOldViewStaysAsItWas() {
        MetricLog log = filled(10_000);
        MetricLog.View old = log.view();
        for (int epoch = 10_000; epoch < MetricLog.CAPACITY + 10; epoch++) {
            append(log, epoch);
        }
        assertThat(old.size()).isEqualTo(10_000);
        assertThat(IntStream.range(0, 10_000)).allMatch(row -> old.value(Column.EPOCH, row) == row);
    }

    @Test
    void aCutForgetsTheRowsAfterItAndNewOnesFollow() {
        MetricLog log = filled(10_000);
        log.cutAfter(4998);
        assertThat(log.view().size()).isEqualTo(4999);
        append(log, 7);
        assertThat(log.view().value(Column.EPOCH, 4999)).isEqualTo(7);
        assertThat(log.view().value(Column.EPOCH, 4998)).isEqualTo(4998);
        log.cutAfter(9);
        assertThat(log.view().size()).isEqualTo(5000);
    }

    @Test
    void aCutAtTheEndOfAChunkAndBehindTheLastRowDoNoHarm() {
        MetricLog log = filled(8192);
        log.cutAfter(20_000);
        assertThat(log.view().size()).isEqualTo(8192);
        log.cutAfter(4095);
        append(log, 4096);
        assertThat(IntStream.range(0, 4097)).allMatch(row -> log.view().value(Column.EPOCH, row) == row);
    }

    @Test
    void aViewFromBeforeACutStaysAsItWas() {
        MetricLog log = filled(5000);
        MetricLog.View old = log.view();
        log.cutAfter(4500);
        append(log, 1_000_000);
        assertThat(old.size()).isEqualTo(5000);
        assertThat(IntStream.range(0, 5000)).allMatch(row -> old.value(Column.EPOCH, row) == row);
    }

    @Test
    void aViewSharesAllRowsWithAnOlderOneOfTheSameWay() {
        MetricLog log = filled(5000);
        MetricLog.View old = log.view();
        append(log, 5000);
        assertThat(log.view().rowsSharedWith(old)).isEqualTo(5000);
        assertThat(old.rowsSharedWith(log.view())).isEqualTo(5000);
        assertThat(old.rowsSharedWith(MetricLog.View.EMPTY)).isZero();
    }

    @Test
    void aViewSharesTheRowsBeforeACut() {
        MetricLog log = filled(9000);
        MetricLog.View old = log.view();
        log.cutAfter(4500);
        assertThat(log.view().rowsSharedWith(old)).isEqualTo(4501);
        append(log, 1_000_000);
        assertThat(log.view().rowsSharedWith(old)).isEqualTo(4501);
    }

    private static MetricLog filled(int epochs) {
        MetricLog log = new MetricLog();
        for (int epoch = 0; epoch < epochs; epoch++) {
            append(log, epoch);
        }
        return log;
    }

    private static void append(MetricLog log, int epoch) {
        Score score = new Score(1 / (1.0 + epoch), 0.5);
        log.append(new EpochMetrics(epoch, 3L * epoch, score, score, score, -epoch), epoch / 8.0);
    }
}
