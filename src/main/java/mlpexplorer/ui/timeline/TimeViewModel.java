package mlpexplorer.ui.timeline;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

import mlpexplorer.training.Frame;
import mlpexplorer.training.Phase;
import mlpexplorer.ui.workbench.ReadableFrame;
import mlpexplorer.ui.workbench.Workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The displayed epoch and navigation. Of the epochs requested by a drag or by playback only the
/// newest counts, and the next is requested when the previous one is displayed, so nothing queues
/// up.
final class TimeViewModel {
    /// A seek that takes longer than this is superseded by a newer one.
    static final long SEEK_TIMEOUT_NANOS = 250_000_000;

    /// Playback at single speed: this many epochs per second, or this many seconds for long runs.
    private static final double EPOCHS_PER_SECOND = 40;

    private static final double MAX_SECONDS = 10;

    private final Workbench workbench;
    private final ReadableFrame numbers;
    private final ReadOnlyLongWrapper shown = new ReadOnlyLongWrapper(this, "shown");
    private final ReadOnlyLongWrapper first = new ReadOnlyLongWrapper(this, "first");
    private final ReadOnlyLongWrapper last = new ReadOnlyLongWrapper(this, "last");
    private final ReadOnlyObjectWrapper<List<Mark>> moments =
            new ReadOnlyObjectWrapper<>(this, "moments", List.of());
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final BooleanProperty loop = new SimpleBooleanProperty(this, "loop");
    private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", 1);
    private Optional<Frame> seen = Optional.empty();
    private Optional<Long> wanted = Optional.empty();
    private boolean pending;
    private long sentAt;
    private boolean paused;
    private double place;
    private long playedAt;

    TimeViewModel(Workbench workbench, ReadableFrame numbers) {
        this.workbench = workbench;
        this.numbers = numbers;
    }

    /// The displayed or requested epoch.
    ReadOnlyLongProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// The first available epoch.
    ReadOnlyLongProperty firstProperty() {
        return first.getReadOnlyProperty();
    }

    /// The last epoch of the run.
    ReadOnlyLongProperty lastProperty() {
        return last.getReadOnlyProperty();
    }

    /// The best validation epoch and live changes among the available epochs.
    ReadOnlyObjectProperty<List<Mark>> momentsProperty() {
        return moments.getReadOnlyProperty();
    }

    /// Whether playback is running.
    ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /// Whether playback loops.
    BooleanProperty loopProperty() {
        return loop;
    }

    /// Playback speed, 1 for single speed.
    DoubleProperty speedProperty() {
        return speed;
    }

    /// Shows an earlier epoch; stops playback.
    void seek(long epoch) {
        playing.set(false);
        requestEpoch(epoch);
    }

    /// Moves by a number of epochs within the trained range.
    void step(int epochs) {
        seek(shown.get() + epochs);
    }

    /// Returns to the last epoch of the run.
    void showLatest() {
        seek(last.get());
    }

    private void requestEpoch(long epoch) {
        long target = Math.clamp(epoch, first.get(), last.get());
        wanted = Optional.of(target);
        shown.set(target);
    }

    /// Starts playback from the displayed epoch (from the first if it is the last), or stops it.
    void playOrStop(long now) {
        boolean play = !playing.get() && last.get() > first.get();
        playing.set(play);
        if (play) {
            place = shown.get() >= last.get() ? first.get() : shown.get();
            playedAt = now;
            paused = false;
            requestEpoch((long) place);
        }
    }

    /// Accepts the newest frame, advances playback and sends requests. Call once per pulse.
    void pulse(long now) {
        Optional<Frame> frame = numbers.frameProperty().get();
        boolean fresh = frame.isPresent() && !frame.equals(seen);
        if (fresh) {
            take(frame.get());
            seen = frame;
        }
        if (playing.get()) {
            advancePlayback(now);
        }
        if (wanted.isPresent() && (!pending || now - sentAt > SEEK_TIMEOUT_NANOS)) {
            workbench.seek(wanted.get());
            wanted = Optional.empty();
            pending = true;
            sentAt = now;
        }
    }

    private void take(Frame frame) {
        boolean running = frame.phase() instanceof Phase.Running;
        boolean another =
                seen.filter(before -> before.generation() != frame.generation()).isPresent();
        if (another || (playing.get() && paused && running)) {
            playing.set(false);
            wanted = Optional.empty();
            pending = false;
        }
        paused |= !running;
        pending &= running;
        first.set(frame.firstEpoch());
        last.set(frame.lastEpoch());
        if (!pending && wanted.isEmpty()) {
            shown.set(frame.epoch());
        }
        List<Mark> now = momentsOf(frame);
        if (!now.equals(moments.get())) {
            moments.set(now);
        }
    }

    private void advancePlayback(long now) {
        long epochs = last.get() - first.get();
        double seconds = Math.min(MAX_SECONDS, epochs / EPOCHS_PER_SECOND);
        place += (now - playedAt) * 1e-9 * speed.get() * epochs / seconds;
        playedAt = now;
        if (place >= last.get()) {
            boolean again = loop.get() && shown.get() == last.get();
            playing.set(again || shown.get() < last.get());
            place = again ? first.get() : last.get();
        }
        if ((long) place != shown.get()) {
            requestEpoch((long) place);
        }
    }

    private List<Mark> momentsOf(Frame frame) {
        List<Mark> found = new ArrayList<>();
        frame.log().best().ifPresent(epoch -> found.add(new Mark(epoch, Mark.Kind.BEST)));
        for (Frame.Adjustment change : frame.adjustments()) {
            found.add(
                    new Mark(
                            change.epoch(),
                            change.edits().isEmpty() ? Mark.Kind.CHANGE : Mark.Kind.EDIT));
        }
        found.removeIf(mark -> mark.epoch() < frame.firstEpoch());
        return List.copyOf(found);
    }

    /// A mark on the timeline.
    ///
    /// @param epoch epoch of the mark
    /// @param kind kind of event
    record Mark(long epoch, Kind kind) {
        enum Kind {
            BEST,
            CHANGE,
            EDIT
        }
    }
}
