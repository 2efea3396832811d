package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;

import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.ui.concurrent.FxThread;
import mlpexplorer.ui.controls.ThemeChoice;
import mlpexplorer.ui.controls.Visibility;
import mlpexplorer.ui.settings.Settings;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// How the window behaves to people: help, keys, presets, what it remembers.
class MannersIT extends WindowTestCase {
    @BeforeEach
    void open() {
        open(ThemeChoice.LIGHT, new RunSpec());
    }

    @Test
    void f1ShowsTheKeysAndEscGivesTheFocusBack() {
        clickOn("#samples-field");
        push(KeyCode.F1);
        assertThat(lookup("#keys-sheet").tryQuery()).isPresent();
        assertThat(focused()).isEqualTo("keys-close-button");
        push(KeyCode.TAB).push(KeyCode.TAB);
        assertThat(focused()).isEqualTo("keys-close-button");
        push(KeyCode.ESCAPE);
        assertThat(lookup("#keys-sheet").tryQuery()).isEmpty();
        assertThat(focused()).isEqualTo("samples-field");
    }

    @Test
    void keysRestWhileASheetIsOpen() {
        push(KeyCode.F1);
        long seed = workbench().spec().seeds().init();
        push(KeyCode.N);
        assertThat(workbench().spec().seeds().init()).isEqualTo(seed);
        clickOn(new Point2D(stage().getX() + 20, stage().getY() + 600));
        assertThat(lookup("#keys-sheet").tryQuery()).isEmpty();
    }

