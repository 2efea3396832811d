package mlpexplorer.ui.labs;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;

import mlpexplorer.data.io.UserError;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.controls.Messages;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/// The background task of a lab: at most one at a time, cancelable, with a one-sentence status.
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

    /// Progress, 0 to 1; negative if unknown. Set by the lab.
    DoubleProperty progressProperty() {
        return progress;
    }

    /// The status: subject, result or error.
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /// Replaces the status.
    void setStatus(String text) {
        message.set(text);
    }

    /// Runs `task` in the background, replacing a running one. The task receives a stop condition,
    /// true when canceled or when the jobs are closed. `subject` describes it, and `done` receives
    /// the result and returns the status.
    <T> void start(String subject, Function<BooleanSupplier, T> task, Function<T, String> done) {
        cancel();
        progress.set(-1);
        running.set(true);
        message.set(subject);
        Consumer<T> finished =
                outcome -> {
                    end();
                    message.set(done.apply(outcome));
                };
        work =
                Optional.of(
                        jobs.run(
                                () -> task.apply(Thread.currentThread()::isInterrupted),
                                finished,
                                this::failed));
    }

    /// Cancels the task and discards its result.
    void cancel() {
        work.ifPresent(job -> {
            job.cancel();
            end();
            message.set(Messages.text("labs.canceled"));
        });
    }

    private void failed(Exception failure) {
        end();
        message.set(Messages.text("labs.failed", UserError.message(failure)));
    }

    private void end() {
        work = Optional.empty();
        running.set(false);
        progress.set(0);
    }
}
