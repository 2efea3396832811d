package mlpexplorer.experiment.store;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.sweep.FinishedRun;
import mlpexplorer.experiment.sweep.RunCache;
import mlpexplorer.training.MetricLog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

final class StoredSweepRunsTest {
    @TempDir private Path folder;

    private static RunStart start(String... settings) {
        return new RunStart(SpecJson.set(new RunSpec(), List.of(settings)));
    }

    private FinishedRun keptAndFound(RunStart start) {
        FinishedRun result = train(start);
        try (RunRecorder recorder = new RunRecorder(folder.resolve("runs.db"))) {
            new StoredSweepRuns(recorder, List.of("race"))
                    .begin(start, result.started())
                    .finish(result);
        }
        try (RunRecorder recorder = new RunRecorder(folder.resolve("runs.db"))) {
            FinishedRun found = new StoredSweepRuns(recorder, List.of()).find(start).orElseThrow();
            assertThat(found)
                    .usingRecursiveComparison()
                    .withEqualsForType(Double::equals, Double.class)
                    .ignoringFields("log", "parameters")
                    .isEqualTo(result);
            assertThat(found.parameters().weights(0)).isEqualTo(result.parameters().weights(0));
            assertThat(found.log().rowsSharedWith(result.log())).isEqualTo(result.log().size());
            return found;
        }
    }

    private static FinishedRun train(RunStart start) {
        RunLoop loop = new RunLoop(start, System::nanoTime);
        return FinishedRun.of(loop.started(), loop.run(() -> false, _ -> {}));
    }

    @Test
    void aFinishedRunIsFoundAsItWas() {
        FinishedRun found = keptAndFound(start("training.stop.epochs=3"));
        assertThat(found.end().outcome()).isInstanceOf(Outcome.Finished.class);
        assertThat(found.log().value(MetricLog.Column.EPOCH, 3)).isEqualTo(3);
    }

    @Test
    void aDivergedRunIsFoundAsItWas() {
        assertThat(
                        keptAndFound(start("training.rate=900", "model.activation=relu"))
                                .end()
                                .outcome())
                .isInstanceOf(Outcome.Diverged.class);
    }

    @Test
    void anotherStartIsUnknown() {
        keptAndFound(start("training.stop.epochs=3"));
        try (RunRecorder recorder = new RunRecorder(folder.resolve("runs.db"))) {
            assertThat(
                            new StoredSweepRuns(recorder, List.of())
                                    .find(start("training.stop.epochs=4")))
                    .isEmpty();
        }
    }

    @Test
    void aKeptRunIsInTheFileAtOnceWithItsTags() {
        RunStart start = start("training.stop.epochs=1");
        try (RunRecorder recorder = new RunRecorder(folder.resolve("runs.db"))) {
            new StoredSweepRuns(recorder, List.of("race"))
                    .begin(start, Instant.EPOCH)
                    .finish(train(start));
            try (RunStore other = RunStore.open(folder.resolve("runs.db"))) {
                assertThat(other.list())
                        .singleElement()
                        .satisfies(run -> {
                            assertThat(run.label().tags()).containsExactly("race");
                            assertThat(run.progress().started()).isEqualTo(Instant.EPOCH);
                        });
            }
        }
    }

    @Test
    void aRunInTrainingIsInTheFileAndAStoppedOneIsNotFoundAgain() {
        RunStart start = start("training.stop.epochs=1000000000", "data.samples=20");
        Path file = folder.resolve("runs.db");
        try (RunRecorder recorder = new RunRecorder(file);
                RunStore other = RunStore.open(file)) {
            RunCache runs = new StoredSweepRuns(recorder, List.of("race"));
            RunLoop loop = new RunLoop(start, System::nanoTime);
            RunCache.Entry entry = runs.begin(start, loop.started());
            RunResult result = loop.run(() -> epochs(other.list()) > 0, _ -> entry.progress(loop));
            entry.stopped(result);
            assertThat(runs.find(start)).isEmpty();
            assertThat(other.list())
                    .singleElement()
                    .satisfies(run -> {
                        assertThat(run.progress().state()).isEqualTo(RunState.STOPPED);
                        assertThat(run.progress().epochs()).isEqualTo(result.end().epochs());
                        assertThat(run.label().tags()).containsExactly("race");
                    });
        }
    }

    @Test
    void aRunStoppedAtOnceLeavesNothing() {
        RunStart start = start("training.stop.epochs=1000000000");
        try (RunRecorder recorder = new RunRecorder(folder.resolve("runs.db"))) {
            RunCache.Entry entry =
                    new StoredSweepRuns(recorder, List.of(), Duration.ofDays(1))
                            .begin(start, Instant.EPOCH);
            RunLoop loop = new RunLoop(start, () -> 0);
            int[] looks = {0};
            entry.stopped(loop.run(() -> ++looks[0] > 3, _ -> entry.progress(loop)));
            assertThat(recorder.<List<RunSummary>>ask(RunStore::list)).isEmpty();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static long epochs(List<RunSummary> runs) {
        return runs.stream().mapToLong(run -> run.progress().epochs()).sum();
    }
}
