package mlpexplorer.ui.files;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import mlpexplorer.data.io.MnistDownload;
import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.Numbers;
import mlpexplorer.training.LatestValue;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.controls.Messages;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// The state of the MNIST download.
final class MnistViewModel {
    private static final double NANOS = 1e-9;

    /// Minimum time before the remaining time is estimated.
    private static final double MIN_SECONDS = 1;

    /// Downloads the files on the calling thread until interrupted.
    interface Download {
        void run(Consumer<MnistDownload.Progress> progress) throws Exception;
    }

    /// The state of the card.
    sealed interface State {
        /// Hidden.
        record Hidden() implements State {}

        /// Offers the download.
        record Offered() implements State {}

        /// @param share fraction of all bytes, 0 to 1; negative before the first ones arrive
        /// @param figures progress as text
        record Loading(double share, String figures) implements State {}

        /// @param message reason, and what to do
        record Stopped(String message) implements State {}
    }

    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(this, "state", new State.Hidden());
    private final Jobs jobs;
    private final Download download;
    private final Runnable onDone;
    private LatestValue<MnistDownload.Progress> newest = new LatestValue<>();
    private Optional<Jobs.Job> job = Optional.empty();
    private long begunAt;
    private long bytesAtBegin = -1;

    /// @param onDone called when all files are available
    MnistViewModel(Jobs jobs, Download download, Runnable onDone) {
        this.jobs = jobs;
        this.download = download;
        this.onDone = onDone;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Shows the offer, unless a download is running.
    void offer() {
        if (job.isEmpty()) {
            state.set(new State.Offered());
        }
    }

    void start(long now) {
        LatestValue<MnistDownload.Progress> fresh = new LatestValue<>();
        newest = fresh;
        begunAt = now;
        bytesAtBegin = -1;
        state.set(new State.Loading(-1, Messages.text("mnist.connecting")));
        job =
                Optional.of(
                        jobs.run(
                                () -> {
                                    download.run(fresh::publish);
                                    return true;
                                },
                                _ -> done(),
                                this::failed));
    }

    /// Cancels the download; received data is kept.
    void cancel() {
        job.ifPresent(Jobs.Job::cancel);
        job = Optional.empty();
        state.set(new State.Stopped(Messages.text("mnist.canceled")));
    }

    void hide() {
        job.ifPresent(Jobs.Job::cancel);
        job = Optional.empty();
        state.set(new State.Hidden());
    }

    /// Updates the progress. Call once per pulse.
    void pulse(long now) {
        if (job.isPresent()) {
            newest.poll().ifPresent(progress -> show(progress, (now - begunAt) * NANOS));
        }
    }

    private void show(MnistDownload.Progress progress, double seconds) {
        if (bytesAtBegin < 0) {
            bytesAtBegin = progress.bytes();
        }
        double rate = (progress.bytes() - bytesAtBegin) / seconds;
        String figures =
                Messages.text(
                        "mnist.figures", megabytes(progress.bytes()), megabytes(progress.total()));
        boolean known = seconds > MIN_SECONDS && rate > 0;
        String left =
                known
                        ? Messages.text(
                                "mnist.left",
                                Numbers.duration(
                                        Math.ceil((progress.total() - progress.bytes()) / rate)))
                        : "";
        state.set(new State.Loading((double) progress.bytes() / progress.total(), figures + left));
    }

    private static String megabytes(long bytes) {
        return Numbers.fixed(bytes * 1e-6, 1);
    }

    private void done() {
        job = Optional.empty();
        state.set(new State.Hidden());
        onDone.run();
    }

    private void failed(Exception failure) {
        job = Optional.empty();
        boolean canceled =
                failure instanceof InterruptedException || failure instanceof CancellationException;
        state.set(
                new State.Stopped(
                        canceled ? Messages.text("mnist.canceled") : UserError.message(failure)));
    }
}
