package mlpexplorer.training;

import mlpexplorer.data.Split;
import mlpexplorer.nn.Evaluation;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parallel;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Precision;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Score;

import java.util.List;

/// Computes the metrics of an epoch in slices, short enough that commands are handled between them.
final class Measurement {
    /// Multiplications per slice, unless one chunk takes more; a few milliseconds.
    private static final long SLICE = 50_000_000;

    private final List<Samples> parts;
    private final Score[] scores = new Score[3];
    private final Evaluation evaluation;
    private int part;

    Measurement(Mlp mlp, Precision precision, Split split, Parallel parallel) {
        parts = List.of(split.train(), split.validation(), split.test());
        evaluation = new Evaluation(mlp, precision, parallel);
    }

    /// Restarts with the next [#advance].
    void reset() {
        part = 0;
        evaluation.begin(parts.getFirst());
    }

    /// Computes one slice and returns whether all parts are done; `p` must not change until then.
    boolean advance(Parameters p) {
        long done = 0;
        while (part < scores.length && done < SLICE) {
            done += evaluation.advance(p);
            if (evaluation.isDone()) {
                scores[part] = evaluation.score();
                part++;
                if (part < scores.length) {
                    evaluation.begin(parts.get(part));
                }
            }
        }
        return part == scores.length;
    }

    /// The metrics of all parts once they are done.
    EpochMetrics metrics(long epoch, long updates, double penalty, double rate) {
        return new EpochMetrics(epoch, updates, scores[0], scores[1], scores[2], penalty, rate);
    }
}
