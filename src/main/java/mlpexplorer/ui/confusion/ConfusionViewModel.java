package mlpexplorer.ui.confusion;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import mlpexplorer.data.Split;
import mlpexplorer.data.Split.Part;
import mlpexplorer.nn.ConfusionMatrix;
import mlpexplorer.nn.Predictions;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Task;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.concurrent.LatestJobRunner;
import mlpexplorer.ui.workbench.ConfusionCell;
import mlpexplorer.ui.workbench.Workbench;

import java.util.List;
import java.util.Optional;

/// The confusion matrix of one part, recomputed in the background a few times per second during a
/// run.
final class ConfusionViewModel {
    private static final long MIN_INTERVAL_NANOS = 150_000_000;

    private final Workbench workbench;
    private final ReadOnlyObjectWrapper<Part> part =
            new ReadOnlyObjectWrapper<>(this, "part", Part.VALIDATION);
    private final ReadOnlyObjectWrapper<Optional<Confusion>> confusion =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ConfusionCell>> selected =
            new ReadOnlyObjectWrapper<>(this, "selected", Optional.empty());
    private final LatestJobRunner<Question, Confusion> follower;
    private Optional<Question> asked = Optional.empty();
    private boolean chosen;

    /// A part of a frame to count.
    private record Question(Frame frame, Part part) {}

    /// A matrix and its source.
    record Confusion(Split split, ConfusionMatrix matrix) {
        List<String> classNames() {
            return split.dataset().classNames();
        }
    }

    ConfusionViewModel(Workbench workbench, Jobs jobs) {
        this.workbench = workbench;
        follower =
                new LatestJobRunner<>(
                        jobs,
                        MIN_INTERVAL_NANOS,
                        ConfusionViewModel::count,
                        found -> confusion.set(Optional.of(found)));
        part.addListener(_ -> {
            follower.cancel();
            selected.set(Optional.empty());
        });
    }

    /// The counted part; by default the validation part, or the training part if there is none.
    ReadOnlyObjectProperty<Part> partProperty() {
        return part.getReadOnlyProperty();
    }

    void choose(Part wanted) {
        chosen = true;
        part.set(wanted);
    }

    /// The cell whose rows are shown beside the matrix.
    ReadOnlyObjectProperty<Optional<ConfusionCell>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// Selects a cell of the matrix; if it is selected, clears the selection.
    void select(int truth, int predicted) {
        Optional<ConfusionCell> wanted =
                Optional.of(new ConfusionCell(part.get(), truth, predicted));
        selected.set(selected.get().equals(wanted) ? Optional.empty() : wanted);
    }

    void clearSelection() {
        selected.set(Optional.empty());
    }

    /// The newest matrix; empty before the first.
    ReadOnlyObjectProperty<Optional<Confusion>> confusionProperty() {
        return confusion.getReadOnlyProperty();
    }

    /// Call once per pulse while the pane is visible.
    void pulse(long now) {
        if (!chosen) {
            workbench
                    .frameProperty()
                    .get()
                    .ifPresent(frame ->
                            part.set(
                                    frame.split().validation().rows() > 0
                                            ? Part.VALIDATION
                                            : Part.TRAIN));
        }
        Optional<Question> wanted =
                workbench
                        .frameProperty()
                        .get()
                        .filter(frame -> frame.mlp().task() instanceof Task.Classification)
                        .map(frame -> new Question(frame, part.get()));
        if (wanted.isPresent() && !wanted.equals(asked)) {
            boolean otherData =
                    asked.filter(before -> before.frame().split() == wanted.get().frame().split())
                            .isEmpty();
            if (otherData) {
                follower.cancel();
                clearSelection();
            }
            asked = wanted;
            follower.submit(wanted.get());
        }
        follower.pulse(now);
    }

    private static Optional<Confusion> count(Question question) {
        Frame frame = question.frame();
        Samples samples = frame.split().part(question.part());
        return Predictions.of(
                        frame.mlp(),
                        frame.parameters(),
                        samples,
                        frame.mlp().workspace(Predictions.CHUNK),
                        () -> Thread.currentThread().isInterrupted())
                .map(said ->
                        new Confusion(
                                frame.split(),
                                ConfusionMatrix.of(said, samples, frame.mlp().outputs())));
    }
}
