package mlpexplorer.ui.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.sweep.FinishedRun;
import mlpexplorer.experiment.sweep.Sweep;
import mlpexplorer.experiment.sweep.SweepTable.SweepCell.Spread;
import mlpexplorer.ui.charts.Band;
import mlpexplorer.ui.charts.CurveSeries;
import mlpexplorer.ui.charts.XAxis;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

/// The bands over runs that differ in their seeds.
class RepeatChartsTest {
    private static List<FinishedRun> runs(RunSpec spec) {
        return new Sweep(new RunStart(spec), List.of(), 3)
                .plan().stream()
                        .map(run ->
                                FinishedRun.of(
                                        Instant.EPOCH,
                                        new RunLoop(run.start(), () -> 0)
                                                .run(() -> false, _ -> {})))
                        .toList();
    }

    private static RunSpec spec(String... settings) {
        return SpecJson.set(
                SpecJson.set(new RunSpec(), List.of("training.stop.epochs=4")), List.of(settings));
    }

    @Test
    void loggedLossesAreDrawnByUpdate() {
        RunSpec spec = spec("training.logEvery=6");
        List<FinishedRun> runs = runs(spec);
        RepeatCharts.Bands bands = RepeatCharts.Bands.of(runs, spec.training().logEvery());
        assertThat(bands.axis()).isEqualTo(XAxis.UPDATE);
        assertThat(bands.loss())
                .extracting(CurveSeries::name)
                .containsExactly("Mean of 6 updates", "Validation");
        Band band = bands.loss().getFirst().band().orElseThrow();
        for (int row = 0; row < 12; row++) {
            int at = row;
            Spread spread =
                    Spread.of(runs.stream().mapToDouble(run -> run.losses().loss(at)).toArray());
            assertThat(band.mean().x(row)).isEqualTo(6 * (row + 1));
            assertThat(band.mean().y(row)).isCloseTo(spread.mean(), within(1e-12));
            assertThat(band.high().y(row)).isCloseTo(spread.mean() + spread.std(), within(1e-12));
        }
        Band validation = bands.loss().getLast().band().orElseThrow();
        assertThat(validation.mean().x(1)).isEqualTo(18);
    }

    @Test
    void otherRunsAreDrawnByEpoch() {
        RunSpec spec = spec("data.split=[0.8, 0, 0.2]");
        RepeatCharts.Bands bands = RepeatCharts.Bands.of(runs(spec), spec.training().logEvery());
        assertThat(bands.axis()).isEqualTo(XAxis.EPOCH);
        assertThat(bands.loss()).extracting(CurveSeries::name).containsExactly("Train");
        assertThat(bands.accuracy().getFirst().curve().x(4)).isEqualTo(4);
    }
}
