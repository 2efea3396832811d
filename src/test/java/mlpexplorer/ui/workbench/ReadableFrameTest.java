package mlpexplorer.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.training.Frame;
import mlpexplorer.training.Phase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class ReadableFrameTest {
    private static final long MILLISECOND = 1_000_000;

    private final Workbench workbench = new Workbench(new RunSpec());
    private final List<Frame> running = new ArrayList<>();
    private final ObjectProperty<Optional<Frame>> newest =
            new SimpleObjectProperty<>(Optional.empty());
    private long now;
    private final ReadableFrame shown = new ReadableFrame(newest, () -> now);

    @BeforeEach
    void train() {
        workbench
                .frameProperty()
                .subscribe(frame ->
                        frame.filter(one -> one.phase() instanceof Phase.Running)
                                .ifPresent(running::add));
        workbench.play();
        Pulses.until(workbench, () -> running.size() >= 3);
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    private Optional<Frame> at(long milliseconds, Frame frame) {
        now = milliseconds * MILLISECOND;
        newest.set(Optional.of(frame));
        return shown.frameProperty().get();
    }

    @Test
    void numbersOfARunChangeAtAReadableRate() {
        assertThat(at(0, running.get(0))).contains(running.get(0));
        assertThat(at(59, running.get(1))).contains(running.get(0));
        assertThat(at(60, running.get(2))).contains(running.get(2));
    }

    @Test
    void theEndAndTheStartOfTrainingAreShownAtOnceAndSoIsNoRun() {
        at(0, running.getFirst());
        workbench.pause();
        Pulses.until(workbench, () -> !(workbench.phaseProperty().get() instanceof Phase.Running));
        Frame paused = workbench.frameProperty().get().orElseThrow();
        assertThat(at(1, paused)).contains(paused);
        assertThat(at(2, running.get(2))).contains(running.get(2));
        newest.set(Optional.empty());
        assertThat(shown.frameProperty().get()).isEmpty();
    }
}
