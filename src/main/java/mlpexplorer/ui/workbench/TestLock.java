package mlpexplorer.ui.workbench;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Hides test metrics until revealed, and counts the reveals of the current run. A new run is
/// hidden again; one that continues with the weights of another inherits its count. Off by default.
public final class TestLock {
    private final BooleanProperty locked = new SimpleBooleanProperty(this, "locked");
    private final ReadOnlyBooleanWrapper hidden = new ReadOnlyBooleanWrapper(this, "hidden");
    private final ReadOnlyIntegerWrapper reveals = new ReadOnlyIntegerWrapper(this, "reveals");

    public TestLock(ReadOnlyObjectProperty<CurrentRun> run) {
        locked.addListener((_, _, now) -> hidden.set(now));
        run.addListener((_, _, next) -> begin(next));
    }

    /// Whether the lock is on.
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
        if (hidden.get()) {
            reveals.set(reveals.get() + 1);
            hidden.set(false);
        }
    }

    private void begin(CurrentRun next) {
        if (!next.continues()) {
            reveals.set(0);
        }
        hidden.set(locked.get());
    }
}
