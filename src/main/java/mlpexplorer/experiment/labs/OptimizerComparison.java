package mlpexplorer.experiment.labs;

import mlpexplorer.data.Split;
import mlpexplorer.experiment.RunEnd;
import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SplitCache;
import mlpexplorer.nn.Mlp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Trains several runs on one thread, one epoch each in turn, so that their curves grow together.
/// Each run is timed separately and gives the same bits as if trained alone.
public final class OptimizerComparison {
    private static final long REPORT_NANOS = 30_000_000;

    private final List<RaceRun> runs;
    private final LongSupplier clock;

    /// @param clock clock in nanoseconds, like [System#nanoTime]
    public OptimizerComparison(List<RaceRun> runs, LongSupplier clock) {
        this.runs = List.copyOf(runs);
        this.clock = clock;
    }

    /// Trains all runs until they end or `stop` is true, which is polled after every update.
    /// `onProgress` periodically receives the results so far.
    public List<RaceResult> run(BooleanSupplier stop, Consumer<List<RaceResult>> onProgress) {
        SplitCache splits = new SplitCache();
        List<ActiveRun> actives = new ArrayList<>();
        for (RaceRun run : runs) {
            actives.add(new ActiveRun(run, splits.split(run.start().spec()), clock));
        }
        long told = clock.getAsLong();
        while (!stop.getAsBoolean() && actives.stream().anyMatch(ActiveRun::isOpen)) {
            for (ActiveRun active : actives) {
                active.epoch(stop);
            }
            if (clock.getAsLong() - told >= REPORT_NANOS) {
                told = clock.getAsLong();
                onProgress.accept(results(actives));
            }
        }
        return results(actives);
    }

    private static List<RaceResult> results(List<ActiveRun> actives) {
        return actives.stream().map(ActiveRun::currentResult).toList();
    }

    /// One running run.
    private static final class ActiveRun {
        private final RaceRun run;
        private final RunLoop loop;
        private List<Symmetry> symmetries = List.of();

        ActiveRun(RaceRun run, Split split, LongSupplier clock) {
            this.run = run;
            loop = new RunLoop(run.start(), split, clock);
            loop.stopAtOnce();
        }

        boolean isOpen() {
            return !loop.isFinished();
        }

        void epoch(BooleanSupplier stop) {
            if (isOpen() && !stop.getAsBoolean()) {
                loop.epoch(stop);
                if (loop.isFinished()) {
                    symmetries =
                            Symmetry.of(
                                    loop.mlp(), loop.result().parameters(), loop.split().train());
                }
            }
        }

        RaceResult currentResult() {
            return new RaceResult(run, loop.mlp(), loop.result(), loop.isFinished(), symmetries);
        }
    }

    /// One of several compared runs.
    ///
    /// @param name short distinguishing name
    /// @param start start of the run
    public record RaceRun(String name, RunStart start) {}

    /// The progress of one run of an [OptimizerComparison]. Immutable and thread-safe.
    ///
    /// @param result result so far, with a copy of its weights
    /// @param isFinished whether it finished or diverged
    /// @param symmetries symmetries of its hidden layers, once it has ended
    public record RaceResult(
            OptimizerComparison.RaceRun raceRun,
            Mlp mlp,
            RunResult result,
            boolean isFinished,
            List<Symmetry> symmetries) {

        public RunEnd end() {
            return result.end();
        }

        /// Progress toward the last epoch of the stop rule, 1 once it is over.
        public double progress() {
            return isFinished
                    ? 1
                    : (double) end().epochs() / raceRun.start().spec().training().stop().epochs();
        }
    }
}
