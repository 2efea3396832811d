package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.GradientCheck;
import mlpexplorer.ui.fx.PngFile;
import mlpexplorer.ui.fx.ThemeChoice;
import mlpexplorer.ui.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// Each lab in the window, as a student uses it; and a picture of each, light and dark.
class LabsTest extends ApplicationTest {
    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir
    static Path folder;

    private final AtomicReference<Optional<Path>> answer = new AtomicReference<>(Optional.empty());
    private Settings settings;
    private Explorer explorer;
    private Stage stage;

    @Override
    public void start(Stage shared) throws IOException {
        stage = new Stage();
        settings = new Settings(Files.createTempDirectory(folder, "home"));
        settings.theme(ThemeChoice.LIGHT);
        explorer = new Explorer(new RunSpec(), settings, (_, _) -> answer.get(), stage::close);
        stage.setScene(explorer.scene());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1280);
        stage.setHeight(720);
        stage.show();
    }

    @AfterEach
    void close() {
        interact(explorer::close);
        interact(stage::hide);
    }

    @Test
    void theMenuOpensALab() {
        click("#labs-menu");
        click("#menu-labs-gradient-check");
        assertThat(lookup("#lab-gradient-check").query().isVisible()).isTrue();
    }

    @Test
    void theGradientCheckOfTheWorkedExampleIsCorrect() throws IOException {
        open("gradient-check");
        click("#lab-gradient-check-preset");
        await(() -> message("gradient-check").contains("CORRECT"));
        TableView<GradientCheck.Block> table = lookup("#lab-gradient-check-table").queryTableView();
        assertThat(table.getItems()).extracting(GradientCheck.Block::name).containsExactly("W1", "b1", "W2", "b2");
        assertThat(table.getItems()).allMatch(block -> block.verdict() == GradientCheck.Verdict.CORRECT);
        assertThat(message("gradient-check")).contains("0.6931");
        picture("lab-gradient-check");
    }

    @Test
    void theGradientCheckTakesTheWeightsThatAreShown() {
        interact(() -> explorer.workbench().stepEpoch());
        await(() -> explorer.workbench().frameProperty().get().map(frame -> frame.epoch() == 1).orElse(false));
        open("gradient-check");
        click("#lab-gradient-check-run");
        await(() -> message("gradient-check").contains("weights of epoch 1"));
        await(() -> message("gradient-check").contains("every block CORRECT"));
    }

    @Test
    void theNumbersOfALabCanBeSaved() throws IOException {
        open("gradient-check");
        click("#lab-gradient-check-preset");
        await(() -> message("gradient-check").contains("CORRECT"));
        Path file = folder.resolve("check.csv");
        answer.set(Optional.of(file));
        click("#lab-gradient-check-save-table");
        await(() -> Files.exists(file));
        assertThat(Files.readString(file)).startsWith("block,checked").contains("W2,6,0,").contains("step,one_sided_error");
    }

    @Test
    void theMicroscopeShowsTheNumbersOfTheCourse() throws IOException {
        open("microscope");
        click("#lab-microscope-preset");
        await(() -> shownText("#lab-microscope-steps").contains("∂W2[1,·] = 0.8808·(−0.5, 0.5) = (−0.4404, 0.4404)"));
        assertThat(shownText("#lab-microscope-steps")).contains("∂b2 = (−0.5, 0.5)", "∂b1 = (0, 0, 0)", "L = −ln 0.5 = 0.6931");
        picture("lab-microscope");
    }

    @Test
    void aClickOnAPointPutsItsRowUnderTheMicroscope() {
        open("microscope");
        click("#lab-microscope-run");
        await(() -> shownText("#lab-microscope-steps").contains("Softmax"));
        String first = shownText("#lab-microscope-steps");
        clickOn(offset("#lab-microscope-plot", 60, 0));
        await(() -> !shownText("#lab-microscope-steps").equals(first));
        assertThat(lookup("#lab-microscope-row-field").queryTextInputControl().getText()).isNotEqualTo("1");
    }

    @Test
    void theInitLabFindsDeadSymmetry() throws IOException {
        open("init-lab");
        click("#lab-init-lab-preset");
        await(() -> message("init-lab").contains("Dead symmetry: Zeros."));
        assertThat(message("init-lab")).contains("ln 3 = 1.0986");
        assertThat(cells("#lab-init-lab-table", 0)).startsWith("Zeros", "1.0986", "+0.0000").contains("layer 1: 100 units, 1 distinct, 100 dead");
        picture("lab-init-lab");
    }

    @Test
    void theBatchLabTimesALoopAgainstMatrices() throws IOException {
        open("batch-lab");
        click("#lab-batch-lab-preset");
        await(() -> message("batch-lab").contains("times as fast"));
        assertThat(cells("#lab-batch-lab-table", 0)).startsWith("Stochastic (1)", "10,800");
        assertThat(cells("#lab-batch-lab-table", 2)).startsWith("Full batch", "60");
        picture("lab-batch-lab");
    }

    @Test
    void theRaceRunsSevenOptimizersOnTheWindowsExperiment() throws IOException {
        open("optimizer-race");
        click("#lab-optimizer-race-run");
        await(() -> message("optimizer-race").contains("Lowest training loss"));
        assertThat(lookup("#lab-optimizer-race-table").queryTableView().getItems()).hasSize(7);
        assertThat(message("optimizer-race")).startsWith("Circles, 300 rows · 2-8-8-2 Tanh");
        picture("lab-optimizer-race");
    }

    @Test
    void aRunningLabCanBeCancelled() {
        open("optimizer-race");
        doubleClickOn("#lab-optimizer-race-epochs-field").write("10000").push(KeyCode.ENTER);
        click("#lab-optimizer-race-run");
        Button button = lookup("#lab-optimizer-race-run").queryButton();
        await(() -> button.getText().equals("Cancel"));
        click("#lab-optimizer-race-run");
        assertThat(message("optimizer-race")).isEqualTo("Cancelled.");
        assertThat(button.getText()).isEqualTo("Run");
    }

    @Test
    void theRateSweepHasARowARate() throws IOException {
        open("rate-sweep");
        click("#lab-rate-sweep-preset");
        await(() -> message("rate-sweep").contains("Best rate"));
        assertThat(cells("#lab-rate-sweep-table", 0)).first().isEqualTo("0.1");
        assertThat(cells("#lab-rate-sweep-table", 5)).startsWith("1e-4").contains("3", "0");
        assertThat(cells("#lab-rate-sweep-table", 1).get(1)).contains(" ± ");
        picture("lab-rate-sweep");
    }

    @Test
    void theCapacityLabIsThePageOfSweeps() {
        open("capacity-lab");
        click("#lab-capacity-lab-open");
        assertThat(lookup("#sweep-page-button").queryAs(ToggleButton.class).isSelected()).isTrue();
    }

    @Test
    void theLinearGhostIsADashedLineAndACurve() throws IOException {
        open("linear-ghost");
        click("#lab-linear-ghost-on");
        await(() -> message("linear-ghost").contains("softmax regression has training loss"));
        picture("lab-linear-ghost");
        click("#explore-page-button");
        interact(() -> explorer.workbench().play());
        await(() -> explorer.workbench().frameProperty().get().map(frame -> frame.epoch() > 40).orElse(false));
        assertThat(lookup(".boundary-ghost").queryAs(javafx.scene.shape.Path.class).getElements()).isNotEmpty();
        picture("linear-ghost");
        click("#labs-page-button");
        click("#lab-linear-ghost-on");
        assertThat(lookup(".boundary-ghost").queryAs(javafx.scene.shape.Path.class).getElements()).isEmpty();
    }

    @Test
    void theTestLockHidesTheTestNumbersUntilTheyAreRevealed() throws IOException {
        interact(() -> explorer.workbench().stepEpoch());
        await(() -> status().matches("Test +[0-9].*"));
        open("test-lock");
        click("#lab-test-lock-on");
        assertThat(status()).isEqualTo("Test  locked");
        click("#explore-page-button");
        await(() -> lookup("#loss-chart .legend-name").queryAll().size() == 2);
        click("#labs-page-button");
        assertThat(message("test-lock")).contains("never");
        picture("lab-test-lock");
        click("#lab-test-lock-reveal");
        assertThat(message("test-lock")).contains("Revealed once");
        assertThat(status()).matches("Test +[0-9].*");
        interact(() -> explorer.workbench().rewind());
        await(() -> status().equals("Test  locked"));
        click("#lab-test-lock-on");
    }

    private String status() {
        return lookup("#status-test").queryAs(Labeled.class).getText();
    }

    @Test
    void theFileMenuSavesABundleOfTheShownRun() throws IOException {
        interact(() -> explorer.workbench().stepEpoch());
        await(() -> explorer.workbench().frameProperty().get().map(frame -> frame.epoch() == 1).orElse(false));
        Path file = folder.resolve("assignment.zip");
        answer.set(Optional.of(file));
        click("#file-menu");
        click("#menu-file-save-bundle");
        await(() -> Files.exists(file));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(Object::toString)).contains(
                    "report.html", "spec.json", "metrics.csv", "model.npz", "gradient-check.csv", "loss.png", "boundary.png", "network.png");
            assertThat(zip.getEntry("network.png").getSize()).isGreaterThan(20_000);
            Files.write(PICTURES.resolve("bundle-loss.png"), zip.getInputStream(zip.getEntry("loss.png")).readAllBytes());
            Files.write(PICTURES.resolve("bundle-report.html"), zip.getInputStream(zip.getEntry("report.html")).readAllBytes());
        }
    }

    private List<String> cells(String table, int row) {
        TableView<Object> view = lookup(table).queryTableView();
        return view.getColumns().stream().map(column -> String.valueOf(column.getCellData(row))).toList();
    }

    private String shownText(String id) {
        return lookup(id + " .label").queryAll().stream().map(node -> ((Labeled) node).getText()).collect(Collectors.joining("\n"));
    }

    private void open(String lab) {
        click("#labs-page-button");
        click("#labs-item-" + lab);
        await(() -> !lookup("#lab-" + lab).queryAll().isEmpty());
    }

    private String message(String lab) {
        return lookup("#lab-" + lab + "-message").queryAs(Labeled.class).getText();
    }

    /// A tooltip under the mouse would take the next click.
    private void click(String id) {
        clickOn(id);
        moveTo("#status-line");
    }

    private void picture(String name) throws IOException {
        for (ThemeChoice theme : List.of(ThemeChoice.DARK, ThemeChoice.LIGHT)) {
            interact(() -> lookup("#theme-button").queryAs(Button.class).fire());
            for (int pulse = 0; pulse < 30; pulse++) {
                WaitForAsyncUtils.waitForFxEvents();
            }
            sleep(300);
            AtomicReference<WritableImage> image = new AtomicReference<>();
            interact(() -> image.set(stage.getScene().snapshot(null)));
            Files.createDirectories(PICTURES);
            Path file = PICTURES.resolve(name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + ".png");
            PngFile.write(file, image.get(), Map.of());
            assertThat(file).isNotEmptyFile();
        }
    }

    private static void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException e) {
            throw new AssertionError("It did not happen within 60 s", e);
        }
    }
}
