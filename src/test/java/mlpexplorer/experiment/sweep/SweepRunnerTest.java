package mlpexplorer.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.data.io.UserError;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

final class SweepRunnerTest {
    private static final SweepRunner.Listener NOBODY = (_, _, _) -> {};

    private final Map<String, FinishedRun> known = new HashMap<>();
    private final AtomicLong clock = new AtomicLong();

    private SweepRunner runner(SweepExecutor engine) {
        return new SweepRunner(
                engine, Sweeps.knowing(known), () -> clock.getAndAdd(2_000_000_000L));
    }

    @Test
    void rowsStandInTheOrderOfThePlanWhateverTheEngineDoes() {
        SweepExecutor backwards =
                (runs, _, done) ->
                        runs.reversed()
                                .forEach(run ->
                                        done.finished(
                                                run,
                                                Sweeps.result(Sweeps.DONE, run.index() / 8.0)));
        SweepTable table =
                runner(backwards)
                        .run(Sweeps.small(2, "training.rate=0.1,0.2"), () -> false, NOBODY);
        assertThat(table.rows()).extracting(row -> row.run().index()).containsExactly(0, 1, 2, 3);
        assertThat(table.rows())
                .extracting(row -> row.end().metrics().test().metric())
                .containsExactly(0.0, 0.125, 0.25, 0.375);
        assertThat(table.isComplete()).isTrue();
    }

    @Test
    void whatIsFinishedAlreadyIsNotTrainedAgain() {
        Sweep sweep = Sweeps.small(1, "training.rate=0.1,0.2,0.3");
        known.put(sweep.plan().get(1).start().fingerprint(), Sweeps.result(Sweeps.DONE, 0.75));
        List<Integer> trained = new ArrayList<>();
        SweepExecutor counting =
                (runs, _, done) ->
                        runs.forEach(run -> {
                            trained.add(run.index());
                            done.finished(run, Sweeps.result(Sweeps.DONE, 0.5));
                        });
        SweepTable table = runner(counting).run(sweep, () -> false, NOBODY);
        assertThat(trained).containsExactly(0, 2);
        assertThat(table.rows())
                .extracting(row -> row.end().metrics().test().metric())
                .containsExactly(0.5, 0.75, 0.5);
    }

    @Test
    void eachRunIsKeptBeforeAnybodyHearsOfIt() {
        List<Boolean> kept = new ArrayList<>();
        runner(Sweeps.instead(_ -> Sweeps.result(Sweeps.DONE, 0.5)))
                .run(
                        Sweeps.small(3),
                        () -> false,
                        (run, _, _) -> kept.add(known.containsKey(run.start().fingerprint())));
        assertThat(kept).containsExactly(true, true, true);
    }

    @Test
    void aSweepThatIsDoneTrainsNothingTheSecondTime() {
        Sweep sweep = Sweeps.small(2, "model.hidden=1,2");
        SweepTable once =
                runner(Sweeps.instead(i -> Sweeps.result(Sweeps.DONE, i / 8.0)))
                        .run(sweep, () -> false, NOBODY);
        SweepTable again =
                runner((runs, _, _) -> assertThat(runs).isEmpty()).run(sweep, () -> false, NOBODY);
        assertThat(again).isEqualTo(once);
    }

    @Test
    void progressCountsWhatIsOverAndEstimatesWhatIsLeft() {
        List<SweepRunner.Progress> told = new ArrayList<>();
        Sweep sweep = Sweeps.small(1, "training.rate=0.1,0.2,0.3,0.4");
        known.put(sweep.plan().getFirst().start().fingerprint(), Sweeps.result(Sweeps.DONE, 0.5));
        runner(Sweeps.instead(_ -> Sweeps.result(Sweeps.DONE, 0.5)))
                .run(sweep, () -> false, (_, _, p) -> told.add(p));
        assertThat(told).extracting(SweepRunner.Progress::done).containsExactly(1, 2, 3, 4);
        assertThat(told).extracting(SweepRunner.Progress::of).containsOnly(4);
        assertThat(told.getFirst().secondsLeft()).isEmpty();
        assertThat(told.get(1).secondsLeft().orElseThrow()).isCloseTo(4, within(1e-9));
        assertThat(told.get(2).secondsLeft().orElseThrow()).isCloseTo(2, within(1e-9));
        assertThat(told.getLast())
                .isEqualTo(new SweepRunner.Progress(4, 4, 1, told.getLast().secondsLeft()));
        assertThat(told.getLast().secondsLeft().orElseThrow()).isZero();
    }

    @Test
    void theTimeLeftWeighsRunsByTheirWork() {
        List<SweepRunner.Progress> told = new ArrayList<>();
        runner(Sweeps.instead(_ -> Sweeps.result(Sweeps.DONE, 0.5)))
                .run(
                        Sweeps.small(1, "training.stop.epochs=10,90"),
                        () -> false,
                        (_, _, p) -> told.add(p));
        assertThat(told.getFirst().secondsLeft().orElseThrow()).isCloseTo(2 * 9, within(1e-9));
    }

    @Test
    void askedToStopBeforehandItTrainsNothing() {
        SweepTable table =
                runner(
                                (_, _, _) -> {
                                    throw new AssertionError("nobody asked for training");
                                })
                        .run(Sweeps.small(2), () -> true, NOBODY);
        assertThat(table.rows()).isEmpty();
        assertThat(table.isComplete()).isFalse();
    }

    @Test
    void aValueThatDoesNotFitIsRefusedBeforeAnythingIsTrained() {
        SweepExecutor none =
                (_, _, _) -> {
                    throw new AssertionError("nothing may be trained");
                };
        assertThatThrownBy(() ->
                        runner(none)
                                .run(
                                        Sweeps.small(1, "training.rate=0.1,5000"),
                                        () -> false,
                                        NOBODY))
                .isInstanceOf(UserError.class);
    }
}
