package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Optimizer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Losses inside epochs. Those of single updates are compared with PyTorch: `pytorch_updates.py`
/// created `pytorch_updates.json`.
class UpdateLogTest {
    private static final Path REFERENCE =
            Path.of("src/test/resources/mlpexplorer/reference/pytorch_updates.json");
    private static final int EPOCHS = 6;

    private static Trainer trainer(TrainingSpec training) {
        Split split = new Split(new DataSpec.Moons(60, 0.1).generate(1), new SplitSpec(), 1);
        ModelSpec model = new ModelSpec(List.of(5), Activation.TANH, new Initializer.Xavier());
        Mlp mlp = new Mlp(model, 2, split.shape().task());
        return new Trainer(mlp, mlp.initialize(1), training, split, 1);
    }

    private static TrainingSpec spec(String batch, String sampling, Integer every) {
        return new TrainingSpec()
                .withOptimizer(new Optimizer.Adam())
                .withRate(0.05)
                .withBatch(
                        batch.equals("full")
                                ? new BatchSize.Full()
                                : new BatchSize.Rows(Integer.parseInt(batch)))
                .withSampling(TrainingSpec.Sampling.valueOf(sampling))
                .withLogEvery(Optional.ofNullable(every));
    }

    private static UpdateLog.View trained(TrainingSpec spec) {
        Trainer trainer = trainer(spec);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            trainer.epoch();
        }
        return trainer.losses();
    }

    private static double[] losses(UpdateLog.View view) {
        return IntStream.range(0, view.size()).mapToDouble(view::loss).toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "mini, 7, SHUFFLED",
        "full, full, SHUFFLED",
        "replacement, 10, WITH_REPLACEMENT",
    })
    void theLossOfEachUpdateIsThatOfPyTorch(String name, String batch, String sampling)
            throws IOException {
        JsonNode expected = new ObjectMapper().readTree(REFERENCE.toFile()).get("runs").get(name);
        UpdateLog.View view = trained(spec(batch, sampling, 1));
        assertThat(view.size()).isEqualTo(expected.size());
        for (int row = 0; row < view.size(); row++) {
            assertThat(view.update(row)).isEqualTo(row + 1);
            assertThat(view.loss(row)).isCloseTo(expected.get(row).asDouble(), within(1e-9));
        }
    }

    @Test
    void groupsAreMeansOfTheirUpdatesAcrossEpochs() {
        double[] each = losses(trained(spec("7", "SHUFFLED", 1)));
        UpdateLog.View groups = trained(spec("7", "SHUFFLED", 4));
        assertThat(each).hasSize(36);
        assertThat(groups.size()).isEqualTo(9);
        for (int row = 0; row < groups.size(); row++) {
            assertThat(groups.update(row)).isEqualTo(4L * (row + 1));
            assertThat(groups.loss(row)).isCloseTo(mean(each, 4 * row, 4), within(1e-12));
            int epoch = (4 * row + 3) / 6;
            assertThat(groups.epochMean(row))
                    .isCloseTo(mean(each, 6 * epoch, 4 * row + 4 - 6 * epoch), within(1e-12));
        }
        UpdateLog.View epochs = trained(spec("7", "SHUFFLED", null));
        assertThat(epochs.size()).isEqualTo(EPOCHS);
        assertThat(epochs.update(2)).isEqualTo(18);
        assertThat(epochs.loss(2)).isCloseTo(mean(each, 12, 6), within(1e-12));
        assertThat(epochs.epochMean(2)).isEqualTo(epochs.loss(2));
    }

    private static double mean(double[] values, int from, int count) {
        return IntStream.range(from, from + count).mapToDouble(i -> values[i]).average().orElse(0);
    }

    @Test
    void aRestoredRunLogsTheSameBits() {
        Trainer trainer = trainer(spec("7", "SHUFFLED", 4));
        trainer.epoch();
        Checkpoint checkpoint = trainer.checkpoint();
        trainer.epoch();
        trainer.epoch();
        UpdateLog.View before = trainer.losses();
        trainer.restore(checkpoint);
        assertThat(trainer.losses().size()).isEqualTo(1);
        trainer.epoch();
        trainer.epoch();
        assertThat(losses(trainer.losses())).isEqualTo(losses(before));
        assertThat(before.size()).isEqualTo(4);
    }

    @Test
    void drawingWithReplacementRepeatsRows() {
        Trainer once = trainer(spec("10", "SHUFFLED", 1));
        Trainer again = trainer(spec("10", "WITH_REPLACEMENT", 1));
        once.epoch();
        again.epoch();
        assertThat(again.updates()).isEqualTo(once.updates());
        assertThat(losses(again.losses())).isNotEqualTo(losses(once.losses()));
    }

    @Test
    void aFullLogMergesNeighbors() {
        UpdateLog log = new UpdateLog(Optional.of(1), 8);
        for (int update = 1; update <= 8; update++) {
            log.add(update, update);
        }
        assertThat(updates(log.view())).containsExactly(1, 3, 5, 7, 8);
        assertThat(losses(log.view())).containsExactly(1, 2.5, 4.5, 6.5, 8);
        for (int update = 9; update <= 14; update++) {
            log.add(update, update);
        }
        assertThat(updates(log.view())).containsExactly(1, 5, 8, 12, 14);
        assertThat(losses(log.view())).containsExactly(1, 3.5, 7, 10.5, 13.5);
    }

    @Test
    void theSmallestLossAndBothEndsSurviveMerging() {
        UpdateLog log = new UpdateLog(Optional.of(1), 64);
        double sum = 0;
        for (int update = 1; update <= 10_000; update++) {
            double loss = update == 7 ? -3 : 1 + Math.sin(update);
            sum += loss;
            log.add(update, loss);
        }
        UpdateLog.View view = log.view();
        assertThat(view.size()).isLessThan(64);
        assertThat(view.update(0)).isEqualTo(1);
        assertThat(view.loss(0)).isEqualTo(1 + Math.sin(1));
        int best = view.rowAt(7);
        assertThat(view.update(best)).isEqualTo(7);
        assertThat(view.loss(best)).isEqualTo(-3);
        double logged = log.partial().sum();
        long before = 0;
        for (int row = 0; row < view.size(); row++) {
            logged += (view.update(row) - before) * view.loss(row);
            before = view.update(row);
        }
        assertThat(before).isEqualTo(10_000 - log.partial().count());
        assertThat(logged).isCloseTo(sum, within(1e-9));
    }

    private static long[] updates(UpdateLog.View view) {
        return IntStream.range(0, view.size()).mapToLong(view::update).toArray();
    }

    @Test
    void aLogContinuesFromAMergedOne() {
        UpdateLog merged = new UpdateLog(Optional.of(1), 8);
        for (int update = 1; update <= 19; update++) {
            merged.add(update, update);
        }
        UpdateLog next = new UpdateLog(Optional.of(1), 8);
        next.restore(merged.view(), merged.partial());
        next.add(20, 20);
        next.add(21, 21);
        assertThat(losses(next.view())).containsExactly(1, 5, 11.5, 17.5, 21);
        assertThat(merged.view().size()).isEqualTo(6);
    }
}
