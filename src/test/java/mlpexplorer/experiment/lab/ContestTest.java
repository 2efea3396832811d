package mlpexplorer.experiment.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
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

/// Runs abreast, and the line-ups of the labs.
class ContestTest {
    private static final RunStart BASE = shortened(new RunSpec(), 20);

    @Test
    void eachRunGivesTheBitsItGivesAlone() {
        List<Contest.Standing> together = run(OptimizerRace.entrants(BASE, OptimizerRace.all(), false));
        RunStart adam = together.get(5).entrant().start();
        RunResult alone = new RunLoop(adam, System::nanoTime).run(() -> false, _ -> {});
        assertThat(adam.spec().training().optimizer()).isEqualTo(new Optimizer.Adam());
        assertThat(together.get(5).end().metrics()).isEqualTo(alone.end().metrics());
        assertThat(together.get(5).result().parameters().weights(0)).containsExactly(alone.parameters().weights(0));
    }

    @Test
    void optimizersBeginWithBitIdenticalWeights() {
        List<Contest.Standing> standings = run(OptimizerRace.entrants(BASE, OptimizerRace.all(), true));
        assertThat(standings).allSatisfy(standing ->
                assertThat(standing.result().initial().weights(1)).containsExactly(standings.getFirst().result().initial().weights(1)));
        assertThat(standings).extracting(standing -> standing.entrant().name())
                .containsExactly("SGD", "Momentum", "Nesterov", "RMSProp", "AdaGrad", "Adam", "AdamW");
        assertThat(standings.getFirst().entrant().start().spec().training().rate()).isEqualTo(0.1);
        assertThat(standings.get(5).entrant().start().spec().training().rate()).isEqualTo(0.01);
    }

    @Test
    void batchesDifferInUpdatesAndNothingElse() {
        List<Contest.Standing> standings = run(BatchLab.entrants(BASE, 10));
        assertThat(standings).extracting(standing -> standing.end().updates()).containsExactly(20L * 180, 20L * 18, 20L);
        assertThat(standings).extracting(standing -> standing.end().epochs()).containsOnly(20L);
        assertThat(standings.getLast().result().initial().weights(0)).containsExactly(standings.getFirst().result().initial().weights(0));
    }

    @Test
    void eachIsTimedByItsOwnEpochs() {
        AtomicLong clock = new AtomicLong();
        List<Contest.Standing> standings = new Contest(BatchLab.entrants(BASE, 10), () -> clock.getAndAdd(1_000_000)).run(() -> false, _ -> {});
        assertThat(standings).allSatisfy(standing -> assertThat(standing.end().millisPerEpoch()).isCloseTo(1, within(1e-9)));
    }

    @Test
    void theNewsTellHowAllStand() {
        AtomicLong clock = new AtomicLong();
        List<List<Contest.Standing>> news = new ArrayList<>();
        new Contest(BatchLab.entrants(BASE, 10), () -> clock.getAndAdd(100_000_000)).run(() -> false, news::add);
        assertThat(news).hasSize(20);
        assertThat(news.getFirst()).extracting(standing -> standing.end().epochs()).containsExactly(1L, 1L, 1L);
        assertThat(news.get(9)).extracting(Contest.Standing::progress).containsOnly(0.5);
    }

    @Test
    void stoppedItTellsHowFarAllCame() {
        List<Contest.Standing> standings = new Contest(BatchLab.entrants(BASE, 10), System::nanoTime).run(() -> true, _ -> {});
        assertThat(standings).extracting(standing -> standing.end().epochs()).containsOnly(0L);
        assertThat(standings).allMatch(standing -> !standing.isOver());
    }

    @Test
    void whoDivergesLeavesTheOthersAlone() {
        RunStart wild = new RunStart(BASE.spec().withTraining(BASE.spec().training().withRate(1000)));
        List<Contest.Standing> standings = run(List.of(new Contest.Entrant("wild", wild), new Contest.Entrant("tame", BASE)));
        assertThat(standings.getFirst().end().diverged()).isTrue();
        assertThat(standings.getLast().end().outcome()).isInstanceOf(Outcome.Finished.class);
    }

    @Test
    void zerosBeginAtLnOfTheClassesAndStayThereForRelu() {
        RunSpec spiral = Presets.named("spiral-mlp").start().spec();
        List<Contest.Standing> standings = run(InitLab.entrants(shortened(spiral, 30).spec()));
        Contest.Standing zeros = standings.getFirst();
        assertThat(zeros.end().metrics().train().loss()).isCloseTo(Math.log(3), within(1e-4));
        assertThat(Symmetry.of(zeros.mlp(), zeros.result().parameters(), zeros.result().split().train()))
                .containsExactly(new Symmetry(1, 100, 1, 100)).allMatch(Symmetry::isDead);
        Contest.Standing he = standings.getLast();
        assertThat(Symmetry.of(he.mlp(), he.result().parameters(), he.result().split().train()).getFirst().distinct()).isEqualTo(100);
    }

    @Test
    void sigmoidUnitsFromZeroLearnButAllTheSame() {
        ModelSpec sigmoid = new ModelSpec(List.of(8), Activation.SIGMOID, new Initializer.Zeros());
        Contest.Standing zeros = run(InitLab.entrants(BASE.spec().withModel(sigmoid))).getFirst();
        Symmetry layer = Symmetry.of(zeros.mlp(), zeros.result().parameters(), zeros.result().split().train()).getFirst();
        assertThat(layer).isEqualTo(new Symmetry(1, 8, 1, 0));
        assertThat(layer.isDead()).isTrue();
        assertThat(zeros.result().parameters().weights(0)).isNotEqualTo(zeros.result().initial().weights(0));
    }

    @Test
    void aLoopOverRowsAndAMatrixGiveTheSameGradient() {
        Contest.Standing standing = run(BatchLab.entrants(BASE, 10)).getFirst();
        BatchLab.Timing timing = BatchLab.time(
                standing.mlp(), standing.result().parameters(), standing.result().split().train(), System::nanoTime, () -> false);
        assertThat(timing.rows()).isEqualTo(180);
        assertThat(timing.difference()).isLessThan(1e-12);
        assertThat(timing.loopMillis()).isPositive();
        assertThat(timing.matrixMillis()).isPositive();
    }

    @Test
    void theLinearGhostHasNoHiddenLayerAndNoPenalty() {
        RunSpec ghost = LinearGhost.of(Presets.named("spiral-mlp").start().spec());
        assertThat(ghost.model().hidden()).isEmpty();
        assertThat(ghost.training().regularizer().lambda2()).isZero();
        assertThat(ghost.training().rate()).isEqualTo(1);
    }

    private static RunStart shortened(RunSpec spec, int epochs) {
        return new RunStart(spec.withTraining(spec.training().withStop(new StopRule().withEpochs(epochs))));
    }

    private static List<Contest.Standing> run(List<Contest.Entrant> entrants) {
        return new Contest(entrants, System::nanoTime).run(() -> false, _ -> {});
    }
}
