package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;

import mlpexplorer.experiment.ModelFile;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.TrainedModel;
import mlpexplorer.training.Phase;
import mlpexplorer.training.StopRule.StopReason;
import mlpexplorer.ui.controls.ThemeChoice;
import mlpexplorer.ui.workbench.Notice;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// The trained network taken elsewhere, from the File menu.
class ExportIT extends WindowTestCase {
    @BeforeEach
    void trainOnIris() {
        open(
                ThemeChoice.LIGHT,
                SpecJson.set(
                        new RunSpec(),
                        List.of(
                                "data.type=iris",
                                "training.optimizer=adam",
                                "training.stop.epochs=20")));
        trainToTheEnd();
    }

    /// Without the mouse, since the sheet slides in.
    private void fire(String button) {
        interact(() -> lookup(button).<Button>query().fire());
    }

    private String clipboard() {
        AtomicReference<String> text = new AtomicReference<>("");
        interact(() -> text.set(Clipboard.getSystemClipboard().getString()));
        return text.get();
    }

    private Path saved(String menu, String name) {
        Path file = home.resolve(name);
        answer.set(Optional.of(file));
        choose(menu);
        await(() -> Files.exists(file));
        return file;
    }

    @Test
    void aModelFileOfAnEarlierEpochContinuesToTheSameEnd() {
        double end = frame().metrics().train().loss();
        interact(() -> workbench().seek(8));
        await(() -> epoch() == 8);
        Path file = saved("menu-export-model", "model.mlpm.zip");
        TrainedModel model = ModelFile.read(file);
        assertThat(model.epoch()).isEqualTo(8);
        interact(() -> explorer().open(file));
        await(() -> frame().firstEpoch() == 8 && frame().lastEpoch() == 8);
        trainToTheEnd();
        await(() -> epoch() == 20);
        assertThat(frame().metrics().train().loss()).isEqualTo(end);
    }

    @Test
    void aModelFileIsOpenedWithoutTrainingIt() {
        interact(() -> workbench().autoTrainProperty().set(true));
        Path end = saved("menu-export-model", "end.mlpm.zip");
        TrainedModel model = ModelFile.read(end);
        interact(() -> workbench().seek(8));
        await(() -> epoch() == 8);
        Path middle = saved("menu-export-model", "middle.mlpm.zip");
        interact(() -> explorer().open(middle));
        await(() -> frame().firstEpoch() == 8);
        assertThat(frame().phase()).isEqualTo(new Phase.Ready());
        assertThat(frame().lastEpoch()).isEqualTo(8);
        interact(() -> explorer().open(end));
        await(() -> frame().firstEpoch() == 20);
        assertThat(frame().phase()).isEqualTo(new Phase.Finished(StopReason.EPOCHS_DONE));
        assertThat(frame().lastEpoch()).isEqualTo(20);
        assertThat(frame().parameters().weights(0)).isEqualTo(model.parameters().weights(0));
        interact(() -> workbench().play());
        await(() -> frame().phase() instanceof Phase.Finished && frame().lastEpoch() == 40);
        await(() -> savedRuns().size() == 2);
    }

    @Test
    void anOnnxModelIsWritten() {
        assertThat(saved("menu-export-onnx", "model.onnx")).isNotEmptyFile();
    }

    @Test
    void theCodeIsShownCopiedAndSavedWithItsData() throws Exception {
        choose("menu-export-pytorch");
        await(() -> lookup("#script-code").tryQuery().isPresent());
        String code = lookup("#script-code").<TextArea>query().getText();
        assertThat(code).contains("torch.optim.Adam").contains("EPOCHS = 20");
        take("code-light");
        fire("#script-copy-button");
        await(() -> code.equals(clipboard()));
        Path file = home.resolve("train_pytorch.py");
        answer.set(Optional.of(file));
        fire("#script-save-button");
        await(() -> Files.exists(file));
        assertThat(file).hasContent(code);
        assertThat(home.resolve("run.npz")).isNotEmptyFile();
        assertThat(home.resolve("metrics.csv")).isNotEmptyFile();
    }

    @Test
    void aChangedRunHasNoScript() {
        interact(() -> workbench().seek(10));
        await(() -> epoch() == 10);
        interact(() ->
                workbench().change(spec -> spec.withTraining(spec.training().withRate(0.001))));
        await(() -> !frame().adjustments().isEmpty());
        choose("menu-export-numpy");
        await(() -> workbench().notice().toneProperty().get() == Notice.Level.PROBLEM);
        assertThat(lookup("#script-code").tryQuery()).isEmpty();
    }
}
