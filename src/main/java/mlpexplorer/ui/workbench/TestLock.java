package mlpexplorer.ui.workbench;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Hides what a run does on the test part until somebody asks for it, and counts how often that was for the run at hand. A
/// new run is hidden again; one that goes on with the weights of another inherits its count. Off by default.
public final class TestLock {
    private final BooleanProperty locked = new SimpleBooleanProperty(this, "locked");
    private final ReadOnlyBooleanWrapper hidden = new ReadOnlyBooleanWrapper(this, "hidden");
    private final ReadOnlyIntegerWrapper reveals = new ReadOnlyIntegerWrapper(this, "reveals");

    public TestLock(ReadOnlyObjectProperty<CurrentRun> run) {
        locked.addListener((_, _, now) -> hidden.set(now));
        run.addListener((_, _, next) -> begin(next));
    }

    /// Whether test numbers are kept back at all.
    public BooleanProperty lockedProperty() {
        return locked;
    }

    /// Whether they are kept back now.
    public ReadOnlyBooleanProperty hiddenProperty() {
        return hidden.getReadOnlyProperty();
    }

    /// How often the test numbers of this run were asked for.
    public ReadOnlyIntegerProperty revealsProperty() {
        return reveals.getReadOnlyProperty();
    }

    /// Shows the test numbers of this run.
    public void reveal() {
        if (hidden.get()) {
            reveals.set(reveals.get() + 1);
            hidden.set(false);
        }
    }

    private void begin(CurrentRun next) {
        if (!next.goesOn()) {
            reveals.set(0);
        }
        hidden.set(locked.get());
    }
}
