package mlpexplorer.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.ReadOnlyObjectWrapper;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;

import org.junit.jupiter.api.Test;

class TestLockTest {
    private final ReadOnlyObjectWrapper<CurrentRun> run =
            new ReadOnlyObjectWrapper<>(run(1, false));
    private final TestLock lock = new TestLock(run.getReadOnlyProperty());

    @Test
    void nothingIsHiddenUntilTheLockIsOn() {
        assertThat(lock.hiddenProperty().get()).isFalse();
        lock.reveal();
        assertThat(lock.revealsProperty().get()).isZero();
        lock.lockedProperty().set(true);
        assertThat(lock.hiddenProperty().get()).isTrue();
    }

    @Test
    void eachRevealCountsOnce() {
        lock.lockedProperty().set(true);
        lock.reveal();
        lock.reveal();
        assertThat(lock.hiddenProperty().get()).isFalse();
        assertThat(lock.revealsProperty().get()).isOne();
    }

    @Test
    void aNewRunIsHiddenAgainAndWasNeverRevealed() {
        lock.lockedProperty().set(true);
        lock.reveal();
        run.set(run(2, false));
        assertThat(lock.hiddenProperty().get()).isTrue();
        assertThat(lock.revealsProperty().get()).isZero();
    }

    @Test
    void aRunThatGoesOnKeepsTheCount() {
        lock.lockedProperty().set(true);
        lock.reveal();
        run.set(run(2, true));
        lock.reveal();
        assertThat(lock.revealsProperty().get()).isEqualTo(2);
    }

    private static CurrentRun run(long generation, boolean continues) {
        return new CurrentRun(generation, new RunStart(new RunSpec()), continues);
    }
}
