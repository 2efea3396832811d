package mlpexplorer.ui.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import javafx.application.Platform;
import javafx.stage.Stage;

import mlpexplorer.Wait;
import mlpexplorer.ui.controls.RobotTestCase;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

class FramePumpIT extends RobotTestCase {

    @Override
    public void start(Stage stage) {
        stage.show();
    }

    @Test
    void eachPulseCallsBackOnTheFxThread() {
        CountDownLatch pulses = new CountDownLatch(3);
        AtomicBoolean onFxThread = new AtomicBoolean(true);
        FramePump pump =
                new FramePump(() -> {
                    onFxThread.compareAndSet(true, Platform.isFxApplicationThread());
                    pulses.countDown();
                });
        interact(pump::start);
        Wait.on(pulses);
        interact(pump::close);
        assertThat(onFxThread).isTrue();
    }

    @Test
    void aStoppedPumpCallsBackNoMore() {
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(1);
        FramePump pump =
                new FramePump(() -> {
                    calls.incrementAndGet();
                    first.countDown();
                });
        interact(pump::start);
        Wait.on(first);
        interact(pump::stop);
        int before = calls.get();
        CountDownLatch others = new CountDownLatch(3);
        FramePump witness = new FramePump(others::countDown);
        interact(witness::start);
        Wait.on(others);
        interact(witness::close);
        assertThat(calls).hasValue(before);
    }

    @Test
    void aClosedPumpDoesNotStartAgain() {
        FramePump pump = new FramePump(() -> {});
        interact(pump::close);
        assertThatIllegalStateException().isThrownBy(pump::start);
    }
}
