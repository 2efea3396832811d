package mlpexplorer.ui.labs;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import mlpexplorer.data.io.UserError;
import mlpexplorer.ui.fx.Jobs;
import mlpexplorer.ui.workbench.Texts;

/// The work of one lab: at most one piece at a time, which can be cancelled and says in one sentence how it went.
final class LabRun {
    private final Jobs jobs;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final DoubleProperty progress = new SimpleDoubleProperty(this, "progress");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private Optional<Jobs.Job> work = Optional.empty();

    LabRun(Jobs jobs) {
        this.jobs = jobs;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// How far the work is, 0 to 1; negative while nobody knows. The lab sets it.
    DoubleProperty progressProperty() {
        return progress;
    }

    /// What the work is on, how it went, or why not.
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /// Says `sentence` in place of what was said last.
    void say(String sentence) {
        message.set(sentence);
    }

    /// Does `task` in the background, in place of what runs; it is given what tells it to stop, when it is cancelled and when the
    /// jobs are closed. `subject` says what it is about, and `done` takes the outcome and says it in a sentence.
    <T> void start(String subject, Function<BooleanSupplier, T> task, Function<T, String> done) {
        cancel();
        progress.set(-1);
        running.set(true);
        message.set(subject);
        Consumer<T> finished = outcome -> {
            end();
            message.set(done.apply(outcome));
        };
        work = Optional.of(jobs.run(() -> task.apply(Thread.currentThread()::isInterrupted), finished, this::failed));
    }

    /// Ends the work; its outcome is dropped.
    void cancel() {
        work.ifPresent(job -> {
            job.cancel();
            end();
            message.set(Texts.text("labs.cancelled"));
        });
    }

    private void failed(Exception failure) {
        end();
        message.set(Texts.text("labs.failed", String.valueOf(failure.getMessage())));
        if (!UserError.isExpected(failure)) {
            System.getLogger(LabRun.class.getName()).log(System.Logger.Level.ERROR, "A lab could not go on", failure);
        }
    }

    private void end() {
        work = Optional.empty();
        running.set(false);
        progress.set(0);
    }
}
