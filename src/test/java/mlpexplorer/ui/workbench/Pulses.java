package mlpexplorer.ui.workbench;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Pulses a workbench without a window until something is so.
public final class Pulses {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Pulses() {}

    public static void until(Workbench workbench, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not happen within " + LIMIT.toSeconds() + " s");
            }
            workbench.pulse(System.nanoTime());
            Thread.onSpinWait();
        }
    }

    public static long epoch(Workbench workbench) {
        return workbench.frameProperty().get().map(frame -> frame.metrics().epoch()).orElse(-1L);
    }

    public static long generation(Workbench workbench) {
        return workbench.frameProperty().get().map(frame -> frame.generation()).orElse(-1L);
    }
}
