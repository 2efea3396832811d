package mlpexplorer.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.experiment.sweep.SweepTable.SweepCell;
import mlpexplorer.experiment.sweep.SweepTable.SweepCell.Spread;
import mlpexplorer.experiment.sweep.SweepTable.SweepRow;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

final class SweepTableTest {

    private static SweepTable table(Sweep sweep, FinishedRun... results) {
        List<PlannedRun> plan = sweep.plan();
        return new SweepTable(
                sweep,
                IntStream.range(0, results.length)
                        .mapToObj(i -> SweepRow.of(plan.get(i), results[i]))
                        .toList());
    }

    @Test
    void aCellHasMeanAndDeviationOverItsRepeats() {
        SweepTable table =
                table(
                        Sweeps.small(3, "model.hidden=2"),
                        Sweeps.result(Sweeps.DONE, 0.5),
                        Sweeps.result(Sweeps.DONE, 0.75),
                        Sweeps.result(Sweeps.DONE, 1));
        Spread spread = table.cells().getFirst().spread(SweepMeasure.VALIDATION_ACCURACY);
        assertThat(spread).isEqualTo(new Spread(0.75, 0.25, 3));
    }

    @Test
    void theBestValidationIsTheHighestOfAnyEpoch() {
        SweepTable table = table(Sweeps.small(1), Sweeps.result(Sweeps.DONE, 0.5));
        assertThat(table.rows().getFirst().bestValidation()).isEqualTo(0.5625);
    }

    @Test
    void runsThatDivergedAreCountedButNotAveraged() {
        SweepTable table =
                table(
                        Sweeps.small(2, "training.rate=0.1,9"),
                        Sweeps.result(Sweeps.DONE, 0.5),
                        Sweeps.result(Sweeps.DIVERGED, 1),
                        Sweeps.result(Sweeps.DIVERGED, 1),
                        Sweeps.result(Sweeps.DIVERGED, 1));
        SweepCell first = table.cells().getFirst();
        assertThat(first.diverged()).isEqualTo(1);
        assertThat(first.spread(SweepMeasure.TRAIN_ACCURACY).mean()).isEqualTo(0.5);
        assertThat(first.spread(SweepMeasure.TRAIN_ACCURACY).std()).isNaN();
        assertThat(table.cells().getLast().spread(SweepMeasure.TRAIN_ACCURACY).mean()).isNaN();
        assertThat(table.diverged()).isEqualTo(3);
    }

    @Test
    void aCellWithoutRowsIsACellAllTheSame() {
        SweepTable table =
                table(Sweeps.small(1, "training.rate=0.1,9"), Sweeps.result(Sweeps.DONE, 0.5));
        assertThat(table.isComplete()).isFalse();
        assertThat(table.cells()).hasSize(2);
        assertThat(table.cells().getLast().rows()).isEmpty();
        assertThat(table.cells().getLast().values()).containsExactly("9");
    }

    @Test
    void theDeviationIsThatOfASample() {
        assertThat(Spread.of(2, 4, 4, 4, 5, 5, 7, 9).std())
                .isCloseTo(Math.sqrt(32.0 / 7), within(1e-15));
        assertThat(Spread.of(3, Double.NaN)).isEqualTo(new Spread(3, Double.NaN, 1));
    }

    @Test
    void theCsvHasALineARun() {
        SweepTable table =
                table(
                        Sweeps.small(2, "model.hidden=[8,8]"),
                        Sweeps.result(Sweeps.DONE, 0.5),
                        Sweeps.result(Sweeps.DIVERGED, Double.NaN));
        assertThat(SweepCsv.of(table).text().lines())
                .satisfiesExactly(
                        header ->
                                assertThat(header)
                                        .isEqualTo(
                                                "model.hidden,repeat,init_seed,batch_seed,train_loss,train_accuracy,validation_loss,validation_accuracy,"
                                                    + "test_loss,test_accuracy,best_validation_accuracy,epochs,seconds,epoch_millis,outcome,fingerprint"),
                        first ->
                                assertThat(first)
                                        .matches(
                                                "\"\\[8,8]\",1,1,1,(0\\.5,){6}0\\.5625,3,0\\.5,166\\.6\\d+,finished,[0-9a-f]{64}"),
                        second ->
                                assertThat(second)
                                        .matches(
                                                "\"\\[8,8]\",2,2,2,,,,,,,,3,0\\.5,166\\.6\\d+,diverged,[0-9a-f]{64}"));
    }
}
