package mlpexplorer.ui.sweep;

import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.ui.sweep.SweepDraft.AxisDraft;

/// A predefined sweep: base spec, axes and repeats.
public enum SweepTemplate {
    /// Two circles: hidden units × λ.
    CAPACITY,
    /// The window's run: hidden units × λ.
    CAPACITY_HERE,
    /// The window's run: six rates.
    RATES,
    /// The window's run with other seeds.
    SEEDS;

    private static final String CAPACITY_PRESET = "circles-capacity";

    /// The spec that the combinations vary.
    RunStart base(RunSpec window) {
        return switch (this) {
            case CAPACITY -> Presets.named(CAPACITY_PRESET).start();
            case CAPACITY_HERE, RATES, SEEDS -> new RunStart(window);
        };
    }

    SweepDraft draft() {
        return switch (this) {
            case CAPACITY -> {
                var axes = Presets.named(CAPACITY_PRESET).axes();
                yield new SweepDraft(
                        this, AxisDraft.parse(axes.getFirst()), AxisDraft.parse(axes.getLast()), 3);
            }
            case CAPACITY_HERE ->
                    new SweepDraft(
                            this,
                            AxisDraft.of(SweepParameter.HIDDEN),
                            AxisDraft.of(SweepParameter.LAMBDA2),
                            3);
            case RATES ->
                    new SweepDraft(this, AxisDraft.of(SweepParameter.RATE), AxisDraft.NONE, 3);
            case SEEDS -> new SweepDraft(this, AxisDraft.NONE, AxisDraft.NONE, 10);
        };
    }
}
