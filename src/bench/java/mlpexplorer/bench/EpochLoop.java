package mlpexplorer.bench;

import mlpexplorer.nn.Evaluation;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.OptimizerState;
import mlpexplorer.nn.Parallel;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.RandomStream;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Workspace;

/// Training and nothing else: shuffle, batch, gradient, step. What a [mlpexplorer.training.Trainer]
/// does between two measurements of its metrics.
public final class EpochLoop {

    /// How to train.
    public record Recipe(Optimizer optimizer, double rate, int batch) {}

    private final Mlp mlp;
    private final Samples samples;
    private final Recipe recipe;
    private final Workspace batch;
    private final Evaluation evaluation;
    private final int[] order;
    private Parameters parameters;
    private Parameters gradient;
    private OptimizerState state;
    private long seed;
    private long epoch;

    public EpochLoop(Mlp mlp, Samples samples, Recipe recipe, Parallel parallel) {
        this.mlp = mlp;
        this.samples = samples;
        this.recipe = recipe;
        batch = mlp.workspace(recipe.batch(), parallel);
        evaluation = new Evaluation(mlp, parallel);
        order = new int[samples.rows()];
        parameters = mlp.initialize(0);
        gradient = parameters.zeros();
        state = recipe.optimizer().start(parameters);
    }

    /// Back to the start, under this seed.
    public void rewind(long newSeed) {
        seed = newSeed;
        epoch = 0;
        parameters = mlp.initialize(newSeed);
        gradient = parameters.zeros();
        state = recipe.optimizer().start(parameters);
    }

    /// Trains for one epoch and returns the loss of its last batch.
    public double epoch() {
        new RandomStream(seed, 1, epoch++).permutation(order);
        double loss = 0;
        for (int from = 0; from < order.length; from += recipe.batch()) {
            batch.load(samples, order, from, Math.min(order.length, from + recipe.batch()));
            if (recipe.optimizer() instanceof Optimizer.Sgd) {
                loss = mlp.descend(parameters, batch, recipe.rate());
            } else {
                loss = mlp.lossAndGradient(parameters, batch, gradient);
                state.step(parameters, gradient, recipe.rate());
            }
        }
        return loss;
    }

    /// Of all samples.
    public double accuracy() {
        evaluation.begin(samples);
        while (!evaluation.isDone()) {
            evaluation.advance(parameters);
        }
        return evaluation.score().metric();
    }
}
