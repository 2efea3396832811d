package mlpexplorer.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.store.RunLabel;
import mlpexplorer.experiment.store.RunState;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.experiment.store.StoredRuns;
import mlpexplorer.nn.Score;
import mlpexplorer.nn.Task;
import mlpexplorer.training.EpochMetrics;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

final class ParetoTest {
    static RunSummary run(long id, long parameters, double accuracy) {
        Score score = new Score(0.5, accuracy);
        return new RunSummary(
                id,
                new RunLabel("", "", List.of(), false, "#12b5cb"),
                "",
                new RunSummary.Factors(
                        "moons",
                        "",
                        300,
                        List.of(8),
                        "tanh",
                        "xavier",
                        "sgd",
                        0.1,
                        "10",
                        "none",
                        0,
                        0,
                        0,
                        Task.Metric.ACCURACY),
                parameters,
                Optional.empty(),
                new RunSummary.Progress(
                        StoredRuns.STARTED,
                        1,
                        10,
                        100,
                        RunState.FINISHED,
                        "",
                        new EpochMetrics(10, 100, score, score, score, 0, 0.03),
                        0),
                Optional.empty());
    }

    private static List<Long> front(RunSummary... runs) {
        return Pareto.front(List.of(runs)).stream().map(RunSummary::id).toList();
    }

    @Test
    void theFrontHasTheRunsThatNoOtherOneBeats() {
        assertThat(
                        front(
                                run(1, 100, 0.9),
                                run(2, 50, 0.8),
                                run(3, 200, 0.85),
                                run(4, 10, 0.5),
                                run(5, 60, 0.8)))
                .containsExactly(4L, 2L, 1L);
    }

    @Test
    void ofRunsOfOneSizeTheBestIsOnTheFrontAndOfEqualOnesTheOldest() {
        assertThat(front(run(1, 10, 0.5), run(3, 10, 0.7), run(2, 10, 0.7))).containsExactly(2L);
    }

    @Test
    void aRunWithoutValidationPartDoesNotCount() {
        assertThat(front(run(1, 10, Double.NaN), run(2, 20, 0.6))).containsExactly(2L);
        assertThat(Pareto.front(List.of())).isEmpty();
    }

    @Test
    void theScaleHasRoomForAllRunsAndRoundTicks() {
        ScatterPane.ScatterScale scale =
                ScatterPane.ScatterScale.around(
                        List.of(run(1, 10, 0.83), run(2, 1000, 0.99)), 400, 200);
        assertThat(scale.x(10)).isBetween(5.0, 60.0);
        assertThat(scale.x(1000)).isBetween(340.0, 395.0);
        assertThat(scale.y(0)).isEqualTo(200);
        assertThat(scale.y(0.17)).isPositive();
        assertThat(scale.sizes()).containsExactly(10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0);
        assertThat(scale.errors()).containsExactly(0.0, 0.05, 0.1, 0.15000000000000002, 0.2);
    }

    @Test
    void aSingleRunHasAScaleToo() {
        ScatterPane.ScatterScale scale =
                ScatterPane.ScatterScale.around(List.of(run(1, 42, 1)), 400, 200);
        assertThat(scale.x(42)).isCloseTo(200, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(scale.y(0)).isEqualTo(200);
    }
}
