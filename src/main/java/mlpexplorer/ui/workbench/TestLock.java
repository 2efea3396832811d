package mlpexplorer.ui.workbench;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;

import mlpexplorer.experiment.lesson.Control;

/// Hides test metrics until revealed, and counts the reveals of the current run. A new run is
/// hidden again; one that continues with the weights of another inherits its count. Off by default.
public final class TestLock {
    private final BooleanProperty locked = new SimpleBooleanProperty(this, "locked");
    private final ReadOnlyBooleanWrapper forced = new ReadOnlyBooleanWrapper(this, "forced");
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper(this, "active");
    private final ReadOnlyBooleanWrapper hidden = new ReadOnlyBooleanWrapper(this, "hidden");
    private final ReadOnlyIntegerWrapper reveals = new ReadOnlyIntegerWrapper(this, "reveals");

    public TestLock(ReadOnlyObjectProperty<CurrentRun> run) {
        active.bind(locked.or(forced));
        locked.addListener((_, _, now) -> hidden.set(now || forced.get()));
        forced.addListener((_, _, now) -> hidden.set(now || locked.get()));
        run.addListener((_, _, next) -> begin(next));
    }

    /// Hides test metrics in the steps of a lesson that lock them.
    public void follow(ActiveLesson lesson) {
        forced.bind(lesson.atProperty().map(_ -> lesson.locks(Control.TEST)));
    }

    /// Whether the lock is on, by the user or by a lesson, which then also forbids to reveal.
    public ReadOnlyBooleanProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    /// Whether a lesson locks the test part, so that it cannot be revealed.
    public ReadOnlyBooleanProperty forcedProperty() {
        return forced.getReadOnlyProperty();
    }

    /// Whether the user has turned the lock on.
    public BooleanProperty lockedProperty() {
        return locked;
    }

    /// Whether test metrics are currently hidden.
    public ReadOnlyBooleanProperty hiddenProperty() {
        return hidden.getReadOnlyProperty();
    }

    /// The number of reveals of this run.
    public ReadOnlyIntegerProperty revealsProperty() {
        return reveals.getReadOnlyProperty();
    }

    /// Reveals the test metrics of this run.
    public void reveal() {
        if (hidden.get() && !forced.get()) {
            reveals.set(reveals.get() + 1);
            hidden.set(false);
        }
    }

    private void begin(CurrentRun next) {
        if (!next.continues()) {
            reveals.set(0);
        }
        hidden.set(active.get());
    }
}
