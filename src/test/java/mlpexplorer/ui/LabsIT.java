package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

import mlpexplorer.Screenshots;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.GradientCheck;
import mlpexplorer.ui.controls.ThemeChoice;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/// Each lab in the window, as a student uses it, and its picture.
class LabsIT extends WindowTestCase {
    @BeforeEach
    void open() {
        open(ThemeChoice.LIGHT, new RunSpec());
    }

    @Test
    void theMenuOpensALab() {
        click("#labs-menu");
        click("#menu-labs-gradient-check");
        assertThat(lookup("#lab-gradient-check").query().isVisible()).isTrue();
    }

    @Test
    void theGradientCheckOfTheWorkedExampleIsCorrect() throws IOException {
        openLab("gradient-check");
        click("#lab-gradient-check-preset");
        await(() -> message("gradient-check").contains("CORRECT"));
        TableView<GradientCheck.Block> table = lookup("#lab-gradient-check-table").queryTableView();
        assertThat(table.getItems())
                .extracting(GradientCheck.Block::name)
                .containsExactly("W1", "b1", "W2", "b2");
        assertThat(table.getItems())
                .allMatch(block -> block.verdict() == GradientCheck.Verdict.CORRECT);
        assertThat(message("gradient-check")).contains("0.6931");
        take("lab-gradient-check");
    }

    @Test
    void theGradientCheckTakesTheWeightsThatAreShown() {
        interact(() -> workbench().stepEpoch());
        await(() -> epoch() == 1);
        openLab("gradient-check");
        click("#lab-gradient-check-run");
        await(() -> message("gradient-check").contains("weights of epoch 1"));
        await(() -> message("gradient-check").contains("every block is CORRECT"));
    }

    @Test
    void theNumbersOfALabCanBeSaved() throws IOException {
        openLab("gradient-check");
        click("#lab-gradient-check-preset");
        await(() -> message("gradient-check").contains("CORRECT"));
        Path file = home.resolve("check.csv");
        answer.set(Optional.of(file));
        click("#lab-gradient-check-save-table");
        await(() -> Files.exists(file));
        assertThat(Files.readString(file))
                .startsWith("block,checked")
                .contains("W2,6,0,")
                .contains("step,one_sided_error");
    }

    @ParameterizedTest
    @CsvSource({"gradient-check, table", "batch-lab, curves", "microscope, text"})
    void aLabThatHasNotRunHasNothingToSave(String name, String what) {
        openLab(name);
        Button save = lookup("#lab-" + name + "-save-" + what).queryButton();
        assertThat(save.isDisabled()).isTrue();
        click("#lab-" + name + "-preset");
        await(() -> !save.isDisabled());
    }

    @Test
    void theMicroscopeShowsTheNumbersOfTheCourse() throws IOException {
        openLab("microscope");
        click("#lab-microscope-preset");
        await(() ->
                shownText("#lab-microscope-steps")
                        .contains("∂W2[1,·] = 0.8808·(−0.5, 0.5) = (−0.4404, 0.4404)"));
        assertThat(shownText("#lab-microscope-steps"))
                .contains("∂b2 = (−0.5, 0.5)", "∂b1 = (0, 0, 0)", "L = −ln 0.5 = 0.6931");
        take("lab-microscope");
    }

    @Test
    void theMicroscopeIsPaintedAnewInAnotherTheme() {
        openLab("microscope");
        click("#lab-microscope-preset");
        await(() -> microscopeGround() > 0.7);
        interact(() -> lookup("#theme-button").queryAs(Button.class).fire());
        await(() -> microscopeGround() < 0.5);
    }

    /// Brightness of a corner of the picture; negative if there is no picture.
    private double microscopeGround() {
        Image image =
                lookup("#lab-microscope-plot .image-view").queryAs(ImageView.class).getImage();
        return image == null ? -1 : image.getPixelReader().getColor(9, 9).getBrightness();
    }

    @Test
    void aClickOnAPointPutsItsRowUnderTheMicroscope() {
        openLab("microscope");
        click("#lab-microscope-run");
        await(() -> shownText("#lab-microscope-steps").contains("Softmax"));
        String first = shownText("#lab-microscope-steps");
        clickOn(offset("#lab-microscope-plot", 60, 0));
        await(() -> !shownText("#lab-microscope-steps").equals(first));
        assertThat(lookup("#lab-microscope-row-field").queryTextInputControl().getText())
                .isNotEqualTo("1");
    }

