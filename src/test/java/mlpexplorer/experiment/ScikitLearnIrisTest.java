package mlpexplorer.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import mlpexplorer.References;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.io.DataLoader;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.OptimizerState;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.RandomStream;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Scores;
import mlpexplorer.nn.Workspace;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/// On the same rows of Iris, with the same network and optimizer, our results are on average as
/// good as scikit-learn's; `sklearn_iris.py` created `sklearn_iris.json`.
class ScikitLearnIrisTest {
    private static final int SEEDS = 10;
    private static final int EPOCHS = 200;
    private static final int BATCH = 10;

    /// Half a row of the 38 test rows, on average.
    private static final double LEEWAY = 0.013;

    private final Dataset iris = DataLoader.load(new DataSpec.Iris(), 1);
    private final Samples train = part(false);
    private final Samples test = part(true);

    @Test
    void irisIsLearnedAsWellAsByScikitLearn() {
        double[] ours = IntStream.range(0, SEEDS).mapToDouble(this::testAccuracy).toArray();
        double mean =
                IntStream.range(0, SEEDS).mapToDouble(seed -> ours[seed]).average().orElseThrow();
        assertThat(mean).isGreaterThanOrEqualTo(theirs() - LEEWAY);
    }

    private double testAccuracy(int seed) {
        Mlp mlp =
                new Mlp(new ModelSpec(List.of(8), Activation.TANH, new Initializer.Xavier()), 4, 3);
        Parameters p = mlp.initialize(seed);
        Parameters gradient = p.zeros();
        OptimizerState adam = new Optimizer.Adam().start(p);
        Workspace w = mlp.workspace(BATCH);
        int[] order = new int[train.rows()];
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            new RandomStream(seed, epoch).permutation(order);
            for (int from = 0; from < order.length; from += BATCH) {
                w.load(train, order, from, Math.min(order.length, from + BATCH));
                mlp.lossAndGradient(p, w, gradient);
                adam.step(p, gradient, 0.01);
            }
        }
        return Scores.of(mlp, p, test).metric();
    }

    private double theirs() {
        JsonNode runs = References.read("sklearn_iris.json").get("runs");
        return StreamSupport.stream(runs.spliterator(), false)
                .mapToDouble(run -> run.get("test").asDouble())
                .average()
                .orElseThrow();
    }

    /// Every fourth row is for the test; features are standardized by the others.
    private Samples part(boolean forTest) {
        int[] rows =
                IntStream.range(0, iris.rows()).filter(row -> row % 4 == 0 == forTest).toArray();
        int[] fitted = IntStream.range(0, iris.rows()).filter(row -> row % 4 != 0).toArray();
        double[] features = new double[rows.length * 4];
        for (int column = 0; column < 4; column++) {
            int c = column;
            double mean =
                    IntStream.of(fitted)
                            .mapToDouble(row -> iris.samples().feature(row, c))
                            .average()
                            .orElseThrow();
            double deviation =
                    Math.sqrt(
                            IntStream.of(fitted)
                                    .mapToDouble(row ->
                                            Math.pow(iris.samples().feature(row, c) - mean, 2))
                                    .average()
                                    .orElseThrow());
            for (int i = 0; i < rows.length; i++) {
                features[4 * i + c] = (iris.samples().feature(rows[i], c) - mean) / deviation;
            }
        }
        return new Samples(features, 4, IntStream.of(rows).map(iris.samples()::label).toArray());
    }
}
