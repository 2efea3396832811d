package mlpexplorer.experiment.store;

import static mlpexplorer.experiment.store.StoredRuns.finished;
import static mlpexplorer.experiment.store.StoredRuns.log;
import static mlpexplorer.experiment.store.StoredRuns.run;
import static mlpexplorer.experiment.store.StoredRuns.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunEnd;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Task;
import mlpexplorer.training.Divergence;
import mlpexplorer.training.Frame;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.TrainingSpec;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The contract of a store, in a file and in memory.
@ParameterizedClass
@ValueSource(booleans = {false, true})
final class RunStoreTest {
    @Parameter private boolean inFile;

    @TempDir private Path folder;

    private RunStore store;

    @BeforeEach
    void opened() {
        store =
                inFile
                        ? RunStore.open(folder.resolve("made").resolve("runs ä?#%.db"))
                        : RunStore.inMemory();
    }

    @AfterEach
    void closed() {
        store.close();
    }

    @Test
    void aNewStoreIsEmpty() {
        assertThat(store.list()).isEmpty();
        assertThat(store.notice()).isEmpty();
    }

    @Test
    void aFinishedRunIsThereWithEverything() {
        NewRun run =
                run(
                        "data=spiral",
                        "data.samples=200",
                        "model.hidden=16,4",
                        "training.optimizer=adam",
                        "training.rate=0.003",
                        "training.regularizer.type=l2",
                        "training.regularizer.l2=0.01",
                        "training.batch=full");
        RunSummary summary =
                StoredRuns.find(
                                store,
                                finished(
                                        store,
                                        new NewRun(
                                                run.start(),
                                                run.parameters(),
                                                run.started(),
                                                "mine",
                                                List.of("b", "a")),
                                        5))
                        .orElseThrow();
        assertThat(summary.label())
                .isEqualTo(
                        new RunLabel(
                                "mine", "", List.of("a", "b"), false, RunLabel.PALETTE.get(1)));
        assertThat(summary.fingerprint()).isEqualTo(run.fingerprint());
        assertThat(summary.parameters()).isEqualTo(114);
        assertThat(summary.factors())
                .isEqualTo(
                        new RunSummary.Factors(
                                "spiral",
                                "",
                                200,
                                List.of(16, 4),
                                "tanh",
                                "xavier",
                                "adam",
                                0.003,
                                "full",
                                "l2",
                                0,
                                0.01,
                                0,
                                Task.Metric.ACCURACY));
        assertThat(summary.progress())
                .isEqualTo(
                        new RunSummary.Progress(
                                StoredRuns.STARTED,
                                0.625,
                                5,
                                75,
                                RunState.FINISHED,
                                "epochs_done",
                                StoredRuns.metrics(5),
                                0));
        assertThat(summary.best()).contains(new RunSummary.Best(3, 1));
        assertThat(summary.origin()).isEmpty();
        assertThat(store.spec(summary.id())).isEqualTo(run.spec());
    }

    @Test
    void theNumbersOfEveryEpochComeBackBitForBit() {
        MetricLog.View written = log(6000).view();
        Recording recording = StoredRuns.recording(run());
        recording.update(written);
        MetricLog.View read = store.metrics(write(store, recording));
        assertThat(read.size()).isEqualTo(6001);
        for (MetricLog.Column column : MetricLog.Column.values()) {
            for (int row = 0; row < read.size(); row++) {
                assertThat(Double.doubleToLongBits(read.value(column, row)))
                        .isEqualTo(Double.doubleToLongBits(written.value(column, row)));
            }
        }
    }

    @Test
    void theWeightsAreAnNpzFile() {
        long id = finished(store, run(), 2);
        Parameters read = store.parameters(id).orElseThrow();
        assertThat(read.weights(1)).isEqualTo(StoredRuns.WEIGHTS.weights(1));
        assertThat(read.biases(0)).isEqualTo(StoredRuns.WEIGHTS.biases(0));
    }

    @Test
    void whatIsNoNpzFileIsTold() {
        long id = finished(store, run(), 2);
        store.transact(handle -> handle.execute("UPDATE weights SET npz = x'00'"));
        assertThatThrownBy(() -> store.parameters(id))
                .hasMessage("The stored weights cannot be used: they are not an .npz file.");
    }

    @Test
    void aRunUnderWayGrows() {
        Recording recording = StoredRuns.recording(run());
        MetricLog log = log(2);
        recording.update(log.view());
        long id = write(store, recording);
        log.append(StoredRuns.metrics(3), 0.5);
        recording.update(log.view());
        write(store, recording);
        assertThat(store.list()).hasSize(1);
        assertThat(store.metrics(id).size()).isEqualTo(4);
        RunSummary summary = StoredRuns.find(store, id).orElseThrow();
        assertThat(summary.progress().state()).isEqualTo(RunState.RUNNING);
        assertThat(summary.progress().epochs()).isEqualTo(3);
        assertThat(store.weights(id)).isEmpty();
    }

