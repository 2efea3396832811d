package mlpexplorer.experiment.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import mlpexplorer.data.Split;
import mlpexplorer.experiment.RunEnd;
import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SplitCache;
import mlpexplorer.nn.Mlp;

/// Trains several runs on one thread, one epoch each in turn, so that their curves grow together. Each run is timed separately
/// and gives the same bits as if trained alone.
public final class Contest {
    private static final long NEWS_NANOS = 30_000_000;

    private final List<Entrant> entrants;
    private final LongSupplier clock;

    /// @param clock clock in nanoseconds, like [System#nanoTime]
    public Contest(List<Entrant> entrants, LongSupplier clock) {
        this.entrants = List.copyOf(entrants);
        this.clock = clock;
    }

    /// Trains all runs until they end or `stop` is true, which is polled after every update. `news` periodically receives the
        /// results so far.
    public List<Standing> run(BooleanSupplier stop, Consumer<List<Standing>> news) {
        SplitCache splits = new SplitCache();
        List<Lane> lanes = new ArrayList<>();
        for (Entrant entrant : entrants) {
            lanes.add(new Lane(entrant, splits.split(entrant.start().spec()), clock));
        }
        long told = clock.getAsLong();
        while (!stop.getAsBoolean() && lanes.stream().anyMatch(Lane::isOpen)) {
            for (Lane lane : lanes) {
                lane.epoch(stop);
            }
            if (clock.getAsLong() - told >= NEWS_NANOS) {
                told = clock.getAsLong();
                news.accept(standings(lanes));
            }
        }
        return standings(lanes);
    }

    private static List<Standing> standings(List<Lane> lanes) {
        return lanes.stream().map(Lane::standing).toList();
    }

    /// One running run.
    private static final class Lane {
        private final Entrant entrant;
        private final RunLoop loop;
        private List<Symmetry> symmetries = List.of();

        Lane(Entrant entrant, Split split, LongSupplier clock) {
            this.entrant = entrant;
            loop = new RunLoop(entrant.start(), split, clock);
            loop.stopAtOnce();
        }

        boolean isOpen() {
            return !loop.isOver();
        }

        void epoch(BooleanSupplier stop) {
            if (isOpen() && !stop.getAsBoolean()) {
                loop.epoch(stop);
                if (loop.isOver()) {
                    symmetries = Symmetry.of(loop.mlp(), loop.result().parameters(), loop.split().train());
                }
            }
        }

        Standing standing() {
            return new Standing(entrant, loop.mlp(), loop.result(), loop.isOver(), symmetries);
        }
    }

    /// One of several compared runs.
    ///
    /// @param name  short distinguishing name
    /// @param start start of the run
    public record Entrant(String name, RunStart start) {}

    /// How far one [Contest.Entrant] of a [Contest] is; frozen, any thread.
    ///
    /// @param result     what it has come to, with a copy of its weights
    /// @param isOver     whether it finished or diverged
    /// @param symmetries of its hidden layers, once it is over
    public record Standing(Contest.Entrant entrant, Mlp mlp, RunResult result, boolean isOver, List<Symmetry> symmetries) {

        public RunEnd end() {
            return result.end();
        }

        /// Progress towards the last epoch of the stop rule, 1 once it is over.
        public double progress() {
            return isOver ? 1 : (double) end().epochs() / entrant.start().spec().training().stop().epochs();
        }
    }
}
