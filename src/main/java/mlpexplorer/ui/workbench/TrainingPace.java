package mlpexplorer.ui.workbench;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;

import mlpexplorer.training.Command;
import mlpexplorer.training.TrainingSession;

/// The pace of training: the selected pace, or full speed during a gesture.
public final class TrainingPace {
    private final TrainingSession session;
    private final DoubleProperty pace =
            new SimpleDoubleProperty(this, "pace", Double.POSITIVE_INFINITY);
    private boolean unlimited;

    TrainingPace(TrainingSession session) {
        this.session = session;
        pace.addListener((_, _, value) -> {
            unlimited = false;
            session.send(new Command.Pace(value.doubleValue()));
        });
    }

    /// The maximum epochs per second; infinity for full speed.
    public DoubleProperty limitProperty() {
        return pace;
    }

    /// Whether the run is trained faster, because of a gesture.
    public boolean isUnlimited() {
        return unlimited;
    }

    /// Trains for one update immediately.
    public void stepUpdate() {
        setUnlimited(false);
        session.send(new Command.StepUpdate());
    }

    void setUnlimited(boolean unlimited) {
        if (unlimited != this.unlimited) {
            this.unlimited = unlimited;
            session.send(new Command.Pace(unlimited ? Double.POSITIVE_INFINITY : pace.get()));
        }
    }
}
