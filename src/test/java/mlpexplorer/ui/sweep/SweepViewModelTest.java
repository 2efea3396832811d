package mlpexplorer.ui.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunEnd;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.sweep.FinishedRun;
import mlpexplorer.experiment.sweep.RunCache;
import mlpexplorer.experiment.sweep.SweepExecutor;
import mlpexplorer.experiment.sweep.SweepMeasure;
import mlpexplorer.nn.Score;
import mlpexplorer.training.EpochMetrics;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.StopRule.StopReason;
import mlpexplorer.training.UpdateLog;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.controls.CallingThreadJobs;
import mlpexplorer.ui.sweep.SweepDraft.AxisDraft;
import mlpexplorer.ui.workbench.Workbench;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

final class SweepViewModelTest {
    private final Workbench workbench =
            new Workbench(SpecJson.set(new RunSpec(), List.of("training.rate=0.5")));
    private final Map<String, FinishedRun> store = new HashMap<>();
    private final List<Integer> trained = new ArrayList<>();

    @AfterEach
    void close() {
        workbench.close();
    }

    private static FinishedRun result(double accuracy) {
        Score score = new Score(1 - accuracy, accuracy);
        EpochMetrics metrics = new EpochMetrics(1, 18, score, score, score, 0, 0.03);
        MetricLog log = new MetricLog();
        log.append(metrics, 1);
        RunEnd end = new RunEnd(new Outcome.Finished(StopReason.EPOCHS_DONE), 1, 18, 0.5, metrics);
        return new FinishedRun(
                Instant.EPOCH,
                end,
                log.view(),
                UpdateLog.View.EMPTY,
                RunStart.shape(new RunSpec()));
    }

    private SweepViewModel model(SweepExecutor engine, Jobs jobs) {
        RunCache runs =
                new RunCache() {
                    @Override
                    public Optional<FinishedRun> find(RunStart start) {
                        return Optional.ofNullable(store.get(start.fingerprint()));
                    }

                    @Override
                    public Entry begin(RunStart start, Instant started) {
                        return result -> store.put(start.fingerprint(), result);
                    }
                };
        return new SweepViewModel(workbench, jobs, engine, runs);
    }

    private SweepViewModel model() {
        return model(
                (runs, stop, done) ->
                        runs.stream()
                                .takeWhile(_ -> !stop.getAsBoolean())
                                .forEach(run -> {
                                    trained.add(run.index());
                                    done.finished(run, result(run.index() / 128.0));
                                }),
                new CallingThreadJobs());
    }

    @Test
    void opensWithTheCapacityLab() {
        SweepViewModel model = model();
        assertThat(model.wanted().runs()).isEqualTo(72);
        assertThat(model.draftProperty().get().across())
                .isEqualTo(new AxisDraft(SweepParameter.HIDDEN, "model.hidden", "1,2,4,8,16,32"));
        assertThat(model.draftProperty().get().down().values()).isEqualTo("0,1e-4,1e-3,1e-2");
        assertThat(model.stateProperty().get()).isEqualTo(new SweepViewModel.State.Idle());
    }

    @Test
    void runsEverythingAndTellsSo() {
        SweepViewModel model = model();
        model.run();
        assertThat(trained).hasSize(72);
        assertThat(model.tableProperty().get().orElseThrow().isComplete()).isTrue();
        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(
                        SweepViewModel.State.Complete.class,
                        done -> {
                            assertThat(done.runs()).isEqualTo(72);
                            assertThat(done.found()).isZero();
                        });
        assertThat(store).hasSize(72);
        assertThat(model.detail(71)).isPresent();
    }

    @Test
    void whatIsKnownIsNotTrainedAgain() {
        SweepViewModel model = model();
        model.run();
        model.change(draft -> draft.withAcross(draft.across().withValues("1,2,4,8,16,32,64")));
        trained.clear();
        store.clear();
        model.run();
        assertThat(trained).hasSize(12);
        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(
                        SweepViewModel.State.Complete.class,
                        done -> assertThat(done.found()).isEqualTo(72));
    }

    @Test
    void theStoreKnowsTheRunsOfAnotherDay() {
        model().run();
        trained.clear();
        model().run();
        assertThat(trained).isEmpty();
    }

