package mlpexplorer.ui.labs;

import mlpexplorer.data.DataShape;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Numbers;
import mlpexplorer.training.BatchSize;
import mlpexplorer.training.TrainingSpec;
import mlpexplorer.ui.workbench.Messages;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says in a few words what a lab was run on.
final class SpecText {
    private SpecText() {}

    /// `Circles, 300 rows · 2-8-8-2 Tanh · SGD, rate 0.03, batch 10`
    static String of(RunSpec spec) {
        TrainingSpec training = spec.training();
        String batch =
                switch (training.batch()) {
                    case BatchSize.Full() -> Messages.text("optimizer.full");
                    case BatchSize.Rows(int count) -> Integer.toString(count);
                };
        String steps =
                Messages.text(
                        "optimizer.summary",
                        Messages.name("optimizer", training.optimizer()),
                        Numbers.exact(training.rate()),
                        batch);
        return dataAndNetwork(spec) + " · " + steps;
    }

    /// `Circles, 300 rows · 2-8-8-2 Tanh`
    static String dataAndNetwork(RunSpec spec) {
        String data = Messages.name("data.type", spec.data());
        String rows =
                spec.data()
                        .shape()
                        .map(shape -> Messages.text("labs.data", data, shape.rows()))
                        .orElse(data);
        return rows + " · " + network(spec);
    }

    private static String network(RunSpec spec) {
        Stream<String> ends =
                spec.data().shape().map(DataShape::features).map(String::valueOf).stream();
        Stream<String> last =
                spec.data().shape().map(DataShape::classes).map(String::valueOf).stream();
        String sizes =
                Stream.of(ends, spec.model().hidden().stream().map(String::valueOf), last)
                        .flatMap(part -> part)
                        .collect(Collectors.joining("-"));
        List<String> names =
                spec.model().activation().stream()
                        .map(a -> Messages.name("activation", a))
                        .distinct()
                        .toList();
        return spec.model().hidden().isEmpty()
                ? Messages.text("labs.softmax-regression", sizes)
                : sizes + " " + String.join("/", names);
    }
}
