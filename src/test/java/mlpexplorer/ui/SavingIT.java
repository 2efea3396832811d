package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunTables;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.controls.PngFile;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.controls.ThemeChoice;
import mlpexplorer.ui.workbench.Notice;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

/// Pictures and curves that are taken home.
class SavingIT extends WindowTestCase {
    @BeforeEach
    void open() {
        open(ThemeChoice.LIGHT, new RunSpec());
    }

    @Test
    void theCurvesAreSavedWithAllTheirEpochs() throws Exception {
        Path file = home.resolve("taken home.csv");
        answer.set(Optional.of(file));
        trainToTheEnd();
        click("#save-curves-button");
        await(() -> Files.exists(file));
        assertThat(Files.readString(file))
                .isEqualTo(RunTables.metrics(frame().log(), Task.Metric.ACCURACY).text());
        assertThat(Files.readAllLines(file).getFirst())
                .startsWith("epoch,update,seconds,train_loss,");
    }

    @Test
    void savedCurvesAndCurvesThatCouldNotBeSavedLookAsTheyAreMeant() {
        Path folder = home.resolve("nowhere");
        interact(() -> workbench().stepEpoch());
        await(() -> epoch() == 1);
        answer.set(Optional.of(folder.resolve("curves.csv")));
        click("#save-curves-button");
        await(() -> workbench().notice().toneProperty().get() == Notice.Level.PROBLEM);
        answer.set(Optional.of(home.resolve("curves.csv")));
        click("#save-curves-button");
        await(() -> workbench().notice().toneProperty().get() == Notice.Level.DONE);
    }

    @Test
    void everyPictureIsSavedFromItsButton() {
        for (String name : List.of("decision-boundary", "loss", "accuracy")) {
            Path file = home.resolve(name + ".png");
            answer.set(Optional.of(file));
            click("#save-" + name + "-button");
            click("#picture-save-button");
            await(() -> Files.exists(file));
            assertThat(file).isNotEmptyFile();
        }
    }

    @Test
    void everyPictureOfARunIsSavedAsSvg() throws Exception {
        trainToTheEnd();
        interact(() -> lookup("#save-loss-button").<Button>query().fire());
        interact(() -> lookup("#picture-format-svg").<ToggleButton>query().fire());
        interact(() -> lookup("#picture-cancel-button").<Button>query().fire());
        for (String name : List.of("boundary", "loss", "network", "confusion", "histograms")) {
            selectTab("#side-tabs", name + "-tab");
            Path file = home.resolve(name + ".svg");
            answer.set(Optional.of(file));
            choose("menu-file-save-" + name);
            interact(() -> lookup("#picture-format-svg").<ToggleButton>query().fire());
            interact(() -> lookup("#picture-save-button").<Button>query().fire());
            await(() -> Files.exists(file));
            Document svg =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
            assertThat(svg.getElementsByTagName("text").getLength()).as(name).isGreaterThan(5);
            Files.createDirectories(Path.of("target", "screenshots"));
            Files.copy(
                    file,
                    Path.of("target", "screenshots", name + ".svg"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        choose("menu-file-save-window");
        assertThat(lookup("#picture-format-svg").tryQuery()).isEmpty();
    }

    @Test
    void ctrlSSavesThePictureUnderTheMouseAndAChangedMindSavesNothing() {
        Path file = home.resolve("by-key");
        moveTo("#accuracy-chart");
        push(KeyCode.CONTROL, KeyCode.S).push(KeyCode.ESCAPE);
        assertThat(lookup("#picture-sheet").tryQuery()).isEmpty();
        push(KeyCode.CONTROL, KeyCode.S).push(KeyCode.ENTER);
        assertThat(file).doesNotExist();
        answer.set(Optional.of(file));
        push(KeyCode.CONTROL, KeyCode.S).push(KeyCode.ENTER);
        await(() -> Files.exists(home.resolve("by-key.png")));
    }

    @Test
    void aPictureFourTimesAsLargeHasFourTimesThePixelsAndTheSpecInside() throws IOException {
        BufferedImage small = saved("small.png", "#picture-scale-1");
        BufferedImage large = saved("large.png", "#picture-scale-4");
        assertThat((double) large.getWidth()).isCloseTo(4 * small.getWidth(), Offset.offset(4.0));
        assertThat((double) large.getHeight()).isCloseTo(4 * small.getHeight(), Offset.offset(4.0));
        Path file = home.resolve("large.png");
        assertThat(SpecJson.read(PngFile.texts(file).get("mlp-explorer-spec")))
                .isEqualTo(workbench().spec());
        click("#save-loss-button");
        assertThat(lookup("#picture-scale-4").queryAs(ToggleButton.class).isSelected()).isTrue();
    }

    @Test
    void aDarkPictureOfALightWindowLeavesTheWindowLight() throws IOException {
        interact(() -> Theme.LIGHT.applyTo(stage().getScene()));
        Path file = home.resolve("dark.png");
        answer.set(Optional.of(file));
        click("#save-loss-button");
        click("#picture-theme-dark");
        click("#picture-save-button");
        await(() -> Files.exists(file) && lookup("#snapshot").tryQuery().isEmpty());
        assertThat(ImageIO.read(file.toFile()).getRGB(1, 1)).isEqualTo(0xff0d1117);
        assertThat(stage().getScene().getRoot().getStyleClass()).doesNotContain("dark");
    }

    @Test
    void aPictureThatCannotBeSavedIsToldInTheStatusLine() {
        answer.set(Optional.of(home.resolve("missing-folder").resolve("x.png")));
        click("#save-loss-button");
        click("#picture-save-button");
        await(() -> workbench().notice().messageProperty().get().contains("x.png"));
        assertThat(workbench().notice().messageProperty().get()).contains(" cannot be written: ");
    }

    private BufferedImage saved(String name, String scale) throws IOException {
        Path file = home.resolve(name);
        answer.set(Optional.of(file));
        click("#save-decision-boundary-button");
        click(scale);
        click("#picture-save-button");
        await(() -> Files.exists(file));
        return ImageIO.read(file.toFile());
    }
}
