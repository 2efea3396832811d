package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Precision;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.training.BatchSize;
import mlpexplorer.training.StopRule;
import mlpexplorer.ui.controls.ThemeChoice;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

/// Controls of the sidebar, operated by mouse and keyboard, change the specification.
class SidebarIT extends WindowTestCase {
    @BeforeEach
    void open() {
        open(ThemeChoice.LIGHT, new RunSpec());
    }

    @Test
    void layersCanBeAddedAndRemoved() {
        show("#add-layer");
        click("#add-layer");
        assertThat(workbench().spec().model().hidden()).containsExactly(8, 8, 8);
        click("#remove-layer-1");
        click("#remove-layer-1");
        click("#remove-layer-1");
        assertThat(workbench().spec().model().hidden()).isEmpty();
        assertThat(labelText("#parameter-count")).contains("softmax regression");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spiral", "gaussians"})
    void theFirstLayerIsVisibleWithoutScrolling(String data) {
        click("#dataset-" + data);
        Node slider = lookup("#hidden-layer-1-slider").query();
        Node sidebar = lookup("#sidebar").query();
        assertThat(slider.localToScene(slider.getBoundsInLocal()).getMaxY())
                .isLessThan(sidebar.localToScene(sidebar.getBoundsInLocal()).getMaxY());
        for (String name : List.of("samples", "noise")) {
            Node line = lookup("#" + name + "-line").query();
            Label label = from(line).lookup(".form-label").queryAs(Label.class);
            assertThat(label.getWidth()).isGreaterThanOrEqualTo(label.prefWidth(-1));
        }
    }

    @Test
    void theTurnsOfASpiralHaveASlider() {
        click("#dataset-spiral");
        drag(lookup("#turns-slider .thumb").<Node>query()).dropTo(on("#turns-slider", 1, 0.5));
        assertThat(workbench().spec().data())
                .isInstanceOfSatisfying(
                        DataSpec.Spiral.class, spiral -> assertThat(spiral.turns()).isEqualTo(5));
        enter("#turns-field", "0.3");
        assertThat(workbench().spec().data())
                .isInstanceOfSatisfying(
                        DataSpec.Spiral.class, spiral -> assertThat(spiral.turns()).isEqualTo(0.3));
    }

    @Test
    void singlePrecisionIsOfferedForLargeNetworks() {
        assertThat(lookup("#single").query().getParent().isVisible()).isFalse();
        interact(() ->
                workbench()
                        .change(spec -> spec.withModel(spec.model().withUnits(List.of(256, 256)))));
        await(() -> lookup("#single").query().getParent().isVisible());
        show("#single");
        click("#single");
        assertThat(workbench().spec().training().precision()).isEqualTo(Precision.SINGLE);
        interact(() -> workbench().play());
        await(() -> epoch() > 0);
        interact(() ->
                workbench().change(spec -> spec.withModel(spec.model().withUnits(List.of(4, 4)))));
        assertThat(lookup("#single").query().getParent().isVisible()).isTrue();
        show("#single");
        click("#single");
        assertThat(workbench().spec().training().precision()).isEqualTo(Precision.DOUBLE);
        assertThat(lookup("#single").query().getParent().isVisible()).isFalse();
    }

    @Test
    void whatBelongsToTheModelIsAboveTheHeadingOfTheCapacity() {
        for (String control : List.of("#activation-field", "#initializer-field")) {
            assertThat(on(control, 0, 1).getY()).isLessThan(on("#capacity-section", 0, 0).getY());
        }
    }

    @Test
    void choicesReachTheSpec() {
        choose("#activation-field", List.of(Activation.RELU));
        choose("#optimizer-field", new Optimizer.Adam());
        choose("#penalty-field", new Regularizer.L2());
        assertThat(workbench().spec().model().activation()).isEqualTo(List.of(Activation.RELU));
        assertThat(workbench().spec().training().optimizer()).isEqualTo(new Optimizer.Adam());
        assertThat(workbench().spec().training().regularizer()).isEqualTo(new Regularizer.L2());
        enter("#beta1-field", "0.8");
        enter("#lambda2-field", "0.25");
        assertThat(workbench().spec().training().optimizer())
                .isEqualTo(new Optimizer.Adam(0.8, 0.999, 1e-8));
        assertThat(workbench().spec().training().regularizer()).isEqualTo(new Regularizer.L2(0.25));
    }

    @Test
    void layersMayBeUnlike() {
        show("#activation-per-layer-check");
        click("#activation-per-layer-check");
        choose("#activation-2-field", Activation.RELU);
        assertThat(workbench().spec().model().activation())
                .containsExactly(Activation.TANH, Activation.RELU);
        assertThat(chosen("#activation-field")).isEqualTo("Tanh, ReLU");
        pick("#activation-field", "Sigmoid");
        assertThat(workbench().spec().model().activation()).containsExactly(Activation.SIGMOID);
        assertThat(lookup("#activation-field").queryAs(ComboBox.class).getItems().size())
                .isEqualTo(Activation.values().length);
        choose("#activation-1-field", Activation.GELU);
        click("#activation-per-layer-check");
        assertThat(workbench().spec().model().activation()).containsExactly(Activation.GELU);
    }

    @Test
    void eachLayerMayHaveItsOwnPenalty() {
        choose("#penalty-field", new Regularizer.L2());
        choose("#penalty-field", new Regularizer.PerLayer());
        enter("#layer-3-lambda1-field", "0.5");
        enter("#layer-1-lambda2-field", "2000");
        Regularizer.Lambdas usual = new Regularizer.Lambdas(0, 0.001);
        assertThat(workbench().spec().training().regularizer())
                .isEqualTo(
                        new Regularizer.PerLayer(
                                List.of(usual, usual, new Regularizer.Lambdas(0.5, 0.001))));
        assertThat(labelText("#layer-1-lambda2-error"))
                .isEqualTo("2000 is out of range. Enter 0 to 1,000");
        show("#add-layer");
        click("#add-layer");
        assertThat(lookup("#layer-4-lambda1-field").queryAs(TextField.class).getText())
                .isEqualTo("0.5");
    }

    @Test
    void everyScheduleHasItsKnobs() {
        choose("#schedule-field", new LearningRateSchedule.Step());
        enter("#schedule-factor-field", "0.9");
        enter("#schedule-epochs-field", "20");
        assertThat(workbench().spec().training().schedule())
                .isEqualTo(new LearningRateSchedule.Step(0.9, 20));
        choose("#schedule-field", new LearningRateSchedule.Exponential());
        enter("#schedule-decay-field", "0.95");
        assertThat(workbench().spec().training().schedule())
                .isEqualTo(new LearningRateSchedule.Exponential(0.95));
        choose("#schedule-field", new LearningRateSchedule.Cosine());
        enter("#schedule-span-field", "100");
        enter("#schedule-floor-field", "0.1");
        assertThat(workbench().spec().training().schedule())
                .isEqualTo(new LearningRateSchedule.Cosine(100, 0.1));
        choose("#schedule-field", new LearningRateSchedule.Warmup());
        enter("#schedule-warmup-field", "5");
        assertThat(workbench().spec().training().schedule())
                .isEqualTo(new LearningRateSchedule.Warmup(5));
        choose("#schedule-field", new LearningRateSchedule.LossRatio());
        enter("#schedule-window-field", "0");
        assertThat(workbench().spec().training().schedule())
                .isEqualTo(new LearningRateSchedule.LossRatio(100));
        assertThat(labelText("#schedule-window-error")).startsWith("0 is out of range");
    }

    @Test
    void clippingDropoutAndStoppingReachTheSpec() {
        show("#clip-check");
        click("#clip-check");
        enter("#clip-field", "5");
        assertThat(workbench().spec().training().clip()).contains(5.0);
        enter("#dropout-field", "25 %");
        assertThat(workbench().spec().training().dropout()).isEqualTo(0.25);
        show("#stop-section-header");
        click("#stop-section-header");
        enter("#epochs-field", "42");
        for (String rule : List.of("patience", "loss", "seconds")) {
            show("#stop-" + rule + "-check");
            click("#stop-" + rule + "-check");
        }
        assertThat(workbench().spec().training().stop())
                .isEqualTo(
                        new StopRule(
                                42,
                                Optional.of(0.01),
                                Optional.of(20),
                                Optional.of(60.0),
                                Optional.empty()));
        click("#stop-loss-check");
        assertThat(workbench().spec().training().stop().loss()).isEmpty();
    }

    @Test
    void aWrongEntryShowsItsSentenceAndTheLastGoodSpecStays() {
        RunSpec before = workbench().spec();
        enter("#hidden-layer-1-field", "0");
        assertThat(labelText("#hidden-layer-1-error"))
                .isEqualTo("0 is out of range. Enter 1 to 1,024");
        enter("#rate-field", "NaN");
        assertThat(labelText("#rate-error")).contains("NaN");
        enter("#batch-field", "5000");
        assertThat(labelText("#batch-error"))
                .isEqualTo("5,000 is more than the 180 training rows. Enter 1 to 180 or full");
        assertThat(workbench().spec()).isEqualTo(before);
        enter("#batch-field", "full");
        assertThat(workbench().spec().training().batch()).isEqualTo(new BatchSize.Full());
    }

    @Test
    void changesAreTakenBackByKeyButAFieldBeingTypedInKeepsItsOwn() {
        enter("#rate-field", "0.1");
        enter("#samples-field", "200");
        push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(workbench().spec().data()).isEqualTo(new RunSpec().data());
        assertThat(workbench().spec().training().rate()).isEqualTo(0.1);
        push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(workbench().spec()).isEqualTo(new RunSpec());
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(workbench().spec().training().rate()).isEqualTo(0.1);
        write("7").push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(workbench().spec().training().rate()).isEqualTo(0.1);
        push(KeyCode.ESCAPE).push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(workbench().spec().data()).isNotEqualTo(new RunSpec().data());
    }

    /// The text on the button of a list.
    private String chosen(String query) {
        Node list = lookup(query).query();
        return list.lookupAll(".list-cell").stream()
                .filter(cell -> cell.getParent() == list)
                .map(cell -> ((Labeled) cell).getText())
                .findFirst()
                .orElseThrow();
    }

    /// By mouse.
    private void pick(String query, String words) {
        clickOn(query);
        clickOn((Node node) ->
                node instanceof ListCell<?> cell
                        && words.equals(cell.getText())
                        && cell.isVisible());
    }

    private <T> void choose(String query, T choice) {
        interact(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<T> list = (ComboBox<T>) lookup(query).queryAs(ComboBox.class);
            list.setValue(choice);
        });
    }
}
