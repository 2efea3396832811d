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
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
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
    public void start(Stage shared) {
        stage = new Stage();
        settings = new Settings(folder.resolve("home"));
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