    @Test
    void aboutSaysWhereThingsAreKept() throws Exception {
        fire("menu-help-about");
        String details = lookup("#about-details").queryAs(TextArea.class).getText();
        assertThat(details).contains(home.toString(), Runtime.version().toString());
        clickOn("#about-copy-button");
        assertThat(FxThread.call(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo(details);
        clickOn("#about-close-button");
        assertThat(lookup("#about-sheet").tryQuery()).isEmpty();
    }

    @Test
    void altAndALetterOpenAMenu() {
        MenuBar bar = lookup(".menu-bar").query();
        List<String> letters =
                bar.getMenus().stream()
                        .map(Menu::getText)
                        .map(text -> text.substring(text.indexOf('_') + 1).substring(0, 1))
                        .map(String::toLowerCase)
                        .toList();
        assertThat(letters).doesNotHaveDuplicates();
        assertThat(bar.getMenus()).allMatch(menu -> menu.getText().contains("_"));
        push(KeyCode.ALT, KeyCode.F);
        assertThat(bar.getMenus())
                .filteredOn(Menu::isShowing)
                .extracting(Menu::getId)
                .containsExactly("file-menu");
        push(KeyCode.ESCAPE);
        assertThat(bar.getMenus()).noneMatch(Menu::isShowing);
    }

    @Test
    void pagesHaveKeys() {
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(lookup("#explore-page-button").queryAs(ToggleButton.class).isSelected())
                .isFalse();
        push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(lookup("#explore-page-button").queryAs(ToggleButton.class).isSelected())
                .isTrue();
        push(KeyCode.CONTROL, KeyCode.DIGIT9);
        assertThat(lookup("#explore-page-button").queryAs(ToggleButton.class).isSelected())
                .isTrue();
    }

    @Test
    void aPresetIsOneClickAndSaysWhatThereIsToSee() {
        await(() -> presetItems().size() == Presets.all().size());
        fire("menu-preset-spiral-mlp");
        assertThat(workbench().spec()).isEqualTo(Presets.named("spiral-mlp").start().spec());
        assertThat(lookup("#lesson").query().isVisible()).isTrue();
        assertThat(labelText("#lesson-text"))
                .startsWith(Presets.named("spiral-mlp").description())
                .endsWith("Expected result: accuracy of at least 98%.");
        click("#lesson-close");
        assertThat(lookup("#lesson").query().isVisible()).isFalse();
        fire("menu-preset-spiral-mlp");
        assertThat(lookup("#lesson").query().isVisible()).isTrue();
        click("#dataset-moons");
        assertThat(lookup("#lesson").query().isVisible()).isFalse();
        push(KeyCode.CONTROL, KeyCode.Z);
        push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(workbench().spec()).isEqualTo(new RunSpec());
    }

    @Test
    void theTextOfAPresetIsReachedByTabAndClosedByEscape() {
        await(() -> presetItems().size() == Presets.all().size());
        fire("menu-preset-spiral-mlp");
        Label text = lookup("#lesson-text").queryAs(Label.class);
        interact(lookup("#lesson-close").query()::requestFocus);
        press(KeyCode.SHIFT).press(KeyCode.TAB).release(KeyCode.TAB).release(KeyCode.SHIFT);
        assertThat(text.isFocused()).isTrue();
        assertThat(text.getAccessibleText())
                .startsWith(labelText("#lesson-title"))
                .endsWith(text.getText());
        push(KeyCode.ESCAPE);
        assertThat(lookup("#lesson").query().isVisible()).isFalse();
    }

    @Test
    void thePresetWithGivenWeightsBeginsWithThem() {
        await(() -> presetItems().size() == Presets.all().size());
        fire("menu-preset-worked-example");
        await(() -> !lookup("#lab-microscope-message").queryLabeled().getText().isEmpty());
        assertThat(Visibility.now(lookup("#lab-microscope").query())).isTrue();
        push(KeyCode.CONTROL, KeyCode.DIGIT1);
        double[] given = Presets.named("worked-example").start().weights().orElseThrow().weights(0);
        await(() ->
                workbench()
                        .frameProperty()
                        .get()
                        .filter(frame ->
                                frame.epoch() == 0
                                        && frame.parameters().weights(0).length == given.length
                                        && Arrays.equals(frame.parameters().weights(0), given))
                        .isPresent());
    }

    @Test
    void theWindowComesBackAsItWasLeft() {
        interact(() -> workbench().change(spec -> spec.withData(new DataSpec.Moons())));
        interact(() -> ((Slider) lookup("#pace-slider").query()).setValue(2));
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        reopen();
        assertThat(workbench().spec().data()).isEqualTo(new DataSpec.Moons());
        assertThat(lookup("#pace-slider").queryAs(Slider.class).getValue()).isEqualTo(2);
        assertThat(workbench().pace().limitProperty().get()).isEqualTo(5);
        assertThat(lookup("#explore-page-button").queryAs(ToggleButton.class).isSelected())
                .isFalse();
    }

    @Test
    void aDividerThatWasDraggedComesBackWhereItWasLeft() {
        double usual = divider();
        interact(() -> stage().setHeight(620));
        assertThat(divider()).isLessThan(usual - 0.02);
        drag(".pictures > .split-pane-divider", MouseButton.PRIMARY).moveBy(-40, 0).drop();
        double dragged = divider();
        interact(() -> stage().setHeight(720));
        assertThat(divider()).isCloseTo(dragged, within(0.005)).isLessThan(usual - 0.04);
        reopen();
        assertThat(divider()).isCloseTo(dragged, within(0.005));
    }

    @Test
    void noPlaceOfTheDividerPushesTheCurvesOutOfTheWindow() {
        drag(".pictures > .split-pane-divider", MouseButton.PRIMARY).moveBy(40, 0).drop();
        interact(() -> lookup("#pictures").queryAs(SplitPane.class).setDividerPositions(1));
        assertThat(divider()).isGreaterThan(0.6);
        double edge =
                lookup("#side-tabs")
                        .query()
                        .localToScene(lookup("#side-tabs").query().getLayoutBounds())
                        .getMaxX();
        for (String id : List.of("#loss-chart", "#accuracy-chart", "#save-curves-button")) {
            Node node = lookup(id).query();
            assertThat(node.localToScene(node.getLayoutBounds()).getMaxX())
                    .isLessThanOrEqualTo(edge);
        }
    }

    private double divider() {
        interact(() -> stage().getScene().getRoot().layout());
        return lookup("#pictures").queryAs(SplitPane.class).getDividerPositions()[0];
    }

    @Test
    void otherSeedsAreNoSliderDragged() {
        interact(workbench()::newSeed);
        assertThat(lookup("#first-step-3").queryLabeled().getGraphic()).isInstanceOf(Labeled.class);
        interact(
                () -> workbench().change(spec -> spec.withTraining(spec.training().withRate(0.2))));
        assertThat(lookup("#first-step-3").queryLabeled().getGraphic())
                .isNotInstanceOf(Labeled.class);
    }

    @Test
    void theFirstStepsGoForGoodWhenTheyAreDone() {
        assertThat(lookup("#first-steps").query().isVisible()).isTrue();
        click("#dataset-moons");
        click("#train-button");
        assertThat(lookup("#first-steps").query().isVisible()).isTrue();
        interact(() -> ((Slider) lookup("#noise-slider").query()).setValue(30));
        await(() -> !lookup("#first-steps").query().isVisible());
        assertThat(new Settings(home).hintsDismissed()).isTrue();
        reopen();
        assertThat(lookup("#first-steps").tryQuery()).isEmpty();
    }

    @Test
    void tabGoesFromTheTopToTheFoot() {
        double[] tops =
                Stream.of("#train-button", "#dataset-circles", "#status-line")
                        .mapToDouble(id -> lookup(id).query().localToScene(0, 0).getY())
                        .toArray();
        assertThat(tops).isSorted();
        Node header = lookup(".header").query();
        List<Node> parts = lookup(".explorer").queryAs(BorderPane.class).getChildren();
        assertThat(parts.indexOf(header.getParent()))
                .isLessThan(parts.indexOf(lookup("#sidebar").query()));
    }

    private List<MenuItem> presetItems() {
        return menu("presets-menu").getItems().stream()
                .filter(item -> item.getId() != null)
                .toList();
    }

    private Menu menu(String id) {
        return lookup("#menu-bar").queryAs(MenuBar.class).getMenus().stream()
                .filter(menu -> menu.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void fire(String id) {
        MenuItem wanted =
                lookup("#menu-bar").queryAs(MenuBar.class).getMenus().stream()
                        .flatMap(menu -> menu.getItems().stream())
                        .filter(item -> id.equals(item.getId()))
                        .findFirst()
                        .orElseThrow();
        interact(wanted::fire);
    }

    private String focused() {
        return stage().getScene().getFocusOwner().getId();
    }
}
