package mlpexplorer.ui.boundary;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import mlpexplorer.data.Split;
import mlpexplorer.nn.Predictions;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Task;
import mlpexplorer.nn.Workspace;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.concurrent.LatestJobRunner;
import mlpexplorer.ui.workbench.ConfusionCell;

import java.util.BitSet;
import java.util.Optional;

/// Finds the errors at the points of the newest frame, or the points of a cell of the confusion
/// matrix, in the background. FX thread.
final class Mistakes {
    private static final long MIN_INTERVAL_NANOS = 10_000_000;

    private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted");
    private final ObjectProperty<Optional<ConfusionCell>> cell =
            new SimpleObjectProperty<>(this, "cell", Optional.empty());
    private final ReadOnlyObjectWrapper<Errors> errors =
            new ReadOnlyObjectWrapper<>(new Errors.None());
    private final LatestJobRunner<Question, Found> follower;
    private Optional<Frame> newest = Optional.empty();

    /// The errors at all points, in the order training, validation and test part. The contents must
    /// not be modified.
    sealed interface Errors {
        /// Not wanted, or not known yet.
        record None() implements Errors {}

        /// The misclassified points, or those of the cell.
        record Wrong(BitSet positions) implements Errors {}

        /// The predicted values of a regression, in the data's units.
        record Predicted(double[] values) implements Errors {}
    }

    private record Question(Frame frame, Optional<ConfusionCell> cell) {}

    private record Found(Split split, Errors errors) {}

    Mistakes(Jobs jobs) {
        follower = new LatestJobRunner<>(jobs, MIN_INTERVAL_NANOS, Mistakes::find, this::show);
        wanted.addListener(_ -> restart());
        cell.addListener(_ -> restart());
    }

    BooleanProperty wantedProperty() {
        return wanted;
    }

    /// The cell whose points are found instead of all errors, enabled or not.
    ObjectProperty<Optional<ConfusionCell>> cellProperty() {
        return cell;
    }

    private boolean isActive() {
        return wanted.get() || cell.get().isPresent();
    }

    private void restart() {
        follower.cancel();
        if (isActive()) {
            newest.ifPresent(this::ask);
        } else {
            errors.set(new Errors.None());
        }
    }

    private void ask(Frame frame) {
        follower.submit(new Question(frame, cell.get()));
    }

    /// The newest errors.
    ReadOnlyObjectProperty<Errors> errorsProperty() {
        return errors.getReadOnlyProperty();
    }

    void follow(Frame frame) {
        if (newest.filter(before -> before.split() == frame.split()).isEmpty()) {
            forget();
        }
        newest = Optional.of(frame);
        if (isActive()) {
            ask(frame);
        }
    }

    void forget() {
        newest = Optional.empty();
        follower.cancel();
        errors.set(new Errors.None());
    }

    void pulse(long now) {
        follower.pulse(now);
    }

    private void show(Found found) {
        if (newest.filter(frame -> frame.split() == found.split()).isPresent()) {
            errors.set(found.errors());
        }
    }

    private static Optional<Found> find(Question question) {
        return switch (question.frame().mlp().task()) {
            case Task.Classification _ -> wrong(question.frame(), question.cell());
            case Task.Regression() -> predicted(question.frame());
        };
    }

    private static Optional<Found> predicted(Frame frame) {
        Split split = frame.split();
        double[] all = new double[split.dataset().rows()];
        Workspace w = frame.mlp().workspace(Predictions.CHUNK);
        int position = 0;
        for (Split.Part part : Split.Part.values()) {
            Optional<double[]> values = frame.predictions(part, w);
            if (values.isEmpty()) {
                return Optional.empty();
            }
            System.arraycopy(values.get(), 0, all, position, values.get().length);
            position += values.get().length;
        }
        return Optional.of(new Found(split, new Errors.Predicted(all)));
    }

    private static Optional<Found> wrong(Frame frame, Optional<ConfusionCell> cell) {
        Split split = frame.split();
        BitSet wrong = new BitSet(split.dataset().rows());
        Workspace w = frame.mlp().workspace(Predictions.CHUNK);
        int position = 0;
        for (Split.Part name : Split.Part.values()) {
            Samples part = split.part(name);
            Optional<Predictions> predictions =
                    Predictions.of(
                            frame.mlp(),
                            frame.parameters(),
                            part,
                            w,
                            () -> Thread.currentThread().isInterrupted());
            if (predictions.isEmpty()) {
                return Optional.empty();
            }
            for (int i = 0; i < part.rows(); i++) {
                int row = i;
                boolean ringed =
                        cell.map(at ->
                                        at.part() == name
                                                && at.contains(part, predictions.get(), row))
                                .orElse(predictions.get().predicted()[i] != part.label(i));
                wrong.set(position++, ringed);
            }
        }
        return Optional.of(new Found(split, new Errors.Wrong(wrong)));
    }
}