    @Test
    void templatesOfMyRunTakeTheRunOfTheWindow() {
        SweepViewModel model = model();
        model.change(_ -> SweepTemplate.SEEDS.draft());
        assertThat(model.wanted().base().spec()).isEqualTo(workbench.spec());
        assertThat(model.wanted().runs()).isEqualTo(10);
        model.change(_ -> SweepTemplate.RATES.draft());
        assertThat(model.wanted().cells()).isEqualTo(6);
        assertThat(model.wanted().repeats()).isEqualTo(3);
    }

    @Test
    void aWrongValueIsNamedAndLeavesTheResults() {
        SweepViewModel model = model();
        model.run();
        assertThat(model.problem(model.draftProperty().get().across())).isEmpty();
        model.change(draft -> draft.withAcross(draft.across().withValues("8, x, -3")));
        assertThat(model.problem(model.draftProperty().get().across()))
                .contains(
                        "\"x\" is not a valid value for Hidden units. Enter values such as"
                                + " 1,2,4,8,16,32");
        model.run();
        assertThat(model.stateProperty().get()).isInstanceOf(SweepViewModel.State.Failed.class);
        assertThat(model.tableProperty().get().orElseThrow().rows()).hasSize(72);
        assertThat(model.detail(71)).isPresent();
    }

    @Test
    void aSentenceTellsWhatIsWrongAndNothingIsRun() {
        SweepViewModel model = model();
        model.change(draft -> draft.withAcross(draft.across().withValues("1,,2")));
        model.run();
        assertThat(model.stateProperty().get())
                .isEqualTo(
                        new SweepViewModel.State.Failed(
                                "The axis model.hidden has an empty value; separate values with"
                                        + " single commas, as in model.hidden=1,2,4."));
        model.change(draft -> draft.withAcross(draft.across().withValues("1,-2")));
        model.run();
        assertThat(model.stateProperty().get())
                .isEqualTo(
                        new SweepViewModel.State.Failed(
                                "model.hidden[0] is -2, but must be from 1 to 1,024."));
        assertThat(trained).isEmpty();
    }

    @Test
    void whileItRunsTheRowsComeWithThePulseAndCancelKeepsThem() {
        Later later = new Later();
        List<Runnable> cancel = new ArrayList<>();
        SweepViewModel model =
                model(
                        (runs, stop, done) -> {
                            done.finished(runs.getFirst(), result(0.5));
                            cancel.forEach(Runnable::run);
                            assertThat(stop.getAsBoolean()).isTrue();
                        },
                        later);
        cancel.add(model::cancel);
        model.run();
        assertThat(model.isRunning()).isTrue();
        later.work();
        assertThat(model.tableProperty().get().orElseThrow().rows()).isEmpty();
        model.pulse(System.nanoTime());
        assertThat(model.tableProperty().get().orElseThrow().rows()).hasSize(1);
        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(
                        SweepViewModel.State.Running.class,
                        running -> assertThat(running.progress().done()).isEqualTo(1));
        later.report();
        assertThat(model.stateProperty().get()).isEqualTo(new SweepViewModel.State.Stopped(1, 72));
        assertThat(
                        model.tableProperty()
                                .get()
                                .orElseThrow()
                                .cells()
                                .getFirst()
                                .spread(SweepMeasure.TRAIN_ACCURACY)
                                .mean())
                .isEqualTo(0.5);
    }

    @Test
    void aSweepThatBreaksSaysWhy() {
        SweepViewModel model =
                model(
                        (_, _, _) -> {
                            throw UserError.failure("The file is gone.");
                        },
                        new CallingThreadJobs());
        model.run();
        assertThat(model.stateProperty().get())
                .isEqualTo(new SweepViewModel.State.Failed("The file is gone."));
        assertThat(model.isRunning()).isFalse();
    }

    /// Jobs whose work and callbacks run on request.
    private static final class Later implements Jobs {
        private Runnable work = () -> {};
        private Runnable report = () -> {};

        @Override
        public <T> Job run(
                Callable<T> job,
                Consumer<? super T> onSuccess,
                Consumer<? super Exception> onFailure) {
            work =
                    () -> {
                        try {
                            T value = job.call();
                            report = () -> onSuccess.accept(value);
                        } catch (Exception e) {
                            report = () -> onFailure.accept(e);
                        }
                    };
            return () -> {};
        }

        void work() {
            work.run();
        }

        void report() {
            report.run();
        }

        @Override
        public void close() {}
    }
}
