package mlpexplorer.ui.export;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecText;
import mlpexplorer.nn.Numbers;
import mlpexplorer.training.Frame;
import mlpexplorer.training.Phase;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.workbench.PhaseText;

import java.util.Optional;

/// One line that describes the run of a picture, its epoch, and why it ended: "Circles · 8-8 Tanh ·
/// SGD, rate 0.03, batch 10 · epoch 500 · Finished: all epochs done".
public final class RunCaption {

    private RunCaption() {}

    public static String of(RunSpec spec, Optional<Frame> frame) {
        return frame.map(shown ->
                        SpecText.of(spec)
                                + " · "
                                + Messages.text("chart.mark.shown", Numbers.count(shown.epoch()))
                                + end(shown))
                .orElseGet(() -> SpecText.withStop(spec));
    }

    private static String end(Frame shown) {
        return switch (shown.phase()) {
            case Phase.Finished _, Phase.Diverged _ ->
                    " · " + PhaseText.of(shown.phase(), Optional.of(shown));
            case Phase.Ready _, Phase.Running _, Phase.Paused _, Phase.Failed _ -> "";
        };
    }
}