    @Test
    void aRunThatWentAnotherWayHasTheNewWayAlone() {
        Recording recording = StoredRuns.recording(run());
        MetricLog log = log(9);
        recording.update(log.view());
        write(store, recording);
        log.truncateAfter(4);
        log.append(StoredRuns.metrics(5), 99);
        recording.update(log.view());
        MetricLog.View read = store.metrics(write(store, recording));
        assertThat(read.size()).isEqualTo(6);
        assertThat(read.value(MetricLog.Column.SECONDS, 5)).isEqualTo(99);
    }

    @Test
    void aThinnedLogComesBackAsItWasAndItsRowsAreWrittenOnce() {
        MetricLog log = new MetricLog(8);
        Recording recording = StoredRuns.recording(run());
        long id = 0;
        int writes = 0;
        for (int epoch = 0; epoch <= 301; epoch++) {
            double loss = 5 + (epoch * 37 % 101 - epoch) / 100.0;
            log.append(StoredRuns.metrics(epoch, loss), epoch / 8.0);
            if (epoch == 123 || epoch == 201) {
                log.mark(epoch);
            }
            if (epoch % 3 == 0 || epoch == 301) {
                recording.update(log.view());
                id = write(store, recording);
                writes++;
            }
        }
        recording.finish(log.view(), StoredRuns.end(301), StoredRuns.WEIGHTS);
        write(store, recording);
        assertThat(log.view().size()).isLessThan(40);
        assertThat(epochs(store.metrics(id, 8)))
                .isEqualTo(epochs(log.view()))
                .contains(0, 123, 201, 301);
        assertThat(StoredRuns.find(store, id).orElseThrow().best().orElseThrow().epoch())
                .isEqualTo(log.view().best().orElseThrow());
        // every row once, at most two that are replaced and the run's own row with each write, the
        // marks, the weights
        assertThat(StoredRuns.<Integer>count(store, "SELECT total_changes()", Integer.class))
                .isLessThanOrEqualTo(302 + 5 * writes + 20);
    }

    private static List<Integer> epochs(MetricLog.View log) {
        return IntStream.range(0, log.size())
                .mapToObj(row -> (int) log.value(MetricLog.Column.EPOCH, row))
                .toList();
    }

    @Test
    void ofManyRowsEachTransactionWritesSomeAndTheFirstOneTheEnd() {
        Recording recording = StoredRuns.recording(run());
        recording.finish(
                log(2 * RunWriter.MAX_ROWS).view(),
                StoredRuns.end(2 * RunWriter.MAX_ROWS),
                StoredRuns.WEIGHTS);
        long id = write(store, recording);
        assertThat(recording.isBehind()).isTrue();
        assertThat(StoredRuns.find(store, id).orElseThrow().progress().state())
                .isEqualTo(RunState.FINISHED);
        assertThat(StoredRuns.find(store, id).orElseThrow().progress().epochs())
                .isEqualTo(2 * RunWriter.MAX_ROWS);
        assertThat(store.weights(id)).isPresent();
        assertThat(store.metrics(id).size()).isEqualTo(RunWriter.MAX_ROWS);
        write(store, recording);
        write(store, recording);
        assertThat(recording.isBehind()).isFalse();
        assertThat(store.metrics(id).size()).isEqualTo(2 * RunWriter.MAX_ROWS + 1);
        assertThat(StoredRuns.find(store, id).orElseThrow().progress().state())
                .isEqualTo(RunState.FINISHED);
    }

    @Test
    void anEndThatComesWhileRowsAreWaitingIsWrittenBeforeThem() {
        Recording recording = StoredRuns.recording(run());
        MetricLog log = log(3 * RunWriter.MAX_ROWS);
        recording.update(log.view());
        long id = write(store, recording);
        assertThat(StoredRuns.find(store, id).orElseThrow().progress().state())
                .isEqualTo(RunState.RUNNING);
        assertThat(StoredRuns.find(store, id).orElseThrow().progress().epochs())
                .isEqualTo(RunWriter.MAX_ROWS - 1);
        recording.finish(log.view(), StoredRuns.end(3 * RunWriter.MAX_ROWS), StoredRuns.WEIGHTS);
        write(store, recording);
        assertThat(recording.isBehind()).isTrue();
        assertThat(StoredRuns.find(store, id).orElseThrow().progress().state())
                .isEqualTo(RunState.FINISHED);
    }

    @Test
    void aDivergedRunTellsWhere() {
        Recording recording = StoredRuns.recording(run());
        Outcome diverged = new Outcome.Diverged(new Divergence(2, 1, Double.POSITIVE_INFINITY));
        recording.finish(
                log(1).view(),
                new RunEnd(diverged, 1, 15, 0.5, StoredRuns.metrics(1)),
                new Parameters(2, 2));
        RunSummary.Progress progress =
                StoredRuns.find(store, write(store, recording)).orElseThrow().progress();
        assertThat(progress.state()).isEqualTo(RunState.DIVERGED);
        assertThat(progress.reason()).isEqualTo("epoch 2, layer 1, loss Infinity");
    }

