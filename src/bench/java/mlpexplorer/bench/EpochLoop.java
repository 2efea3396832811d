package mlpexplorer.bench;

import mlpexplorer.nn.Evaluation;
import mlpexplorer.nn.Learner;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Parallel;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Precision;
import mlpexplorer.nn.RandomStream;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.nn.Samples;

import java.util.Optional;

/// Training and nothing else: shuffle, batch, gradient, step. What a [mlpexplorer.training.Trainer]
/// does between two measurements of its metrics.
public final class EpochLoop {

    /// How to train.
    public record Recipe(Optimizer optimizer, double rate, int batch) {}

    private static final Regularizer NO_PENALTY = new Regularizer.None();
    private static final RandomStream NO_DROPOUT = new RandomStream(0);

    private final Mlp mlp;
    private final Samples samples;
    private final Recipe recipe;
    private final Precision precision;
    private final Parallel parallel;
    private final Evaluation evaluation;
    private final int[] order;
    private Parameters parameters;
    private Learner learner;
    private long seed;
    private long epoch;

    public EpochLoop(
            Mlp mlp, Samples samples, Recipe recipe, Precision precision, Parallel parallel) {
        this.mlp = mlp;
        this.samples = samples;
        this.recipe = recipe;
        this.precision = precision;
        this.parallel = parallel;
        evaluation = new Evaluation(mlp, parallel);
        order = new int[samples.rows()];
        parameters = mlp.initialize(0);
        learner = learner();
    }

    private Learner learner() {
        return Learner.of(
                precision,
                mlp,
                parameters,
                recipe.optimizer(),
                recipe.optimizer().start(parameters),
                recipe.batch(),
                parallel);
    }

    /// Back to the start, under this seed.
    public void rewind(long newSeed) {
        seed = newSeed;
        epoch = 0;
        parameters = mlp.initialize(newSeed);
        learner = learner();
    }

    /// Trains for one epoch and returns the loss of its last batch.
    public double epoch() {
        RandomStream random = new RandomStream(seed, 1, epoch++);
        random.permutation(order);
        double loss = 0;
        for (int from = 0; from < order.length; from += recipe.batch()) {
            int to = Math.min(order.length, from + recipe.batch());
            learner.load(samples, order, from, to, 0, random);
            loss = learner.update(new Regularizer.None(), Optional.empty(), recipe.rate());
        }
        return loss;
    }

    /// Of all samples.
    public double accuracy() {
        learner.writeBack();
        evaluation.begin(samples);
        while (!evaluation.isDone()) {
            evaluation.advance(parameters);
        }
        return evaluation.score().metric();
    }
}
