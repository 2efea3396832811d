package mlpexplorer.training;

import java.util.List;
import mlpexplorer.data.Split;
import mlpexplorer.nn.Evaluation;
import mlpexplorer.nn.Lanes;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Score;

/// Finds the six numbers of an epoch, in slices short enough that whoever trains hears a command between two of them.
final class Measurement {
    /// Multiplications in a slice, unless one chunk takes more: a few milliseconds.
    private static final long SLICE = 50_000_000;

    private final List<Samples> parts;
    private final Score[] scores = new Score[3];
    private final Evaluation evaluation;
    private int part;

    Measurement(Mlp mlp, Split split, Lanes lanes) {
        parts = List.of(split.train(), split.validation(), split.test());
        evaluation = new Evaluation(mlp, lanes);
    }

    /// Begins anew with the next [#advance].
    void reset() {
        part = 0;
        evaluation.begin(parts.getFirst());
    }

    /// Goes on for a slice; `p` must stay the same until all parts are done, which it returns.
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

    Score train() {
        return scores[0];
    }

    Score validation() {
        return scores[1];
    }

    Score test() {
        return scores[2];
    }
}
