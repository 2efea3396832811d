package mlpexplorer.ui.labs;

import mlpexplorer.ui.controls.Messages;

import java.util.Locale;

/// The learning tools in list order.
public enum LabName {
    GRADIENT_CHECK,
    BATCH_LAB,
    CAPACITY_LAB,
    OPTIMIZER_RACE,
    RATE_RANGE,
    INIT_LAB,
    LINEAR_BASELINE,
    MICROSCOPE,
    TEST_LOCK;

    /// The name in ids and message keys: `gradient-check`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return Messages.text("labs." + id() + ".title");
    }
}
