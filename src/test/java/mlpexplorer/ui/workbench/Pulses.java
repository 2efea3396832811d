package mlpexplorer.ui.workbench;

import mlpexplorer.Wait;

import java.util.function.BooleanSupplier;

/// Pulses a workbench without a window until a condition holds.
public final class Pulses {
    private Pulses() {}

    public static void until(Workbench workbench, BooleanSupplier condition) {
        Wait.until(() -> {
            workbench.pulse(System.nanoTime());
            return condition.getAsBoolean();
        });
    }

    public static long epoch(Workbench workbench) {
        return workbench.frameProperty().get().map(frame -> frame.metrics().epoch()).orElse(-1L);
    }

    public static long generation(Workbench workbench) {
        return workbench.frameProperty().get().map(frame -> frame.generation()).orElse(-1L);
    }
}
