package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Parallel;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Precision;
import mlpexplorer.nn.Scores;

import org.junit.jupiter.api.Test;

import java.util.List;

class MeasurementTest {
    private final Split split = new Split(new DataSpec.Circles().generate(1), new SplitSpec(), 1);
    private final Mlp small = mlp(8);
    private final Mlp large = mlp(600);

    @Test
    void smallNetworksAreMeasuredAtOnce() {
        Parameters p = small.initialize(1);
        Measurement measurement = new Measurement(small, Precision.DOUBLE, split, Parallel.SINGLE);
        measurement.reset();
        assertThat(measurement.advance(p)).isTrue();
        EpochMetrics metrics = measurement.metrics(1, 2, 0.5, 0.03);
        assertThat(metrics.train()).isEqualTo(Scores.of(small, p, split.train()));
        assertThat(metrics.validation()).isEqualTo(Scores.of(small, p, split.validation()));
        assertThat(metrics.test()).isEqualTo(Scores.of(small, p, split.test()));
    }

    @Test
    void largeOnesInSlicesToTheSameNumbers() {
        Parameters p = large.initialize(1);
        Measurement measurement = new Measurement(large, Precision.DOUBLE, split, Parallel.SINGLE);
        measurement.reset();
        assertThat(measurement.advance(p)).isFalse();
        int slices = 1;
        while (!measurement.advance(p)) {
            slices++;
        }
        assertThat(slices).isBetween(1, 5);
        EpochMetrics metrics = measurement.metrics(1, 2, 0.5, 0.03);
        assertThat(metrics.train()).isEqualTo(Scores.of(large, p, split.train()));
        assertThat(metrics.test()).isEqualTo(Scores.of(large, p, split.test()));
    }

    @Test
    void anEpochOfALargeNetworkEndsAfterItsUpdatesAndItsSlices() {
        TrainingSpec full = new TrainingSpec().withBatch(new BatchSize.Full());
        Trainer trainer = new Trainer(large, large.initialize(1), full, split, 1);
        assertThat(trainer.update()).isFalse();
        assertThat(trainer.isMidEpoch()).isTrue();
        assertThat(trainer.updates()).isEqualTo(1);
        while (!trainer.update()) {
            assertThat(trainer.updates()).isEqualTo(1);
        }
        assertThat(trainer.metrics().epoch()).isEqualTo(1);
        assertThat(trainer.metrics().train())
                .isEqualTo(Scores.of(large, trainer.parameters(), split.train()));
    }

    private static Mlp mlp(int units) {
        return new Mlp(
                new ModelSpec(List.of(units, units), Activation.TANH, new Initializer.Xavier()),
                2,
                2);
    }
}