    @Test
    void liveChangesAreKeptWithPaths() {
        Recording recording = StoredRuns.recording(run());
        TrainingSpec before = new RunSpec().training();
        recording.update(
                log(5).view(),
                List.of(new Frame.Adjustment(4, before, before.withRate(0.5), List.of())));
        long id = write(store, recording);
        assertThat(store.changes(id))
                .containsExactly(new LiveChange(4, "training.rate", "0.03", "0.5"));
    }

    @Test
    void aForkKnowsWhereItComesFrom() {
        Recording parent = StoredRuns.recording(run());
        parent.update(log(5).view());
        long id = write(store, parent);
        Recording fork =
                new Recording(run(), Optional.of(new Recording.Fork(parent, 4)), false, () -> {});
        fork.update(log(5).view());
        assertThat(StoredRuns.find(store, write(store, fork)).orElseThrow().origin())
                .contains(new RunSummary.Origin(id, 4));
    }

    @Test
    void aLabelIsReplacedAsAWhole() {
        long id = finished(store, StoredRuns.tagged(run(), "old"), 1);
        RunLabel label =
                new RunLabel(
                        "it's", "a \"note\"\nof two lines", List.of("α", "new"), true, "#00ff00");
        store.label(id, label);
        assertThat(StoredRuns.find(store, id).orElseThrow().label())
                .isEqualTo(label.withTags(List.of("new", "α")));
    }

    @Test
    void theNewestRunIsListedFirst() {
        long first = finished(store, run(), 1);
        long second = finished(store, run(), 1);
        assertThat(store.list()).extracting(RunSummary::id).containsExactly(second, first);
    }

    @Test
    void deletedRunsAreHiddenAndComeBack() {
        long kept = finished(store, run(), 1);
        long gone = finished(store, StoredRuns.tagged(run(), "t"), 1);
        store.delete(List.of(gone), StoredRuns.STARTED);
        assertThat(store.list()).extracting(RunSummary::id).containsExactly(kept);
        assertThat(StoredRuns.find(store, gone)).isEmpty();
        assertThat(store.lastDeleted()).containsExactly(gone);
        store.restore(List.of(gone));
        assertThat(store.list()).hasSize(2);
        assertThat(store.metrics(gone).size()).isEqualTo(2);
        assertThat(store.lastDeleted()).isEmpty();
    }

    @Test
    void whatIsPurgedLeavesNothingBehind() {
        long gone = finished(store, StoredRuns.tagged(run(), "t"), 3);
        store.delete(List.of(gone), StoredRuns.STARTED);
        store.purge(StoredRuns.STARTED);
        assertThat(store.lastDeleted()).containsExactly(gone);
        store.purge(StoredRuns.STARTED.plusSeconds(1));
        assertThat(store.lastDeleted()).isEmpty();
        for (String table : List.of("run", "metric", "update_loss", "tag", "weights")) {
            assertThat(StoredRuns.count(store, "SELECT count(*) FROM " + table, Long.class))
                    .isZero();
        }
    }

    @Test
    void aNumberIsNeverUsedAgain() {
        long gone = finished(store, run(), 1);
        store.delete(List.of(gone), StoredRuns.STARTED);
        store.purge(StoredRuns.STARTED.plusSeconds(1));
        assertThat(finished(store, run(), 1)).isGreaterThan(gone);
    }

    @Test
    void aFinishedFingerprintIsFoundAgain() {
        NewRun run = run("training.rate=0.7");
        assertThat(store.finished(run.fingerprint())).isEmpty();
        long id = finished(store, run, 1);
        assertThat(store.finished(run.fingerprint())).map(RunSummary::id).contains(id);
        assertThat(store.finished(run().fingerprint())).isEmpty();
    }

    @Test
    void aRunThatWasChangedOnItsWayDoesNotStandForItsFingerprint() {
        NewRun run = run();
        Recording recording = StoredRuns.recording(run);
        TrainingSpec before = run.spec().training();
        recording.update(
                log(5).view(),
                List.of(new Frame.Adjustment(4, before, before.withRate(0.5), List.of())));
        recording.finish(log(5).view(), StoredRuns.end(5), StoredRuns.WEIGHTS);
        write(store, recording);
        assertThat(store.finished(run.fingerprint())).isEmpty();
    }

    @Test
    void aRunThatIsNotThereIsToldByNumber() {
        assertThatThrownBy(() -> store.spec(7))
                .isInstanceOf(StoreException.class)
                .hasMessageEndingWith(" has no run 7.");
    }

    @Test
    void whatFailsHalfWayChangesNothing() {
        assertThatThrownBy(() ->
                        store.transact(handle -> {
                            finished(store, run(), 1);
                            throw new IllegalStateException("on purpose");
                        }))
                .isInstanceOf(StoreException.class);
        assertThat(store.list()).isEmpty();
    }
}