    @Test
    void theInitLabFindsDeadSymmetry() throws IOException {
        openLab("init-lab");
        click("#lab-init-lab-preset");
        await(() -> message("init-lab").contains("Symmetry not broken: Zeros."));
        assertThat(message("init-lab")).contains("ln 3 = 1.099");
        assertThat(cells("#lab-init-lab-table", 0))
                .startsWith("Zeros", "1.099", "0.0000")
                .contains("layer 1: 100 units, 1 distinct, 100 dead");
        take("lab-init-lab");
    }

    @Test
    void theBatchLabTimesALoopAgainstMatrices() throws IOException {
        openLab("batch-lab");
        click("#lab-batch-lab-preset");
        await(() -> message("batch-lab").contains("times as fast"));
        assertThat(cells("#lab-batch-lab-table", 0)).startsWith("Stochastic (1)", "10,800");
        assertThat(cells("#lab-batch-lab-table", 2)).startsWith("Full batch", "60");
        take("lab-batch-lab");
    }

    @Test
    void theRaceRunsSevenOptimizersOnTheWindowsExperiment() throws IOException {
        openLab("optimizer-race");
        click("#lab-optimizer-race-run");
        await(() -> message("optimizer-race").contains("Lowest training loss"));
        assertThat(lookup("#lab-optimizer-race-table").queryTableView().getItems()).hasSize(7);
        assertThat(message("optimizer-race")).startsWith("Circles · 8-8 Tanh · ");
        take("lab-optimizer-race");
    }

    @Test
    void aRunningLabCanBeCanceled() {
        openLab("optimizer-race");
        doubleClickOn("#lab-optimizer-race-epochs-field").write("10000").push(KeyCode.ENTER);
        click("#lab-optimizer-race-run");
        Button button = lookup("#lab-optimizer-race-run").queryButton();
        await(() -> button.getText().equals("Cancel"));
        click("#lab-optimizer-race-run");
        assertThat(message("optimizer-race")).isEqualTo("Canceled.");
        assertThat(button.getText()).isEqualTo("Run");
    }

    @Test
    void theRateRangeTestSuggestsARateThatOneClickTakes() throws IOException {
        openLab("rate-range");
        Button take = lookup("#lab-rate-range-take").queryButton();
        assertThat(take.isDisabled()).isTrue();
        click("#lab-rate-range-preset");
        await(() -> message("rate-range").contains("Suggested range"));
        take("lab-rate-range");
        assertThat(take.isDisabled()).isTrue();
        click("#lab-rate-range-run");
        await(() -> !take.isDisabled());
        Path file = home.resolve("rates.csv");
        answer.set(Optional.of(file));
        click("#lab-rate-range-save-updates");
        await(() -> Files.exists(file));
        assertThat(Files.readAllLines(file))
                .startsWith("update,rate,loss,smoothed_loss")
                .hasSizeBetween(50, 201);
        double rate = Double.parseDouble(take.getText().replace("Use rate ", ""));
        assertThat(rate).isNotEqualTo(workbench().spec().training().rate());
        click("#lab-rate-range-take");
        assertThat(workbench().spec().training().rate()).isEqualTo(rate);
        assertThat(lookup("#explore-page-button").queryAs(ToggleButton.class).isSelected())
                .isTrue();
        push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(workbench().spec()).isEqualTo(new RunSpec());
    }

    @Test
    void theRatesOfATestMustBeInOrder() {
        openLab("rate-range");
        doubleClickOn("#lab-rate-range-to-rate-field").write("1e-6").push(KeyCode.ENTER);
        assertThat(
                        lookup("#lab-rate-range-to-rate-field")
                                .queryTextInputControl()
                                .getPseudoClassStates())
                .anyMatch(state -> state.getPseudoClassName().equals("danger"));
    }

    @Test
    void theCapacityLabIsThePageOfSweeps() {
        openLab("capacity-lab");
        click("#lab-capacity-lab-open");
        assertThat(lookup("#sweep-page-button").queryAs(ToggleButton.class).isSelected()).isTrue();
    }

