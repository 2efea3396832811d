package mlpexplorer.ui.export;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Numbers;
import mlpexplorer.training.BatchSize;
import mlpexplorer.training.Frame;
import mlpexplorer.training.Phase;
import mlpexplorer.training.TrainingSpec;
import mlpexplorer.ui.workbench.Messages;
import mlpexplorer.ui.workbench.PhaseText;

import java.util.Optional;
import java.util.stream.Collectors;

/// Says in one line which run a picture shows, at which epoch, and why it ended: "Circles · 8-8
/// Tanh · SGD, rate 0.03, batch 10 · epoch 500 · Finished: all epochs done".
public final class RunCaption {

    private RunCaption() {}

    public static String of(RunSpec spec, Optional<Frame> frame) {
        TrainingSpec training = spec.training();
        String batch =
                switch (training.batch()) {
                    case BatchSize.Full() -> Messages.text("optimizer.full");
                    case BatchSize.Rows(int count) -> Integer.toString(count);
                };
        String optimizer =
                Messages.text(
                        "optimizer.summary",
                        Messages.name("optimizer", training.optimizer()),
                        Numbers.exact(training.rate()),
                        batch);
        String run =
                Messages.name("data.type", spec.data())
                        + " · "
                        + model(spec.model())
                        + " · "
                        + optimizer;
        return frame.map(shown ->
                        run
                                + " · "
                                + Messages.text("chart.mark.shown", Long.toString(shown.epoch()))
                                + end(shown))
                .orElse(run);
    }

    private static String end(Frame shown) {
        return switch (shown.phase()) {
            case Phase.Finished _, Phase.Diverged _ ->
                    " · " + PhaseText.of(shown.phase(), Optional.of(shown));
            case Phase.Ready _, Phase.Running _, Phase.Paused _, Phase.Failed _ -> "";
        };
    }

    private static String model(ModelSpec model) {
        if (model.hidden().isEmpty()) {
            return Messages.text("picture.softmax");
        }
        String units =
                model.hidden().stream().map(String::valueOf).collect(Collectors.joining("-"));
        String activation =
                model.activation().stream()
                        .map(each -> Messages.name("activation", each))
                        .collect(Collectors.joining("/"));
        return units + " " + activation;
    }
}
