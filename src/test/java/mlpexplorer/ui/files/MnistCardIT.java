package mlpexplorer.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import mlpexplorer.Screenshots;
import mlpexplorer.data.io.MnistDownload.Progress;
import mlpexplorer.ui.concurrent.BackgroundJobs;
import mlpexplorer.ui.controls.RobotTestCase;
import mlpexplorer.ui.controls.Theme;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/// The card that downloads MNIST, with a download that the test is in charge of.
class MnistCardIT extends RobotTestCase {
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final AtomicBoolean offline = new AtomicBoolean();
    private final AtomicBoolean opened = new AtomicBoolean();
    private final AtomicBoolean done = new AtomicBoolean();
    private MnistCard card;
    private Stage stage;

    @Override
    public void start(Stage shared) {
        stage = new Stage();
        card =
                new MnistCard(
                        new BackgroundJobs("mnist", 1),
                        progress -> {
                            if (offline.get()) {
                                throw new IOException(
                                        "train-images could not be downloaded: check the internet"
                                                + " connection and try again.");
                            }
                            progress.accept(new Progress(2_900_000, 11_594_722));
                            try {
                                arrived.await();
                            } catch (InterruptedException e) {
                                interrupted.countDown();
                                throw e;
                            }
                        },
                        () -> opened.set(true),
                        () -> done.set(true));
        Scene scene = new Scene(new StackPane(card), 640, 360);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        card.offer();
    }

    @AfterEach
    void close() {
        interact(card::close);
        interact(stage::hide);
    }

    @Test
    void filesThatAreThereCanBeOpenedInstead() {
        interact(card::offer);
        clickOn("#mnist-open-button");
        assertThat(opened).isTrue();
        assertThat(card.isVisible()).isFalse();
    }

    @Test
    void aDownloadShowsHowFarItIsAndEndsByItself() throws IOException {
        take("mnist-offer");
        assertThat(labelText("#mnist-text")).contains("11.6 MB");
        clickOn("#mnist-start-button");
        until(() -> lookup("#mnist-progress").queryAs(ProgressBar.class).getProgress() > 0.2);
        assertThat(labelText("#mnist-figures")).startsWith("2.9 of 11.6 MB");
        take("mnist-loading");
        arrived.countDown();
        until(() -> !card.isVisible());
        assertThat(done.get()).isTrue();
    }

    @Test
    void cancelStopsItAtOnceAndKeepsWhatHasArrived() throws InterruptedException {
        clickOn("#mnist-start-button");
        until(() -> lookup("#mnist-progress").queryAs(ProgressBar.class).getProgress() > 0.2);
        clickOn("#mnist-cancel-button");
        interrupted.await();
        assertThat(labelText("#mnist-text")).startsWith("Canceled.");
        assertThat(done.get()).isFalse();
    }

    @Test
    void withoutANetworkItSaysSoAndCanBeTriedAgain() throws IOException {
        offline.set(true);
        clickOn("#mnist-start-button");
        until(() -> labelText("#mnist-text").contains("internet connection"));
        interact(() -> lookup("#mnist-start-button").query().requestFocus());
        take("mnist-failed");
        assertThat(labelText("#mnist-start-button")).isEqualTo("Try again");
        offline.set(false);
        clickOn("#mnist-start-button");
        until(() -> lookup("#mnist-progress").query().isVisible());
    }

    private void take(String name) throws IOException {
        WritableImage[] picture = new WritableImage[1];
        Runnable restore = call(() -> Screenshots.hideFolders(stage.getScene().getRoot()));
        interact(() -> picture[0] = stage.getScene().snapshot(null));
        Screenshots.check(name, picture[0]);
        interact(restore);
    }

    private void until(BooleanSupplier condition) {
        await(() -> {
            card.pulse(System.nanoTime());
            return condition.getAsBoolean();
        });
    }
}
