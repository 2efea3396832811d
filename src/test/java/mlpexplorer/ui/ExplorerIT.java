package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.CssParser;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.training.Frame;
import mlpexplorer.training.Phase;
import mlpexplorer.ui.controls.ThemeChoice;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/// The whole window, driven by mouse and keys as a newcomer would.
class ExplorerIT extends WindowTestCase {
    @BeforeEach
    void open() {
        CssParser.errorsProperty().clear();
        open(ThemeChoice.LIGHT, new RunSpec());
    }

    @Test
    void oneClickTrainsAndAnotherPauses() {
        click("#train-button");
        await(() -> epoch() > 3);
        assertThat(labelText("#train-button")).isEqualTo("Pause");
        click("#train-button");
        await(() -> phase() instanceof Phase.Paused);
        assertThat(labelText("#train-button")).isEqualTo("Train");
        assertThat(labelText("#status-phase")).isEqualTo("Paused");
    }

    @Test
    void stepRewindAndNewSeedDoWhatTheySay() {
        click("#step-button");
        await(() -> epoch() == 1);
        click("#step-button");
        await(() -> epoch() == 2);
        click("#step-back-button");
        await(() -> epoch() == 1);
        assertThat(frame().lastEpoch()).isEqualTo(2);
        click("#rewind-button");
        await(() -> epoch() == 0 && phase() instanceof Phase.Ready);
        click("#new-seed-button");
        await(() -> workbench().spec().seeds().init() == 2);
    }

    @Test
    void aSingleUpdateIsToldInTheStatusLine() {
        await(() -> phase() instanceof Phase.Ready);
        push(KeyCode.U);
        await(() -> labelText("#status-phase").equals("Paused 1 update into epoch 1"));
        push(KeyCode.U);
        await(() -> labelText("#status-phase").equals("Paused 2 updates into epoch 1"));
        push(KeyCode.RIGHT);
        await(() -> epoch() == 1);
        await(() -> labelText("#status-phase").equals("Paused"));
    }

    @Test
    void theKeysWorkAnywhereButWhereOneTypes() {
        push(KeyCode.SPACE);
        await(() -> phase() instanceof Phase.Running);
        push(KeyCode.SPACE);
        await(() -> phase() instanceof Phase.Paused);
        long rested = epoch();
        push(KeyCode.RIGHT);
        await(() -> epoch() == rested + 1);
        push(KeyCode.LEFT);
        await(() -> epoch() == rested);
        push(KeyCode.R);
        await(() -> epoch() == 0);
        long seed = workbench().spec().seeds().init();
        doubleClickOn("#samples-field").write("n");
        assertThat(workbench().spec().seeds().init()).isEqualTo(seed);
    }

    @Test
    void draggingASliderWhileItTrainsRetrainsAtOnce() {
        click("#train-button");
        await(() -> epoch() > 3);
        show("#hidden-layer-1-slider");
        Slider units = lookup("#hidden-layer-1-slider").queryAs(Slider.class);
        drag(units.lookup(".thumb")).moveBy(60, 0).moveBy(60, 0).drop();
        int wanted = workbench().spec().model().hidden().getFirst();
        assertThat(wanted).isGreaterThan(20);
        await(() -> trainedUnits() == wanted && phase() instanceof Phase.Finished);
    }

    @Test
    void oncePeopleTrainEachDatasetTrainsWhenItIsPicked() {
        click("#train-button");
        await(() -> epoch() > 1);
        for (String name :
                List.of("moons", "spiral", "gaussians", "xor", "xortable", "iris", "circles")) {
            long before = workbench().frameProperty().get().map(Frame::generation).orElse(0L);
            click("#dataset-" + name);
            await(() ->
                    workbench()
                            .frameProperty()
                            .get()
                            .filter(frame -> frame.generation() > before && frame.epoch() > 1)
                            .isPresent());
        }
        assertThat(workbench().spec().data()).isInstanceOf(DataSpec.Circles.class);
    }

    @Test
    void aDivergedRunIsToldAndGoesOnAtOneClick() {
        assertThat(lookup("#doctor").query().isVisible()).isFalse();
        interact(() ->
                workbench()
                        .change(spec ->
                                spec.withTraining(spec.training().withRate(1000))
                                        .withModel(
                                                new ModelSpec(
                                                        List.of(32, 32),
                                                        Activation.RELU,
                                                        new Initializer.He()))));
        interact(() -> workbench().play());
        await(() -> phase() instanceof Phase.Diverged && lookup("#doctor").query().isVisible());
        assertThat(labelText("#doctor-title")).startsWith("Diverged in epoch");
        assertThat(labelText("#doctor-sentence"))
                .contains("layer", "The weights shown are the last good ones");
        click("#clip-button");
        assertThat(workbench().spec().training().clip()).contains(1.0);
        enter("#rate-field", "0.03");
        await(() -> epoch() > 3 && !lookup("#doctor").query().isVisible());
    }

    @Test
    void closingInTheMiddleOfTrainingEndsTheTrainer() {
        click("#train-button");
        await(() -> epoch() > 1);
        interact(explorer()::close);
        await(() ->
                Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("trainer")));
    }

    @Test
    void noStyleIsRefused() {
        interact(() -> stage().getScene().getRoot().applyCss());
        click("#theme-button");
        click("#theme-button");
        assertThat(CssParser.errorsProperty()).isEmpty();
    }

    private int trainedUnits() {
        return frame().mlp().spec().hidden().getFirst();
    }

    @Test
    void theDatasetTilesAreChosenByKeyboard() {
        click("#dataset-xor");
        interact(() -> lookup("#dataset-spiral").query().requestFocus());
        push(KeyCode.TAB).push(KeyCode.LEFT);
        assertThat(focused()).isEqualTo("dataset-spiral");
        assertThat(selectedTiles()).containsExactly("dataset-xor");
        assertThat(workbench().spec().data()).isInstanceOf(DataSpec.Xor.class);
        push(KeyCode.SPACE);
        assertThat(workbench().spec().data()).isInstanceOf(DataSpec.Spiral.class);
        assertThat(selectedTiles()).containsExactly("dataset-spiral");
        assertThat(workbench().isRunning()).isFalse();
        push(KeyCode.DOWN);
        assertThat(focused()).isEqualTo("dataset-hillssurface");
        push(KeyCode.LEFT).push(KeyCode.ENTER);
        assertThat(workbench().spec().data()).isInstanceOf(DataSpec.PlaneSurface.class);
    }

    private String focused() {
        return stage().getScene().getFocusOwner().getId();
    }

    private List<String> selectedTiles() {
        return lookup(".dataset-button").queryAllAs(ToggleButton.class).stream()
                .filter(ToggleButton::isSelected)
                .map(ToggleButton::getId)
                .toList();
    }

    @Test
    void aNumberThatWasTypedCountsWhenAPlotIsClicked() {
        doubleClickOn("#noise-field").write("20");
        clickOn("#boundary-surface");
        assertThat(workbench().spec().data()).isEqualTo(new DataSpec.Circles(300, 0.2));
    }
}
