package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.landscape.LossGrid;
import mlpexplorer.nn.landscape.WeightPlane;
import mlpexplorer.ui.controls.ThemeChoice;
import mlpexplorer.ui.field.Landscape;
import mlpexplorer.ui.landscape.LandscapeView;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The loss landscape in the window.
class LandscapeIT extends WindowTestCase {

    private LandscapeView view() {
        return lookup("#landscape-view").queryAs(LandscapeView.class);
    }

    private Landscape landscape() {
        return view().landscape().orElseThrow();
    }

    private void openTab(ThemeChoice theme, DataSpec data) {
        open(theme, ScreenshotsIT.withEpochs(60, new RunSpec().withData(data)));
        selectTab("#side-tabs", "landscape-tab");
    }

    /// Waits for the landscape of the whole run.
    private void awaitPath() {
        await(() ->
                view().landscape()
                        .filter(known ->
                                known.paths().getFirst().run().path().steps().getLast().epoch()
                                        == frame().lastEpoch())
                        .isPresent());
    }

    private void choose(WeightPlane.Kind kind) {
        interact(() -> lookup("#landscape-plane").<WeightPlane.Kind>queryComboBox().setValue(kind));
        await(() -> view().landscape().filter(l -> l.plane().kind() == kind).isPresent());
        awaitPath();
    }

    @Test
    void showsThePathOfTheRunAndFollowsTheTimeline() throws IOException {
        openTab(ThemeChoice.LIGHT, new DataSpec.Spiral());
        await(() -> labelText("#landscape-message").contains("train at least one epoch"));
        trainToTheEnd();
        awaitPath();
        assertThat(labelText("#landscape-caption")).contains("Lorch 2016").contains("%");
        take("landscape");

        Landscape before = landscape();
        interact(() -> workbench().seek(20));
        await(() -> epoch() == 20);
        await(() -> labelText("#landscape-reading").startsWith("Epoch 20:"));
        assertThat(landscape()).isSameAs(before);
        take("landscape-past");
    }

    @Test
    void everyPlaneAndPartIsDrawn() throws IOException {
        openTab(ThemeChoice.DARK, new DataSpec.Moons());
        trainToTheEnd();
        choose(WeightPlane.Kind.RANDOM);
        take("landscape-random");
        assertThat(lookup("#save-losses-button").query().localToScene(0, 0).getY())
                .isLessThan(on("#landscape-plane", 0, 1).getY());
        Landscape first = landscape();
        interact(() -> lookup("#landscape-reseed").queryButton().fire());
        await(() -> landscape() != first);
        assertThat(landscape().request().seed()).isEqualTo(2);
        choose(WeightPlane.Kind.LINE);
        take("landscape-line");
        choose(WeightPlane.Kind.PRINCIPAL);
        interact(() -> lookup("#landscape-validation").<ToggleButton>query().fire());
        await(() -> landscape().request().samples().rows() == frame().split().validation().rows());
        take("landscape-validation");
    }

    @Test
    void theKeyboardReadsTheLossAndChangesTheExtent() {
        openTab(ThemeChoice.LIGHT, new DataSpec.Circles());
        trainToTheEnd();
        awaitPath();
        interact(() -> lookup("#landscape-chart").query().requestFocus());
        type(KeyCode.RIGHT, KeyCode.UP);
        assertThat(labelText("#landscape-reading")).startsWith("Loss ").contains("at (");
        assertThat(lookup("#landscape-chart").query().getAccessibleText())
                .startsWith("Loss landscape. Loss ");
        LossGrid.Extent extent = landscape().grid().extent();
        type(KeyCode.MINUS);
        await(() -> landscape().grid().extent().width() > 1.9 * extent.width());
        assertThat(lookup("#landscape-extent").<ComboBox<Double>>query().getValue()).isEqualTo(2);
        type(KeyCode.ESCAPE);
        assertThat(labelText("#landscape-reading")).startsWith("Epoch ");
    }

    @Test
    void lossesAreSavedAsATable() throws IOException {
        openTab(ThemeChoice.LIGHT, new DataSpec.PlaneSurface());
        trainToTheEnd();
        awaitPath();
        Path file = home.resolve("losses.csv");
        answer.set(Optional.of(file));
        interact(() -> lookup("#save-losses-button").queryButton().fire());
        await(() -> Files.exists(file));
        List<String> lines = Files.readAllLines(file);
        Landscape shown = landscape();
        assertThat(lines.getFirst()).isEqualTo("x,y,train_loss,run,epoch");
        assertThat(lines)
                .hasSize(
                        1
                                + shown.grid().losses().length
                                + shown.paths().getFirst().places().size());
        assertThat(lines.get(1)).endsWith("," + shown.grid().losses()[0] + ",,");
        double last = frame().metrics().train().loss() + frame().metrics().penalty();
        assertThat(Double.parseDouble(lines.getLast().split(",")[2])).isCloseTo(last, within(1e-9));
    }
}
