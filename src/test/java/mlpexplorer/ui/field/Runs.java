package mlpexplorer.ui.field;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Samples;
import mlpexplorer.training.BatchSize;
import mlpexplorer.training.Frame;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.Phase;
import mlpexplorer.training.StopRule;
import mlpexplorer.training.Trainer;
import mlpexplorer.training.TrainingSpec;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Small runs to draw boundaries of.
public final class Runs {
    public static final ModelSpec TANH_16_16 = model(Activation.TANH, 16, 16);
    public static final ModelSpec SOFTMAX_REGRESSION = model(Activation.TANH);

    private Runs() {}

    public static ModelSpec model(Activation activation, Integer... hidden) {
        return new ModelSpec(List.of(hidden), activation, new Initializer.Xavier());
    }

    public static Split split(DataSpec.Synthetic data) {
        SplitSpec shares = data.rows() < 10 ? new SplitSpec(1, 0, 0, false) : new SplitSpec();
        return new Split(data.generate(1), shares, 1);
    }

    /// Rows of the given features, all in the training part.
    public static Split split(int columns, double... features) {
        int rows = features.length / columns;
        List<String> names = IntStream.range(0, columns).mapToObj(c -> "f" + c).toList();
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = row % 2;
        }
        Dataset dataset =
                new Dataset(new Samples(features, columns, labels), names, List.of("no", "yes"));
        return new Split(dataset, new SplitSpec(1, 0, 0, false), 1);
    }

    public static Trainer trainer(Split split, ModelSpec model) {
        TrainingSpec training =
                new TrainingSpec()
                        .withOptimizer(new Optimizer.Adam())
                        .withRate(0.02)
                        .withBatch(new BatchSize.Rows(Math.min(20, split.train().rows())))
                        .withStop(new StopRule().withEpochs(StopRule.MAX_EPOCHS));
        Mlp mlp = new Mlp(model, split.train().columns(), split.dataset().task());
        return new Trainer(mlp, mlp.initialize(3), training, split, 1);
    }

    /// The state of `trainer` as a window would receive it.
    public static Frame frame(Trainer trainer) {
        return new Frame(
                1,
                new Phase.Paused(),
                trainer.metrics(),
                0,
                trainer.epochs(),
                trainer.updates(),
                MetricLog.View.EMPTY,
                trainer.mlp(),
                trainer.parameters().copy(),
                trainer.split(),
                List.of(),
                0,
                trainer.rate(),
                trainer.losses(),
                Optional.empty());
    }

    /// A run of that many epochs.
    public static Frame trained(Split split, ModelSpec model, int epochs) {
        Trainer trainer = trainer(split, model);
        for (int epoch = 0; epoch < epochs; epoch++) {
            trainer.epoch();
        }
        return frame(trainer);
    }
}
