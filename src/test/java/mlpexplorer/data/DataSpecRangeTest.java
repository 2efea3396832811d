package mlpexplorer.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.util.Optional;

/// Rejected values and their messages.
class DataSpecRangeTest {

    @Test
    void samples() {
        refused(() -> new DataSpec.Circles(3, 0), "samples is 3, but must be from 4 to 5,000.");
        refused(() -> new DataSpec.Xor(5001, 0), "samples is 5,001, but must be from 4 to 5,000.");
        refused(
                () -> new DataSpec.Spiral(-1, 3, 1.75, 0),
                "samples is -1, but must be from 4 to 5,000.");
    }

    @Test
    void noise() {
        refused(() -> new DataSpec.Circles(300, 0.51), "noise is 0.51, but must be from 0 to 0.5.");
        refused(() -> new DataSpec.Xor(300, -0.1), "noise is -0.1, but must be from 0 to 0.5.");
        refused(
                () -> new DataSpec.Spiral(300, 3, 1.75, Double.NaN),
                "noise is NaN, but must be from 0 to 0.5.");
    }

    @Test
    void armsAndTurns() {
        refused(() -> new DataSpec.Spiral(300, 1, 1.75, 0), "arms is 1, but must be from 2 to 5.");
        refused(() -> new DataSpec.Spiral(300, 6, 1.75, 0), "arms is 6, but must be from 2 to 5.");
        refused(() -> new DataSpec.Spiral(300, 3, 0, 0), "turns is 0, but must be from 0.1 to 5.");
    }

    @Test
    void picturesAndTheirLabels() {
        refused(
                () -> new DataSpec.Idx("a", "", Optional.empty()),
                "labels is empty, but images and labels must be given together.");
        refused(
                () -> new DataSpec.Idx("", "b", Optional.empty()),
                "images is empty, but images and labels must be given together.");
        refused(
                () -> new DataSpec.Idx("a", "b", Optional.of(3)),
                "limit is 3, but must be from 4 to 10,000,000.");
    }

    @Test
    void shares() {
        refused(
                () -> new SplitSpec(0.6, 0.2, 0.3, true),
                "split is [0.6, 0.2, 0.3], but its three shares must sum to 1.");
        refused(
                () -> new SplitSpec(1.2, -0.2, 0, true),
                "split[0] is 1.2, but must be from 0 to 1.");
        refused(
                () -> new SplitSpec(0.5, -0.2, 0.7, true),
                "split[1] is -0.2, but must be from 0 to 1.");
        refused(
                () -> new SplitSpec(0.5, 0.2, Double.NaN, true),
                "split[2] is NaN, but must be from 0 to 1.");
        refused(
                () -> new SplitSpec(0, 0.5, 0.5, true),
                "split[0] is 0, but some rows are needed for training.");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
