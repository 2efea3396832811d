package mlpexplorer.ui.files;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mlpexplorer.data.io.MnistDownload;
import mlpexplorer.training.Latest;
import mlpexplorer.ui.fx.Jobs;
import mlpexplorer.ui.workbench.Texts;

/// The download of MNIST from the offer to its end.
final class MnistViewModel {
    private static final double NANOS = 1e-9;
    /// Earlier than this nobody can say how long it will take.
    private static final double LEAST_SECONDS = 1;

    /// Fetches the files in the calling thread, until it is interrupted.
    interface Download {
        void run(Consumer<MnistDownload.Progress> progress) throws Exception;
    }

    /// What the card shows.
    sealed interface State {
        /// Not on screen.
        record Hidden() implements State {}

        /// Asks whether to begin.
        record Offered() implements State {}

        /// @param share   of all bytes, 0 to 1; negative before the first ones have come
        /// @param figures in words
        record Loading(double share, String figures) implements State {}

        /// @param sentence why, and what to do
        record Stopped(String sentence) implements State {}
    }

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", new State.Hidden());
    private final Jobs jobs;
    private final Download download;
    private final Runnable onDone;
    private Latest<MnistDownload.Progress> news = new Latest<>();
    private Optional<Jobs.Job> job = Optional.empty();
    private long begunAt;
    private long bytesAtBegin = -1;

    /// @param onDone told when all files are there
    MnistViewModel(Jobs jobs, Download download, Runnable onDone) {
        this.jobs = jobs;
        this.download = download;
        this.onDone = onDone;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Shows the offer, unless a download is under way already.
    void offer() {
        if (job.isEmpty()) {
            state.set(new State.Offered());
        }
    }

    void start(long now) {
        Latest<MnistDownload.Progress> fresh = new Latest<>();
        news = fresh;
        begunAt = now;
        bytesAtBegin = -1;
        state.set(new State.Loading(-1, Texts.text("mnist.connecting")));
        job = Optional.of(jobs.run(
                () -> {
                    download.run(fresh::publish);
                    return true;
                },
                _ -> done(), this::failed));
    }

    /// Stops the download at once; what has arrived is kept.
    void cancel() {
        job.ifPresent(Jobs.Job::cancel);
        job = Optional.empty();
        state.set(new State.Stopped(Texts.text("mnist.cancelled")));
    }

    void hide() {
        job.ifPresent(Jobs.Job::cancel);
        job = Optional.empty();
        state.set(new State.Hidden());
    }

    /// Shows how far it has come; once a pulse.
    void pulse(long now) {
        if (job.isPresent()) {
            news.poll().ifPresent(progress -> show(progress, (now - begunAt) * NANOS));
        }
    }

    private void show(MnistDownload.Progress progress, double seconds) {
        if (bytesAtBegin < 0) {
            bytesAtBegin = progress.bytes();
        }
        double rate = (progress.bytes() - bytesAtBegin) / seconds;
        String figures = Texts.text("mnist.figures", megabytes(progress.bytes()), megabytes(progress.total()));
        boolean known = seconds > LEAST_SECONDS && rate > 0;
        String left = known ? Texts.text("mnist.left", (long) Math.ceil((progress.total() - progress.bytes()) / rate)) : "";
        state.set(new State.Loading((double) progress.bytes() / progress.total(), figures + left));
    }

    private static double megabytes(long bytes) {
        return bytes * 1e-6;
    }

    private void done() {
        job = Optional.empty();
        state.set(new State.Hidden());
        onDone.run();
    }

    private void failed(Exception failure) {
        job = Optional.empty();
        boolean cancelled = failure instanceof InterruptedException || failure instanceof CancellationException;
        state.set(new State.Stopped(cancelled ? Texts.text("mnist.cancelled") : String.valueOf(failure.getMessage())));
    }
}
