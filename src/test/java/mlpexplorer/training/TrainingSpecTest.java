package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Regularizer;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.util.Optional;

class TrainingSpecTest {
    private static final TrainingSpec SPEC = new TrainingSpec();

    @Test
    void ratePenaltyAndTheOptimizersKnobsDifferLive() {
        assertThat(SPEC.differsOnlyLiveFrom(SPEC)).isTrue();
        assertThat(
                        SPEC.differsOnlyLiveFrom(
                                SPEC.withRate(0.5).withRegularizer(new Regularizer.L2())))
                .isTrue();
        TrainingSpec momentum = SPEC.withOptimizer(new Optimizer.Momentum(0.9));
        assertThat(
                        momentum.differsOnlyLiveFrom(
                                momentum.withOptimizer(new Optimizer.Momentum(0.5))))
                .isTrue();
        assertThat(
                        momentum.differsOnlyLiveFrom(
                                momentum.withOptimizer(new Optimizer.Nesterov(0.9))))
                .isFalse();
    }

    @Test
    void everythingElseNeedsARestart() {
        assertThat(SPEC.differsOnlyLiveFrom(SPEC.withBatch(new BatchSize.Full()))).isFalse();
        assertThat(SPEC.differsOnlyLiveFrom(SPEC.withOptimizer(new Optimizer.Adam()))).isFalse();
        assertThat(SPEC.differsOnlyLiveFrom(SPEC.withStop(Runs.epochs(7)))).isFalse();
        assertThat(SPEC.differsOnlyLiveFrom(Runs.withDropout(SPEC, 0.1))).isFalse();
        assertThat(SPEC.differsOnlyLiveFrom(Runs.withClip(SPEC, 1))).isFalse();
    }

    @Test
    void aBatchIsAtMostAllRows() {
        assertThat(new BatchSize.Rows(10).within(7)).isEqualTo(7);
        assertThat(new BatchSize.Rows(10).within(70)).isEqualTo(10);
        assertThat(new BatchSize.Full().within(70)).isEqualTo(70);
    }

    @Test
    void valuesOutOfRangeAreRefusedByName() {
        refused(() -> SPEC.withRate(0), "rate is 0, but must be from 1e-12 to 1,000.");
        refused(() -> SPEC.withRate(1e6), "rate is 1,000,000, but must be from 1e-12 to 1,000.");
        refused(
                () -> Runs.withDropout(SPEC, 1),
                "dropout is 1, but must be at least 0 and below 1.");
        refused(
                () -> Runs.withClip(SPEC, 0),
                "clip is 0, but must be from 1e-12 to 1,000,000,000,000.");
        refused(() -> new BatchSize.Rows(0), "batch is 0, but must be from 1 to 1,000,000.");
    }

    @Test
    void aPaceIsAboveZero() {
        refused(() -> new Command.Pace(0), "pace is 0.0, but must be above 0.");
        refused(() -> new Command.Pace(Double.NaN), "pace is NaN, but must be above 0.");
        assertThat(new Command.Pace(Double.POSITIVE_INFINITY).epochsPerSecond()).isInfinite();
    }

    @Test
    void defaultsAreAGentleStart() {
        assertThat(SPEC.rate()).isEqualTo(0.03);
        assertThat(SPEC.batch()).isEqualTo(new BatchSize.Rows(10));
        assertThat(SPEC.clip()).isEqualTo(Optional.empty());
        assertThat(SPEC.stop().epochs()).isEqualTo(500);
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
