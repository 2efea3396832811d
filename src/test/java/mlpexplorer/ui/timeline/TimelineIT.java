package mlpexplorer.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.training.Frame;
import mlpexplorer.training.Phase;
import mlpexplorer.ui.controls.CallingThreadJobs;
import mlpexplorer.ui.controls.RobotTestCase;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.export.FileSaver;
import mlpexplorer.ui.settings.Settings;
import mlpexplorer.ui.workbench.ReadableFrame;
import mlpexplorer.ui.workbench.Workbench;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Optional;

class TimelineIT extends RobotTestCase {
    private final AnimationTimer pump =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    workbench.pulse(now);
                    bar.pulse(System.nanoTime());
                }
            };
    @TempDir Path folder;

    @TempDir Path home;

    private Optional<Path> place = Optional.empty();
    private Stage stage;
    private Workbench workbench;
    private Timeline bar;

    @Override
    public void start(Stage shared) {
        RunSpec usual = new RunSpec();
        workbench =
                new Workbench(
                        usual.withTraining(
                                usual.training().withStop(usual.training().stop().withEpochs(80))));
        bar =
                new Timeline(
                        workbench,
                        new ReadableFrame(workbench.frameProperty(), System::nanoTime),
                        new FileSaver(
                                workbench,
                                (_, name) -> place.map(folder -> folder.resolve(name)),
                                new Settings(home),
                                Settings.Folder.EXPORTS,
                                new CallingThreadJobs()));
        stage = new Stage();
        Scene scene = new Scene(new StackPane(bar), 960, 120);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        pump.start();
    }

    @AfterEach
    void close() {
        interact(() -> {
            pump.stop();
            bar.close();
            workbench.close();
            stage.hide();
        });
    }

    @Test
    void nothingCanBeDoneBeforeTheFirstEpoch() {
        await(() -> workbench.frameProperty().get().isPresent());
        for (String id :
                new String[] {
                    "#time-play", "#time-back", "#time-forward", "#time-now", "#time-slider"
                }) {
            assertThat(lookup(id).query().isDisabled()).as(id).isTrue();
        }
    }

    @Test
    void theButtonsWalkThroughTime() {
        train();
        clickOn("#time-back");
        await(() -> frame().epoch() == 79);
        clickOn("#time-back");
        await(() -> frame().epoch() == 78);
        clickOn("#time-forward");
        await(() -> frame().epoch() == 79);
        clickOn("#time-now");
        await(() -> frame().epoch() == 80);
        assertThat(lookup("#time-last").queryAs(Label.class).getText()).isEqualTo("of 80");
    }

    @Test
    void aTypedEpochIsShown() {
        train();
        doubleClickOn("#time-epoch-field").write("33").type(KeyCode.ENTER);
        await(() -> frame().epoch() == 33);
        await(() -> Math.round(slider().getValue()) == 33);
    }

    @Test
    void anEpochThatHasNotComeIsRefused() {
        train();
        doubleClickOn("#time-epoch-field").write("81").type(KeyCode.ENTER);
        assertThat(lookup("#time-epoch-error").queryAs(Label.class).getText()).contains("80");
        assertThat(frame().epoch()).isEqualTo(80);
    }

    @Test
    void draggingGoesBackInTime() {
        train();
        await(() -> slider().getValue() == 80);
        double length = slider().getWidth();
        drag("#time-slider .thumb").moveBy(-length / 4, 0);
        await(() -> frame().epoch() > 50 && frame().epoch() < 70);
        moveBy(-length / 4, 20).drop();
        await(() -> frame().epoch() > 30 && frame().epoch() < 50);
        assertThat(slider().isValueChanging()).isFalse();
        assertThat(frame().lastEpoch()).isEqualTo(80);
        await(() -> Math.round(slider().getValue()) == frame().epoch());
    }

    @Test
    void theFilmPlaysToTheEnd() {
        train();
        clickOn("#time-play");
        await(() -> frame().epoch() > 0 && frame().epoch() < 40);
        await(() -> frame().epoch() == 80);
        await(() -> lookup("#time-play").query().getAccessibleText().startsWith("Play"));
    }

    @Test
    void aMarkLeadsToTheBestEpoch() {
        train();
        clickOn("#time-back");
        await(() -> frame().epoch() == 79);
        moveTo("#time-bar");
        clickOn(".time-mark.best");
        await(() -> frame().epoch() != 79);
        assertThat(frame().phase()).isNotInstanceOf(Phase.Running.class);
    }

    @Test
    void aFilmIsSavedAndTold() {
        place = Optional.of(folder);
        train();
        clickOn("#time-animation").moveBy(0, 60);
        doubleClickOn("#animation-frames-field").write("5").type(KeyCode.ENTER);
        doubleClickOn("#animation-pixels-field").write("64").type(KeyCode.ENTER);
        clickOn("#animation-save");
        await(() ->
                workbench.notice().messageProperty().get().contains("circles-8-8-boundary.gif"));
        assertThat(folder.resolve("circles-8-8-boundary.gif")).isNotEmptyFile();
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        assertThat(frame().epoch()).isEqualTo(80);
    }

    @Test
    void aFilmOfThePathIsSavedAndTold() {
        place = Optional.of(folder);
        train();
        clickOn("#time-animation").moveBy(0, 60);
        clickOn("#animation-path");
        doubleClickOn("#animation-frames-field").write("5").type(KeyCode.ENTER);
        clickOn("#animation-save");
        await(() ->
                workbench.notice().messageProperty().get().contains("circles-8-8-landscape.gif"));
        assertThat(folder.resolve("circles-8-8-landscape.gif")).isNotEmptyFile();
    }

    @Test
    void aCanceledFilmLeavesNothing() {
        place = Optional.of(folder);
        train();
        clickOn("#time-animation").moveBy(0, 60);
        doubleClickOn("#animation-frames-field").write("240").type(KeyCode.ENTER);
        doubleClickOn("#animation-pixels-field").write("1024").type(KeyCode.ENTER);
        clickOn("#animation-save");
        clickOn("#animation-cancel");
        await(() -> workbench.notice().messageProperty().get().contains("canceled"));
        await(() -> folder.toFile().list().length == 0);
    }

    @Test
    void whoChoosesNoFileGetsNone() {
        train();
        clickOn("#time-animation").moveBy(0, 60);
        clickOn("#animation-save");
        assertThat(lookup("#animation-save").query().isDisabled()).isFalse();
        assertThat(lookup("#animation-progress").query().isVisible()).isFalse();
    }

    private void train() {
        interact(() -> workbench.play());
        await(() -> workbench.phaseProperty().get() instanceof Phase.Finished);
        await(() -> !lookup("#time-back").query().isDisabled());
    }

    private Slider slider() {
        return lookup("#time-slider").queryAs(Slider.class);
    }

    private Frame frame() {
        return workbench.frameProperty().get().orElseThrow();
    }
}
