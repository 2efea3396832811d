package mlpexplorer.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mlpexplorer.Wait;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunResult;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

final class LocalSweepExecutorTest {

    private static Map<Integer, FinishedRun> train(int jobs, Sweep sweep) {
        Map<Integer, FinishedRun> results = new HashMap<>();
        new LocalSweepExecutor(jobs)
                .train(
                        sweep.plan(),
                        () -> false,
                        (run, result) -> results.put(run.index(), result));
        return results;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void runsBesideOneAnotherEndInTheBitsOfRunsAlone(int jobs) {
        Sweep sweep =
                Sweeps.small(
                        2,
                        "model.hidden=3,[40,40]",
                        "data.noise=0.1,0.2",
                        "training.dropout=0,0.3");
        Map<Integer, FinishedRun> results = train(jobs, sweep);
        assertThat(results).hasSize(16);
        for (PlannedRun run : sweep.plan()) {
            RunResult alone = new RunLoop(run.start(), () -> 0).run(() -> false, _ -> {});
            FinishedRun beside = results.get(run.index());
            assertThat(beside.end().metrics()).isEqualTo(alone.end().metrics());
            for (int l = 0; l < alone.parameters().layers(); l++) {
                assertThat(beside.parameters().weights(l)).isEqualTo(alone.parameters().weights(l));
            }
        }
    }

    @Test
    void aRunThatDivergesIsAResultLikeAnyOther() {
        Map<Integer, FinishedRun> results =
                train(2, Sweeps.small(1, "training.rate=0.1,1000", "model.activation=relu"));
        assertThat(results.get(0).end().outcome().name()).isEqualTo("finished");
        assertThat(results.get(1).end().outcome().name()).isEqualTo("diverged");
    }

    @Test
    void askedToStopItLeavesRunsThatWouldNeverEnd() {
        Sweep endless = Sweeps.sweep(Sweeps.start("training.stop.epochs=1000000000"), 4);
        List<FinishedRun> results = new ArrayList<>();
        int[] looks = {0};
        new LocalSweepExecutor(2)
                .train(endless.plan(), () -> ++looks[0] > 3, (_, result) -> results.add(result));
        assertThat(results).isEmpty();
    }

    @Test
    void progressAndStoppedRunsAreReportedToTheObserver() {
        Sweep endless = Sweeps.sweep(Sweeps.start("training.stop.epochs=1000000000"), 2);
        Set<Integer> seen = ConcurrentHashMap.newKeySet();
        Map<Integer, Long> stopped = new ConcurrentHashMap<>();
        new LocalSweepExecutor(2)
                .train(
                        endless.plan(),
                        () -> seen.size() == 2,
                        new SweepExecutor.Observer() {
                            @Override
                            public void progress(PlannedRun run, RunLoop loop) {
                                seen.add(run.index());
                            }

                            @Override
                            public void stopped(PlannedRun run, RunResult result) {
                                stopped.put(run.index(), result.end().epochs());
                            }

                            @Override
                            public void finished(PlannedRun run, FinishedRun result) {
                                throw new AssertionError("an endless run has finished");
                            }
                        });
        Wait.until(() -> stopped.size() == 2);
        assertThat(stopped.values()).allSatisfy(epochs -> assertThat(epochs).isPositive());
    }

    @Test
    void anInterruptAsksToStopAndIsNotForgotten() {
        Sweep endless = Sweeps.sweep(Sweeps.start("training.stop.epochs=1000000000"), 2);
        Thread.currentThread().interrupt();
        new LocalSweepExecutor(2).train(endless.plan(), () -> false, (_, _) -> {});
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void dataThatCannotBeReadEndTheSweepInTheirOwnWords() {
        Sweep sweep = Sweeps.sweep(Sweeps.start("data.type=csv", "data.path=no/such.csv"), 3);
        assertThatThrownBy(() -> train(2, sweep))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no/such.csv");
    }

    @Test
    void aBatchLargerThanTheFileIsRefusedAlthoughTheDataAreShared() {
        Sweep sweep =
                Sweeps.sweep(
                        Sweeps.start(
                                "data.type=csv",
                                "data.path=data/xor.csv",
                                "training.stop.epochs=1"),
                        1,
                        "training.batch=10,5000");
        assertThatThrownBy(() -> train(1, sweep))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("training.batch is 5000, but must be from 1 to");
    }

    @Test
    void runsOfTheSameDataGoTogetherAndFirstRepeatsFirst() {
        List<PlannedRun> plan =
                Sweeps.small(2, "training.rate=0.1,0.2", "data.noise=0.1,0.2").plan();
        assertThat(PlannedRun.inOrder(plan))
                .extracting(PlannedRun::index)
                .containsExactly(0, 4, 1, 5, 2, 6, 3, 7);
    }
}
