package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mlpexplorer.nn.Score;
import mlpexplorer.training.MetricLog.Column;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

class MetricLogTest {

    @Test
    void aRowHoldsAllThatIsKnownOfAnEpoch() {
        MetricLog log = new MetricLog();
        log.append(
                new EpochMetrics(
                        7,
                        140,
                        new Score(0.5, 0.8),
                        new Score(0.6, 0.7),
                        new Score(0.7, 0.6),
                        0.01,
                        0.03),
                2.5);
        assertThat(
                        IntStream.range(0, 11)
                                .mapToDouble(
                                        column -> log.view().value(Column.values()[column], 0)))
                .containsExactly(7.0, 140.0, 2.5, 0.5, 0.8, 0.6, 0.7, 0.7, 0.6, 0.01, 0.03);
    }

    @Test
    void aFreshLogIsEmpty() {
        assertThat(new MetricLog().view().size()).isZero();
        assertThat(MetricLog.View.EMPTY.size()).isZero();
    }

    @Test
    void everyEpochIsKeptUntilTheLogIsFull() {
        assertThat(epochs(filled(8, 8))).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(filled(MetricLog.CAPACITY).view().size()).isEqualTo(MetricLog.CAPACITY);
    }

    @Test
    void aFullLogKeepsEverySecondThenEveryFourthEpochAndTheLastOne() {
        assertThat(epochs(filled(8, 9))).containsExactly(0, 2, 4, 6, 8);
        assertThat(epochs(filled(8, 10))).containsExactly(0, 2, 4, 6, 8, 9);
        assertThat(epochs(filled(8, 11))).containsExactly(0, 2, 4, 6, 8, 10);
        assertThat(epochs(filled(8, 16))).containsExactly(0, 2, 4, 6, 8, 10, 12, 14, 15);
        assertThat(epochs(filled(8, 18))).containsExactly(0, 4, 8, 12, 16, 17);
        assertThat(epochs(filled(8, 20))).containsExactly(0, 4, 8, 12, 16, 19);
        MetricLog.View large = filled(MetricLog.CAPACITY + 2).view();
        assertThat(large.size()).isEqualTo(MetricLog.CAPACITY / 2 + 2);
        assertThat(large.lastEpoch()).isEqualTo(MetricLog.CAPACITY + 1);
    }

