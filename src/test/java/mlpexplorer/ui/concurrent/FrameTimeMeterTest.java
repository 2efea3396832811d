package mlpexplorer.ui.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FrameTimeMeterTest {

    private static final long MILLI = 1_000_000;

    private final FrameTimeMeter meter = new FrameTimeMeter();

    @Test
    void withoutPulsesEverythingIsZero() {
        assertThat(meter.busyMillis(0.99)).isZero();
    }

    @Test
    void quantilesAreNearestRanks() {
        for (int busy = 100; busy >= 1; busy--) {
            meter.record(0, busy * MILLI);
        }
        assertThat(meter.busyMillis(0)).isEqualTo(1);
        assertThat(meter.busyMillis(0.5)).isEqualTo(50);
        assertThat(meter.busyMillis(0.99)).isEqualTo(99);
        assertThat(meter.busyMillis(1)).isEqualTo(100);
    }

    @Test
    void theOldestPulsesAreForgotten() {
        meter.record(0, 1_000 * MILLI);
        for (int i = 0; i < FrameTimeMeter.CAPACITY; i++) {
            meter.record(0, 2 * MILLI);
        }
        assertThat(meter.busyMillis(1)).isEqualTo(2);
    }

    @Test
    void aResetForgetsEverything() {
        meter.record(0, MILLI);
        meter.reset();
        assertThat(meter.busyMillis(1)).isZero();
    }

    @Test
    void aQuantileBeyondOneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> meter.busyMillis(1.5));
    }
}
