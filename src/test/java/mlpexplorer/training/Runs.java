package mlpexplorer.training;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Parameters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Small runs for the tests of this package.
final class Runs {
    /// Two circles, 180 rows to train on, 60 to validate, 60 to test.
    static final Split CIRCLES =
            new Split(new DataSpec.Circles(300, 0.2).generate(1), new SplitSpec(), 1);

    /// Plain SGD at rate 0.1 with mini-batches of 10, without a stop condition.
    static final TrainingSpec SGD =
            new TrainingSpec().withRate(0.1).withStop(epochs(StopRule.MAX_EPOCHS));

    private Runs() {}

    static Mlp mlp(Activation activation, Integer... hidden) {
        return new Mlp(new ModelSpec(List.of(hidden), activation, new Initializer.Xavier()), 2, 2);
    }

    /// A 2-6-4-2 tanh network on [#CIRCLES].
    static Trainer trainer(TrainingSpec spec) {
        return trainer(mlp(Activation.TANH, 6, 4), spec);
    }

    static Trainer trainer(Mlp mlp, TrainingSpec spec) {
        return new Trainer(mlp, mlp.initialize(1), spec, CIRCLES, 1);
    }

    /// Another trainer that continues from here, between two epochs, with the same weights under
    /// `other`.
    static Trainer fork(Trainer trainer, TrainingSpec other) {
        Trainer fork = trainer.copyAt(trainer.checkpoint());
        fork.continueWith(other);
        return fork;
    }

    static StopRule epochs(int epochs) {
        return new StopRule().withEpochs(epochs);
    }

    static TrainingSpec withDropout(TrainingSpec s, double dropout) {
        return new TrainingSpec(
                s.optimizer(),
                s.rate(),
                s.schedule(),
                s.batch(),
                s.regularizer(),
                dropout,
                s.clip(),
                s.stop());
    }

    static TrainingSpec withClip(TrainingSpec s, double clip) {
        return new TrainingSpec(
                s.optimizer(),
                s.rate(),
                s.schedule(),
                s.batch(),
                s.regularizer(),
                s.dropout(),
                Optional.of(clip),
                s.stop());
    }

    static TrainingSpec withSchedule(TrainingSpec s, LearningRateSchedule schedule) {
        return new TrainingSpec(
                s.optimizer(),
                s.rate(),
                schedule,
                s.batch(),
                s.regularizer(),
                s.dropout(),
                s.clip(),
                s.stop());
    }

    /// The weights and biases after so many epochs.
    static double[] flatAfter(Trainer trainer, long epochs) {
        while (trainer.epochs() < epochs) {
            trainer.epoch();
        }
        return flat(trainer.parameters());
    }

    /// Every optimizer with its defaults.
    static List<Optimizer> optimizers() {
        return Arrays.stream(Optimizer.class.getPermittedSubclasses())
                .map(type -> (Optimizer) withDefaults(type))
                .toList();
    }

    /// Every schedule with its defaults.
    static List<LearningRateSchedule> schedules() {
        return Arrays.stream(LearningRateSchedule.class.getPermittedSubclasses())
                .map(type -> (LearningRateSchedule) withDefaults(type))
                .toList();
    }

    private static Object withDefaults(Class<?> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " has no constructor of defaults", e);
        }
    }

    /// All numbers: weights and biases of the first layer, then of the next.
    static double[] flat(Parameters p) {
        List<double[]> blocks = new ArrayList<>();
        for (int l = 0; l < p.layers(); l++) {
            Collections.addAll(blocks, p.weights(l), p.biases(l));
        }
        return blocks.stream().flatMapToDouble(Arrays::stream).toArray();
    }
}