    @Test
    void thinningKeepsWholeRowsTogether() {
        MetricLog.View view = filled(8, 100).view();
        assertThat(IntStream.range(0, view.size()))
                .allMatch(row -> {
                    double epoch = view.value(Column.EPOCH, row);
                    return view.value(Column.UPDATE, row) == 3 * epoch
                            && view.value(Column.SECONDS, row) == epoch / 8
                            && view.value(Column.TRAIN_LOSS, row) == 1 / (1 + epoch)
                            && view.value(Column.PENALTY, row) == -epoch;
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void firstLastBestAndMarkedEpochsKeepTheirRowsAtEveryLength(long seed) {
        Random random = new Random(seed);
        MetricLog log = new MetricLog(8);
        List<Double> losses = new ArrayList<>();
        List<Integer> marked = new ArrayList<>();
        for (int epoch = 0; epoch < 500; epoch++) {
            losses.add(2 - epoch / 400.0 + random.nextDouble());
            append(log, epoch, losses.getLast());
            if (random.nextInt(40) == 0) {
                log.mark(epoch);
                marked.add(epoch);
            }
            int best = losses.indexOf(losses.stream().min(Double::compare).orElseThrow());
            assertThat(epochs(log))
                    .startsWith(0)
                    .endsWith(epoch)
                    .contains(best)
                    .containsAll(marked)
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(log.view().best()).hasValue(best);
            assertThat(log.view().value(Column.VALIDATION_LOSS, log.view().bestRow().orElseThrow()))
                    .isEqualTo(losses.get(best));
            assertThat(log.view().size()).isLessThanOrEqualTo(2 * 8 + 2 * marked.size() + 2);
        }
    }

    @Test
    void aLossThatFallsAllTheTimeKeepsNoMoreRowsThanOneThatRises() {
        MetricLog falling = new MetricLog(8);
        IntStream.range(0, 1000).forEach(epoch -> append(falling, epoch, 1.0 / (1 + epoch)));
        assertThat(falling.view().size()).isLessThanOrEqualTo(8 + 1);
    }

    @Test
    void withoutAValidationPartNoEpochIsTheBest() {
        MetricLog log = new MetricLog(8);
        IntStream.range(0, 20).forEach(epoch -> append(log, epoch, Double.NaN));
        assertThat(log.view().best()).isEmpty();
        assertThat(log.view().bestRow()).isEmpty();
        assertThat(epochs(log)).containsExactly(0, 4, 8, 12, 16, 19);
    }

    @Test
    void aViewTellsWhichOfItsRowsLaterOnesHaveToo() {
        MetricLog log = filled(8, 12);
        MetricLog.View view = log.view();
        assertThat(view.finalSize()).isEqualTo(view.size() - 1);
        append(log, 12);
        append(log, 13);
        assertThat(IntStream.range(0, view.finalSize()))
                .allMatch(row ->
                        log.view().value(Column.EPOCH, row) == view.value(Column.EPOCH, row));
        assertThat(view.lastEpoch()).isEqualTo(11);
    }

    @Test
    void theFirstRowsOfAViewAreAView() {
        MetricLog.View view = filled(8, 12).view();
        assertThat(epochs(view.first(view.size()))).isEqualTo(epochs(view));
        assertThat(epochs(view.first(3))).containsExactly(0, 2, 4);
        assertThat(epochs(view.first(0))).isEmpty();
        assertThat(epochs(view.trimmed())).isEqualTo(epochs(view));
        assertThat(view.withoutTest().value(Column.TEST_LOSS, view.size() - 1)).isNaN();
    }

    /// Like the run database: adds rows, and removes only those no longer at the end of a view.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aReaderThatAddsWhatIsNewHasAllRowsAndThinsThemAsTheLogDid(long seed) {
        Random random = new Random(seed);
        MetricLog log = new MetricLog(8);
        SortedMap<Integer, Double> read = new TreeMap<>();
        MetricLog.View known = MetricLog.View.EMPTY;
        int removed = 0;
        int looks = 0;
        for (int epoch = 0; epoch < 700; epoch++) {
            append(log, epoch, 2 - epoch / 900.0 + random.nextDouble());
            if (random.nextInt(60) == 0) {
                log.mark(epoch);
            }
            if (random.nextInt(3) == 0 || epoch == 699) {
                MetricLog.View now = log.view();
                int shared = now.rowsSharedWith(known);
                SortedMap<Integer, Double> stale =
                        read.tailMap((int) now.first(shared).lastEpoch() + 1);
                removed += stale.size();
                stale.clear();
                IntStream.range(shared, now.size())
                        .forEach(row ->
                                read.put(
                                        (int) now.value(Column.EPOCH, row),
                                        now.value(Column.VALIDATION_LOSS, row)));
                known = now;
                looks++;
            }
        }
        assertThat(removed).isLessThanOrEqualTo(2 * looks);
        MetricLog again = new MetricLog(8);
        log.view().marked().forEach(again::mark);
        read.forEach((epoch, loss) -> append(again, epoch, loss));
        assertThat(epochs(again)).isEqualTo(epochs(log));
        assertThat(again.view().best()).isEqualTo(log.view().best());
    }

    @Test
    void aCutLogContinuesAsOneThatNeverWentFurther() {
        MetricLog log = filled(8, 100);
        log.truncateAfter(16);
        assertThat(log.view().lastEpoch()).isEqualTo(16);
        assertThat(log.view().best()).hasValue(16);
        IntStream.range(17, 24).forEach(epoch -> append(log, epoch));
        assertThat(epochs(log)).containsExactly(0, 16, 20, 23);
    }

    @Test
    void aCutBetweenTwoRowsGivesTheLastAndTheBestEpochTheirsBack() {
        MetricLog log = new MetricLog(8);
        IntStream.range(0, 61)
                .forEach(epoch -> append(log, epoch, epoch == 33 ? 0.5 : epoch == 37 ? 0.4 : 1));
        assertThat(epochs(log)).containsExactly(0, 8, 16, 24, 32, 37, 40, 48, 56, 60);
        log.mark(60);
        log.truncateAfter(35, List.of(metrics(33, 0.5), metrics(35, 1)));
        assertThat(epochs(log)).containsExactly(0, 8, 16, 24, 32, 33, 35);
        assertThat(log.view().best()).hasValue(33);
        assertThat(log.view().marked()).isEmpty();
        assertThat(log.view().value(Column.SECONDS, 6)).isEqualTo(35 / 8.0);
        append(log, 36, 2);
        assertThat(log.view().lastEpoch()).isEqualTo(36);
        assertThat(log.view().best()).hasValue(33);
    }

    @Test
    void aMarkSurvivesACutBehindIt() {
        MetricLog log = new MetricLog(8);
        for (int epoch = 0; epoch < 61; epoch++) {
            append(log, epoch, 1);
            if (epoch == 34) {
                log.mark(34);
            }
        }
        log.truncateAfter(35, List.of(metrics(33, 0.5), metrics(35, 1)));
        assertThat(epochs(log)).containsExactly(0, 8, 16, 24, 32, 33, 34, 35);
        assertThat(log.view().marked()).containsExactly(34L);
    }

    @Test
    void otherDataReplaceTheRowOfTheirEpochAndFindTheBestAmongTheirOwn() {
        MetricLog log = new MetricLog(8);
        IntStream.range(0, 12).forEach(epoch -> append(log, epoch, 0.1));
        log.changeData(metrics(11, 5));
        IntStream.range(12, 40).forEach(epoch -> append(log, epoch, epoch == 13 ? 3 : 4));
        assertThat(epochs(log)).contains(0, 11, 13, 39);
        assertThat(log.view().value(Column.VALIDATION_LOSS, log.view().rowAt(11))).isEqualTo(5);
        assertThat(log.view().value(Column.SECONDS, log.view().rowAt(11))).isEqualTo(11 / 8.0);
        assertThat(log.view().best()).hasValue(13);
        assertThat(log.view().marked()).containsExactly(11L);
    }

    @Test
    void aCapacityIsTwoOrMore() {
        assertThatThrownBy(() -> new MetricLog(1))
                .hasMessage("capacity is 1, but must be from 2 to 262,144.");
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
        log.truncateAfter(4998);
        assertThat(log.view().size()).isEqualTo(4999);
        append(log, 4999);
        assertThat(log.view().value(Column.EPOCH, 4999)).isEqualTo(4999);
        assertThat(log.view().value(Column.EPOCH, 4998)).isEqualTo(4998);
        log.truncateAfter(9);
        assertThat(log.view().size()).isEqualTo(10);
    }

    @Test
    void aCutAtTheEndOfAChunkAndBehindTheLastRowDoNoHarm() {
        MetricLog log = filled(8192);
        log.truncateAfter(20_000);
        assertThat(log.view().size()).isEqualTo(8192);
        log.truncateAfter(4095);
        append(log, 4096);
        assertThat(IntStream.range(0, 4097))
                .allMatch(row -> log.view().value(Column.EPOCH, row) == row);
    }

    @Test
    void aViewFromBeforeACutStaysAsItWas() {
        MetricLog log = filled(5000);
        MetricLog.View old = log.view();
        log.truncateAfter(4500);
        append(log, 4501, 7);
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
        log.truncateAfter(4500);
        assertThat(log.view().rowsSharedWith(old)).isEqualTo(4501);
        append(log, 4501, 7);
        assertThat(log.view().rowsSharedWith(old)).isEqualTo(4501);
    }

    private static MetricLog filled(int epochs) {
        return filled(MetricLog.CAPACITY, epochs);
    }

    private static MetricLog filled(int capacity, int epochs) {
        MetricLog log = new MetricLog(capacity);
        for (int epoch = 0; epoch < epochs; epoch++) {
            append(log, epoch);
        }
        return log;
    }

    private static void append(MetricLog log, int epoch) {
        append(log, epoch, 1 / (1.0 + epoch));
    }

    private static void append(MetricLog log, int epoch, double loss) {
        log.append(metrics(epoch, loss), epoch / 8.0);
    }

    private static EpochMetrics metrics(int epoch, double validationLoss) {
        Score score = new Score(1 / (1.0 + epoch), 0.5);
        return new EpochMetrics(
                epoch, 3L * epoch, score, new Score(validationLoss, 0.5), score, -epoch, 0.03);
    }

    private static List<Integer> epochs(MetricLog log) {
        return epochs(log.view());
    }

    private static List<Integer> epochs(MetricLog.View view) {
        return IntStream.range(0, view.size())
                .mapToObj(row -> (int) view.value(Column.EPOCH, row))
                .toList();
    }
}
