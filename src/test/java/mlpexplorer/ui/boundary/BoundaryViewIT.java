package mlpexplorer.ui.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.data.io.DataLoader;
import mlpexplorer.training.Trainer;
import mlpexplorer.ui.field.Runs;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What the pane of the boundary shows when, and how it is laid out.
class BoundaryViewIT extends BoundaryTestCase {
    @Test
    void aSentenceStandsThereWhileThereIsNothingToShow() {
        assertThat(lookup("#boundary-placeholder").queryAs(Label.class).isVisible()).isTrue();
    }

    @Test
    void aSentenceTellsOfDataThatAreNoPlane() {
        show(Runs.trained(Runs.split(1, 1, 2, 3, 4, 5, 6), Runs.SOFTMAX_REGRESSION, 0));

        assertThat(lookup("#boundary-placeholder").queryAs(Label.class).getText())
                .contains("one feature");
    }

    @Test
    void twoFeaturesOfManyAreChosenFromLists() {
        show(
                Runs.trained(
                        Runs.split(3, 1, 2, 3, 4, 5, 6, 0, 2, 9, 1, 1, 1),
                        Runs.SOFTMAX_REGRESSION,
                        0));
        assertThat(axisNames()).anyMatch(name -> name.startsWith("PC 1 · "));

        choose("#plane-across-field", 2);
        choose("#plane-up-field", 1);
        assertThat(axisNames()).containsExactlyInAnyOrder("f2", "f1");
        choose("#plane-across-field", 1);

        assertThat(axisNames()).containsExactlyInAnyOrder("f1", "f2");
        assertThat(lookup("#plane-up-field").queryAs(ComboBox.class).getValue()).isEqualTo(2);
    }

    @Test
    void theOtherFeaturesOfAPlaneAreSaidToBeAtTheirMean() {
        var iris =
                Runs.trained(
                        Runs.split(3, 1, 2, 3, 4, 5, 6, 0, 2, 9, 1, 1, 1),
                        Runs.SOFTMAX_REGRESSION,
                        0);
        show(iris);
        assertThat(caption()).doesNotContain("mean");
        choose("#plane-across-field", 2);
        assertThat(caption()).startsWith("other features at their mean · ");
    }

    @Test
    void theNameOfTheFeatureLeavesRoomForTheCaption() {
        show(
                Runs.trained(
                        new Split(DataLoader.load(new DataSpec.Iris(), 1), new SplitSpec(), 1),
                        Runs.SOFTMAX_REGRESSION,
                        0));
        choose("#plane-across-field", 2);
        assertThat(belowPlot().getFirst().getText()).startsWith("petal");
        assertApart(belowPlot());

        interact(() -> scene.getWindow().setWidth(360));
        pulse();

        assertThat(belowPlot().getFirst().getText()).startsWith("p").endsWith("…");
        assertApart(belowPlot());
    }

    /// The name of the feature across, and the caption.
    private List<Text> belowPlot() {
        return List.of(
                lookup(".boundary-axis-name")
                        .match((Text name) -> name.getRotate() == 0)
                        .queryAs(Text.class),
                lookup(".boundary-caption").queryAs(Text.class));
    }

    private static void assertApart(List<Text> names) {
        assertThat(names.getFirst().getBoundsInParent().getMaxX())
                .as("%s", names)
                .isLessThan(names.getLast().getBoundsInParent().getMinX());
    }

    private String caption() {
        return lookup(".boundary-caption").queryAs(Text.class).getText();
    }

    @Test
    void aPlaneOfTwoFeaturesLeavesNothingToChoose() {
        show(Runs.trained(circles, Runs.TANH_16_16, 1));

        assertThat(lookup("#boundary-plane").query().isVisible()).isFalse();
    }

    @Test
    void theCheckBoxesSetTheirProperties() {
        clickOn("#discretize-check").clickOn("#test-points-check");

        assertThat(view.discretizeProperty().get()).isTrue();
        assertThat(view.showTestPointsProperty().get()).isTrue();
    }

    @Test
    void thePropertiesSetTheCheckBoxes() {
        interact(() -> view.showTestPointsProperty().set(true));

        assertThat(lookup("#test-points-check").queryAs(CheckBox.class).isSelected()).isTrue();
    }

    @Test
    void anotherEpochAsksForNoLayout() {
        Trainer trainer = Runs.trainer(circles, Runs.TANH_16_16);
        show(Runs.frame(trainer));
        moveToPlace(1, 1);
        trainer.epoch();
        boolean[] layout = {false};

        interact(() -> {
            view.layout();
            view.show(Runs.frame(trainer));
            view.pulse(System.nanoTime());
            layout[0] = view.isNeedsLayout();
        });

        assertThat(layout[0]).isFalse();
    }

    @Test
    void thePlotStaysSquareInAnyWindow() {
        show(Runs.trained(circles, Runs.TANH_16_16, 1));

        interact(() -> scene.getWindow().setWidth(380));

        assertThat(surface().getWidth()).isEqualTo(surface().getHeight());
        Bounds plot = surface().localToScene(surface().getBoundsInLocal());
        assertThat(plot.getMinX()).isGreaterThan(20);
        assertThat(plot.getMaxX()).isLessThan(scene.getWidth());
    }

    @Test
    void legendAndReadoutStayCloseToThePlotInATallWindow() {
        show(Runs.trained(circles, Runs.TANH_16_16, 1));

        interact(() -> scene.getWindow().setWidth(360));

        Bounds plot = surface().localToScene(surface().getBoundsInLocal());
        Node readout = lookup("#boundary-readout").query();
        assertThat(readout.localToScene(readout.getBoundsInLocal()).getMinY())
                .isLessThan(plot.getMaxY() + 90);
    }

    private List<String> axisNames() {
        return lookup(".boundary-axis-name").queryAllAs(Text.class).stream()
                .map(Text::getText)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private void choose(String query, int value) {
        interact(() -> lookup(query).queryAs(ComboBox.class).setValue(value));
        pulse();
    }
}
