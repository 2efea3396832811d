package mlpexplorer.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PulseMeterTest {

    private static final long MILLI = 1_000_000;

    private final PulseMeter meter = new PulseMeter();

    @Test
    void withoutPulsesEverythingIsZero() {
        assertThat(meter.count()).isZero();
        assertThat(meter.busyMillis(0.99)).isZero();
        assertThat(meter.framesPerSecond()).isZero();
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
        for (int i = 0; i < PulseMeter.CAPACITY; i++) {
            meter.record(0, 2 * MILLI);
        }
        assertThat(meter.count()).isEqualTo(4_096);
        assertThat(meter.busyMillis(1)).isEqualTo(2);
    }

    @Test
    void framesASecondComeFromTheLastSixty() {
        for (int i = 0; i < 200; i++) {
            long end = i < 100 ? i : 100 + (i - 99) * 20 * MILLI;
            meter.record(end, end);
        }
        assertThat(meter.framesPerSecond()).isCloseTo(50, within(1e-9));
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
