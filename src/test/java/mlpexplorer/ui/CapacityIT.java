package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;

import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.ui.controls.ThemeChoice;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/// The strip of small boundaries in the sidebar.
class CapacityIT extends WindowTestCase {
    @Override
    boolean trainsOtherSizes() {
        return true;
    }

    @Test
    void everySizeIsTrainedAndAClickTakesOne() throws IOException {
        open(ThemeChoice.DARK, circles());
        await(() -> Stream.of(2, 4, 8, 16, 32).allMatch(this::isKnown));
        take("capacity");
        interact(() -> lookup("#sidebar").queryAs(ScrollPane.class).setVvalue(0.35));
        click("#capacity-4");
        assertThat(workbench().spec().model().hidden()).containsExactly(4);
        assertThat(labelText("#capacity-2")).matches("2\n[0-9.]+%");
    }

    @Test
    void thereIsNoStripWithoutAPlaneOrAHiddenLayer() {
        open(ThemeChoice.LIGHT, circles());
        assertThat(lookup("#capacity-row").query().isVisible()).isTrue();
        interact(() ->
                workbench()
                        .change(spec ->
                                spec.withModel(
                                        new ModelSpec(
                                                List.of(),
                                                Activation.TANH,
                                                new Initializer.Xavier()))));
        assertThat(lookup("#capacity-section").query().getParent().isVisible()).isFalse();
        interact(() -> workbench().undo());
        interact(() -> workbench().change(spec -> spec.withData(new DataSpec.Iris())));
        assertThat(lookup("#capacity-section").query().getParent().isVisible()).isFalse();
    }

    @Test
    void aFoldedStripTrainsNothing() {
        open(ThemeChoice.LIGHT, circles());
        interact(() ->
                lookup("#capacity-section-header").queryAs(ToggleButton.class).setSelected(false));
        interact(() -> workbench().change(spec -> spec.withData(new DataSpec.Moons(60, 0))));
        interact(() -> workbench().play());
        await(() -> frame().epoch() > 60);
        assertThat(isKnown(8)).isFalse();
    }

    private boolean isKnown(int size) {
        return labelText("#capacity-" + size).contains("%");
    }

    private static RunSpec circles() {
        RunSpec usual =
                new RunSpec()
                        .withModel(
                                new ModelSpec(
                                        List.of(8), Activation.TANH, new Initializer.Xavier()));
        return usual.withTraining(
                usual.training()
                        .withOptimizer(new Optimizer.Adam())
                        .withRate(0.01)
                        .withStop(usual.training().stop().withEpochs(300)));
    }
}
