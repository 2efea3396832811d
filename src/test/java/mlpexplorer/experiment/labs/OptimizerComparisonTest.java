package mlpexplorer.experiment.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.training.StopRule;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Comparisons of runs, and the runs that the labs compare.
class OptimizerComparisonTest {
    private static final RunStart BASE = shortened(new RunSpec(), 20);

    @Test
    void eachRunGivesTheBitsItGivesAlone() {
        List<OptimizerComparison.RaceResult> together =
                run(OptimizerRace.raceRuns(BASE, OptimizerRace.all(), false));
        RunStart adam = together.get(5).raceRun().start();
        RunResult alone = new RunLoop(adam, System::nanoTime).run(() -> false, _ -> {});
        assertThat(adam.spec().training().optimizer()).isEqualTo(new Optimizer.Adam());
        assertThat(together.get(5).end().metrics()).isEqualTo(alone.end().metrics());
        assertThat(together.get(5).result().parameters().weights(0))
                .containsExactly(alone.parameters().weights(0));
    }

    @Test
    void optimizersBeginWithBitIdenticalWeights() {
        List<OptimizerComparison.RaceResult> results =
                run(OptimizerRace.raceRuns(BASE, OptimizerRace.all(), true));
        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.result().initial().weights(1))
                                .containsExactly(results.getFirst().result().initial().weights(1)));
        assertThat(results)
                .extracting(result -> result.raceRun().name())
                .containsExactly(
                        "SGD", "Momentum", "Nesterov", "RMSProp", "AdaGrad", "Adam", "AdamW");
        assertThat(results.getFirst().raceRun().start().spec().training().rate()).isEqualTo(0.1);
        assertThat(results.get(5).raceRun().start().spec().training().rate()).isEqualTo(0.01);
    }

    @Test
    void batchesDifferInUpdatesAndNothingElse() {
        List<OptimizerComparison.RaceResult> results = run(BatchLab.raceRuns(BASE, 10));
        assertThat(results)
                .extracting(result -> result.end().updates())
                .containsExactly(20L * 180, 20L * 18, 20L);
        assertThat(results).extracting(result -> result.end().epochs()).containsOnly(20L);
        assertThat(results.getLast().result().initial().weights(0))
                .containsExactly(results.getFirst().result().initial().weights(0));
    }

    @Test
    void eachIsTimedByItsOwnEpochs() {
        AtomicLong clock = new AtomicLong();
        List<OptimizerComparison.RaceResult> results =
                new OptimizerComparison(
                                BatchLab.raceRuns(BASE, 10), () -> clock.getAndAdd(1_000_000))
                        .run(() -> false, _ -> {});
        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.end().millisPerEpoch()).isCloseTo(1, within(1e-9)));
    }

    @Test
    void theNewsTellHowAllStand() {
        AtomicLong clock = new AtomicLong();
        List<List<OptimizerComparison.RaceResult>> news = new ArrayList<>();
        new OptimizerComparison(BatchLab.raceRuns(BASE, 10), () -> clock.getAndAdd(100_000_000))
                .run(() -> false, news::add);
        assertThat(news).hasSize(20);
        assertThat(news.getFirst())
                .extracting(result -> result.end().epochs())
                .containsExactly(1L, 1L, 1L);
        assertThat(news.get(9))
                .extracting(OptimizerComparison.RaceResult::progress)
                .containsOnly(0.5);
    }

    @Test
    void stoppedItTellsHowFarAllCame() {
        List<OptimizerComparison.RaceResult> results =
                new OptimizerComparison(BatchLab.raceRuns(BASE, 10), System::nanoTime)
                        .run(() -> true, _ -> {});
        assertThat(results).extracting(result -> result.end().epochs()).containsOnly(0L);
        assertThat(results).allMatch(result -> !result.isFinished());
    }

    @Test
    void whoDivergesLeavesTheOthersAlone() {
        RunStart wild =
                new RunStart(BASE.spec().withTraining(BASE.spec().training().withRate(1000)));
        List<OptimizerComparison.RaceResult> results =
                run(
                        List.of(
                                new OptimizerComparison.RaceRun("wild", wild),
                                new OptimizerComparison.RaceRun("tame", BASE)));
        assertThat(results.getFirst().end().diverged()).isTrue();
        assertThat(results.getLast().end().outcome()).isInstanceOf(Outcome.Finished.class);
    }

    @Test
    void zerosBeginAtLnOfTheClassesAndStayThereForRelu() {
        RunSpec spiral = Presets.named("spiral-mlp").start().spec();
        List<OptimizerComparison.RaceResult> results =
                run(InitLab.raceRuns(shortened(spiral, 30).spec()));
        OptimizerComparison.RaceResult zeros = results.getFirst();
        assertThat(zeros.end().metrics().train().loss()).isCloseTo(Math.log(3), within(1e-4));
        assertThat(
                        Symmetry.of(
                                zeros.mlp(),
                                zeros.result().parameters(),
                                zeros.result().split().train()))
                .containsExactly(new Symmetry(1, 100, 1, 100))
                .allMatch(Symmetry::isDead);
        OptimizerComparison.RaceResult he = results.getLast();
        assertThat(
                        Symmetry.of(he.mlp(), he.result().parameters(), he.result().split().train())
                                .getFirst()
                                .distinct())
                .isEqualTo(100);
    }

    @Test
    void sigmoidUnitsFromZeroLearnButAllTheSame() {
        ModelSpec sigmoid = new ModelSpec(List.of(8), Activation.SIGMOID, new Initializer.Zeros());
        OptimizerComparison.RaceResult zeros =
                run(InitLab.raceRuns(BASE.spec().withModel(sigmoid))).getFirst();
        Symmetry layer =
                Symmetry.of(
                                zeros.mlp(),
                                zeros.result().parameters(),
                                zeros.result().split().train())
                        .getFirst();
        assertThat(layer).isEqualTo(new Symmetry(1, 8, 1, 0));
        assertThat(layer.isDead()).isTrue();
        assertThat(zeros.result().parameters().weights(0))
                .isNotEqualTo(zeros.result().initial().weights(0));
    }

    @Test
    void aLoopOverRowsAndAMatrixGiveTheSameGradient() {
        OptimizerComparison.RaceResult result = run(BatchLab.raceRuns(BASE, 10)).getFirst();
        BatchLab.Timing timing =
                BatchLab.time(
                        result.mlp(),
                        result.result().parameters(),
                        result.result().split().train(),
                        System::nanoTime,
                        () -> false);
        assertThat(timing.rows()).isEqualTo(180);
        assertThat(timing.difference()).isLessThan(1e-12);
        assertThat(timing.loopMillis()).isPositive();
        assertThat(timing.matrixMillis()).isPositive();
    }

    @Test
    void theLinearBaselineHasNoHiddenLayerAndNoPenalty() {
        RunSpec baseline = LinearBaseline.of(Presets.named("spiral-mlp").start().spec());
        assertThat(baseline.model().hidden()).isEmpty();
        assertThat(baseline.training().regularizer().lambda2()).isZero();
        assertThat(baseline.training().rate()).isEqualTo(1);
    }

    private static RunStart shortened(RunSpec spec, int epochs) {
        return new RunStart(
                spec.withTraining(spec.training().withStop(new StopRule().withEpochs(epochs))));
    }

    private static List<OptimizerComparison.RaceResult> run(
            List<OptimizerComparison.RaceRun> runs) {
        return new OptimizerComparison(runs, System::nanoTime).run(() -> false, _ -> {});
    }
}
