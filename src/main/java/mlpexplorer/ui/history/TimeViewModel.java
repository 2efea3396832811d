package mlpexplorer.ui.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import mlpexplorer.ui.workbench.Workbench;

/// Where in its time the run is shown, and the verbs that go elsewhere. Of the places that a drag or a film asks for only
/// the newest counts, and the next is sent when the one before has been shown, so nothing queues up.
final class TimeViewModel {
    /// A seek that takes longer than this gives way to a newer one.
    static final long PATIENCE_NANOS = 250_000_000;
    /// A film at single speed: this many epochs a second, but for long runs this many seconds.
    private static final double EPOCHS_PER_SECOND = 40;
    private static final double LONGEST_SECONDS = 10;

    private final Workbench workbench;
    private final ReadOnlyLongWrapper shown = new ReadOnlyLongWrapper(this, "shown");
    private final ReadOnlyLongWrapper first = new ReadOnlyLongWrapper(this, "first");
    private final ReadOnlyLongWrapper last = new ReadOnlyLongWrapper(this, "last");
    private final ReadOnlyObjectWrapper<List<Moment>> moments = new ReadOnlyObjectWrapper<>(this, "moments", List.of());
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final BooleanProperty loop = new SimpleBooleanProperty(this, "loop");
    private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", 1);
    private final BestEpoch best = new BestEpoch();
    private Optional<Frame> seen = Optional.empty();
    private Optional<Long> wanted = Optional.empty();
    private boolean underWay;
    private long sentAt;
    private boolean paused;
    private double place;
    private long filmAt;

    TimeViewModel(Workbench workbench) {
        this.workbench = workbench;
    }

    /// The epoch that is shown, or asked for.
    ReadOnlyLongProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// The first epoch that can be shown.
    ReadOnlyLongProperty firstProperty() {
        return first.getReadOnlyProperty();
    }

    /// How far the run has come.
    ReadOnlyLongProperty lastProperty() {
        return last.getReadOnlyProperty();
    }

    /// Best validation and live changes, of the epochs that can be shown.
    ReadOnlyObjectProperty<List<Moment>> momentsProperty() {
        return moments.getReadOnlyProperty();
    }

    /// Whether the film is played.
    ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /// Whether the film begins again at its end.
    BooleanProperty loopProperty() {
        return loop;
    }

    /// Times single speed.
    DoubleProperty speedProperty() {
        return speed;
    }

    /// Shows an epoch of the past; ends the film.
    void seek(long epoch) {
        playing.set(false);
        want(epoch);
    }

    /// Moves by so many epochs within what has been trained.
    void step(int epochs) {
        seek(shown.get() + epochs);
    }

    /// Back to where the run has come.
    void toNow() {
        seek(last.get());
    }

    private void want(long epoch) {
        long target = Math.clamp(epoch, first.get(), last.get());
        wanted = Optional.of(target);
        shown.set(target);
    }

    /// Plays from the epoch that is shown, from the start if that is the last one; or stops.
    void playOrStop(long now) {
        boolean play = !playing.get() && last.get() > first.get();
        playing.set(play);
        if (play) {
            place = shown.get() >= last.get() ? first.get() : shown.get();
            filmAt = now;
            paused = false;
            want((long) place);
        }
    }

    /// Takes in the newest frame, moves the film on, and sends what is wanted; once a pulse.
    void pulse(long now) {
        Optional<Frame> frame = workbench.frameProperty().get();
        boolean fresh = frame.isPresent() && !frame.equals(seen);
        if (fresh) {
            take(frame.get());
            seen = frame;
        }
        if (playing.get()) {
            playOn(now);
        }
        if (wanted.isPresent() && (!underWay || now - sentAt > PATIENCE_NANOS)) {
            workbench.seek(wanted.get());
            wanted = Optional.empty();
            underWay = true;
            sentAt = now;
        }
    }

    private void take(Frame frame) {
        boolean running = frame.phase() instanceof Phase.Running;
        boolean another = seen.filter(before -> before.generation() != frame.generation()).isPresent();
        if (another || (playing.get() && paused && running)) {
            playing.set(false);
            wanted = Optional.empty();
            underWay = false;
        }
        paused |= !running;
        underWay &= running;
        first.set(frame.firstEpoch());
        last.set(frame.lastEpoch());
        if (!underWay && wanted.isEmpty()) {
            shown.set(frame.epoch());
        }
        List<Moment> now = momentsOf(frame);
        if (!now.equals(moments.get())) {
            moments.set(now);
        }
    }

    private void playOn(long now) {
        long epochs = last.get() - first.get();
        double seconds = Math.min(LONGEST_SECONDS, epochs / EPOCHS_PER_SECOND);
        place += (now - filmAt) * 1e-9 * speed.get() * epochs / seconds;
        filmAt = now;
        if (place >= last.get()) {
            boolean again = loop.get() && shown.get() == last.get();
            playing.set(again || shown.get() < last.get());
            place = again ? first.get() : last.get();
        }
        if ((long) place != shown.get()) {
            want((long) place);
        }
    }

    private List<Moment> momentsOf(Frame frame) {
        List<Moment> found = new ArrayList<>();
        best.find(frame.log(), frame.generation(), frame.adjustments().size())
                .ifPresent(epoch -> found.add(new Moment(epoch, Moment.Kind.BEST)));
        for (Frame.Adjustment change : frame.adjustments()) {
            found.add(new Moment(change.epoch(), change.edits().isEmpty() ? Moment.Kind.CHANGE : Moment.Kind.EDIT));
        }
        found.removeIf(moment -> moment.epoch() < frame.firstEpoch());
        return List.copyOf(found);
    }
}