    @Test
    void theLinearBaselineIsADashedLineAndACurve() throws IOException {
        openLab("linear-baseline");
        click("#lab-linear-baseline-on");
        await(() -> message("linear-baseline").contains("softmax regression has training loss"));
        take("lab-linear-baseline");
        click("#explore-page-button");
        trainToTheEnd();
        assertThat(
                        lookup(".boundary-baseline")
                                .queryAs(javafx.scene.shape.Path.class)
                                .getElements())
                .isNotEmpty();
        assertThat(lookup("#boundary-legend-baseline").query().isVisible()).isTrue();
        take("linear-baseline");
        click("#labs-page-button");
        click("#lab-linear-baseline-on");
        assertThat(
                        lookup(".boundary-baseline")
                                .queryAs(javafx.scene.shape.Path.class)
                                .getElements())
                .isEmpty();
        assertThat(lookup("#boundary-legend-baseline").query().isVisible()).isFalse();
    }

    @Test
    void theTestLockHidesTheTestNumbersUntilTheyAreRevealed() throws IOException {
        interact(() -> workbench().stepEpoch());
        await(() -> status().matches("Test +[0-9].*"));
        openLab("test-lock");
        click("#lab-test-lock-on");
        assertThat(status()).isEqualTo("Test  locked");
        click("#explore-page-button");
        await(() -> lookup("#loss-chart .legend-name").queryAll().size() == 2);
        click("#labs-page-button");
        assertThat(message("test-lock")).isEqualTo("Not revealed yet in this run.");
        take("lab-test-lock");
        click("#lab-test-lock-reveal");
        assertThat(message("test-lock")).isEqualTo("Revealed once in this run.");
        assertThat(status()).matches("Test +[0-9].*");
        interact(() -> workbench().rewind());
        await(() -> status().equals("Test  locked"));
        click("#lab-test-lock-on");
    }

    @Test
    void aLockedTestSetHasNoPoints() {
        click("#test-points-check");
        click("#mistakes-check");
        assertThat(testLegend().isVisible()).isTrue();
        openLab("test-lock");
        click("#lab-test-lock-on");
        click("#explore-page-button");
        assertThat(testLegend().isVisible()).isFalse();
        assertThat(lookup("#test-points-check").query().isDisabled()).isTrue();
        push(KeyCode.T);
        assertThat(lookup("#test-points-check").queryAs(CheckBox.class).isSelected()).isTrue();
        moveTo("#test-points-check").moveBy(1, 1);
        await(() ->
                Window.getWindows().stream()
                        .anyMatch(window ->
                                window instanceof Tooltip tip
                                        && tip.getText().startsWith("The test set is locked")));
        openLab("test-lock");
        click("#lab-test-lock-reveal");
        click("#explore-page-button");
        assertThat(testLegend().isVisible()).isTrue();
        openLab("test-lock");
        click("#lab-test-lock-on");
    }

    private Node testLegend() {
        return lookup("#boundary-legend .label").queryAllAs(Label.class).stream()
                .filter(label -> label.getText().equals("test"))
                .findFirst()
                .orElseThrow();
    }

    private String status() {
        return labelText("#status-test");
    }

    @Test
    void theFileMenuSavesABundleOfTheShownRun() throws IOException {
        interact(() -> workbench().stepEpoch());
        await(() -> epoch() == 1);
        Path file = home.resolve("assignment.zip");
        answer.set(Optional.of(file));
        click("#file-menu");
        click("#menu-file-save-bundle");
        await(() -> Files.exists(file));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(Object::toString))
                    .contains(
                            "report.html",
                            "spec.json",
                            "metrics.csv",
                            "model.npz",
                            "gradient-check.csv",
                            "loss.png",
                            "boundary.png",
                            "network.png");
            assertThat(zip.getEntry("network.png").getSize()).isGreaterThan(20_000);
            Screenshots.check(
                    "bundle-loss", zip.getInputStream(zip.getEntry("loss.png")).readAllBytes());
            assertThat(
                            new String(
                                    zip.getInputStream(zip.getEntry("report.html")).readAllBytes(),
                                    StandardCharsets.UTF_8))
                    .contains("<title>MLP Explorer", "alt=\"boundary\" src=\"data:image/png");
        }
    }

    private List<String> cells(String table, int row) {
        TableView<Object> view = lookup(table).queryTableView();
        return view.getColumns().stream()
                .map(column -> String.valueOf(column.getCellData(row)))
                .toList();
    }

    private String shownText(String id) {
        return lookup(id + " .label").queryAll().stream()
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining("\n"));
    }

    private void openLab(String lab) {
        click("#labs-page-button");
        click("#labs-item-" + lab);
        await(() -> !lookup("#lab-" + lab).queryAll().isEmpty());
    }

    private String message(String lab) {
        return lookup("#lab-" + lab + "-message").queryAs(Labeled.class).getText();
    }
}
