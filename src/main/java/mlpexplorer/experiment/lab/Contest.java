package mlpexplorer.experiment.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.Trainer;

/// Several runs trained abreast on one thread, an epoch each in turn, so that their curves grow together and nobody's time
/// is spoilt by another's. Each is timed by its own clock and gives the bits it would give alone.
public final class Contest {
    private static final long NEWS_NANOS = 30_000_000;

    private final List<Entrant> entrants;
    private final LongSupplier clock;

    /// @param clock in nanoseconds, like [System#nanoTime]
    public Contest(List<Entrant> entrants, LongSupplier clock) {
        this.entrants = List.copyOf(entrants);
        this.clock = clock;
    }

    /// Trains all to their ends, or until `stop`, which is looked at after every update. `news` is told now and then how
    /// they stand.
    public List<Standing> run(BooleanSupplier stop, Consumer<List<Standing>> news) {
        Map<Key, Split> splits = new HashMap<>();
        List<Lane> lanes = new ArrayList<>();
        for (Entrant entrant : entrants) {
            lanes.add(new Lane(entrant, splits.computeIfAbsent(Key.of(entrant), _ -> entrant.start().spec().splitData()), clock));
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

    /// What the split of a run depends on: runs that agree share it.
    private record Key(DataSpec data, SplitSpec split, long dataSeed, long splitSeed) {
        static Key of(Entrant entrant) {
            RunSpec spec = entrant.start().spec();
            return new Key(spec.data(), spec.split(), spec.seeds().data(), spec.seeds().split());
        }
    }

    /// One run on its way.
    private static final class Lane {
        private final Entrant entrant;
        private final Trainer trainer;
        private final Parameters initial;
        private final LongSupplier clock;
        private final MetricLog log = new MetricLog();
        private Optional<Outcome> outcome = Optional.empty();
        private List<Symmetry> symmetries = List.of();
        private long nanos;

        Lane(Entrant entrant, Split split, LongSupplier clock) {
            this.entrant = entrant;
            this.clock = clock;
            trainer = entrant.start().trainer(split);
            initial = trainer.parameters().copy();
            log.append(trainer.metrics(), 0);
        }

        boolean isOpen() {
            return outcome.isEmpty();
        }

        void epoch(BooleanSupplier stop) {
            if (!isOpen()) {
                return;
            }
            long began = clock.getAsLong();
            boolean ended = false;
            while (!ended && !stop.getAsBoolean()) {
                ended = trainer.update();
            }
            nanos += clock.getAsLong() - began;
            if (ended) {
                conclude();
            }
        }

        private void conclude() {
            if (trainer.divergence().isPresent()) {
                outcome = trainer.divergence().map(Outcome.Diverged::new);
            } else {
                log.append(trainer.metrics(), seconds());
                outcome = trainer.stopReason().map(Outcome.Finished::new);
            }
            if (outcome.isPresent()) {
                symmetries = Symmetry.of(trainer.mlp(), trainer.parameters(), trainer.split().train());
            }
        }

        private double seconds() {
            return nanos / 1e9;
        }

        Standing standing() {
            return new Standing(
                    entrant, trainer.mlp(), trainer.split(), initial, trainer.parameters().copy(), log.view(), trainer.metrics(),
                    trainer.epochs(), trainer.updates(), seconds(), outcome, symmetries);
        }
    }
}
