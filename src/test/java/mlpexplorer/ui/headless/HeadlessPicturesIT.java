package mlpexplorer.ui.headless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import javafx.scene.image.Image;

import mlpexplorer.Screenshots;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunPictures;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.training.EpochMetrics;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The window's pictures without a window.
class HeadlessPicturesIT {
    @Test
    void aRunIsTrainedToTheBitsOfTheCommandLineAndDrawn() throws IOException {
        RunStart start =
                new RunStart(SpecJson.set(new RunSpec(), List.of("training.stop.epochs=120")));
        List<EpochMetrics> told = new ArrayList<>();
        RunPictures.Drawn drawn =
                new HeadlessPictures()
                        .draw(start, new RunPictures.Look(false, 1), () -> false, told::add);
        RunResult alone = new RunLoop(start, System::nanoTime).run(() -> false, _ -> {});
        assertThat(drawn.result().end().metrics()).isEqualTo(alone.end().metrics());
        assertThat(drawn.result().parameters().weights(0))
                .containsExactly(alone.parameters().weights(0));
        assertThat(drawn.result().end().outcome()).isEqualTo(alone.end().outcome());
        assertThat(told).isNotEmpty();
        assertThat(drawn.pictures())
                .containsOnlyKeys("loss.png", "accuracy.png", "boundary.png", "network.png");
        assertSize(drawn, "loss.png", 720);
        check("snapshot-light", drawn);
    }

    @Test
    void darkAndTwiceAsLarge() throws IOException {
        RunStart start =
                new RunStart(
                        SpecJson.set(
                                Presets.named("spiral-mlp").start().spec(),
                                List.of("training.stop.epochs=200")));
        RunPictures.Drawn drawn =
                new HeadlessPictures()
                        .draw(start, new RunPictures.Look(true, 2), () -> false, _ -> {});
        assertSize(drawn, "accuracy.png", 1440);
        assertThat(image(drawn, "boundary.png").getPixelReader().getColor(2, 2).getBrightness())
                .isLessThan(0.3);
        check("snapshot-dark", drawn);
    }

    @Test
    void givenWeightsAreTheOnesItBeginsWith() throws IOException {
        RunStart start = Presets.named("worked-example").start();
        RunPictures.Drawn drawn =
                new HeadlessPictures()
                        .draw(start, new RunPictures.Look(false, 1), () -> false, _ -> {});
        assertThat(drawn.result().initial().weights(0)).containsExactly(1, 1, 1, -1, -1, -1);
        RunResult alone = new RunLoop(start, System::nanoTime).run(() -> false, _ -> {});
        assertThat(drawn.result().end().metrics().train()).isEqualTo(alone.end().metrics().train());
        assertThat(drawn.result().end().outcome()).isInstanceOf(Outcome.Finished.class);
    }

    @Test
    void aFileThatIsNotThereIsToldAsIs() {
        RunSpec missing =
                SpecJson.set(
                        new RunSpec(), List.of("data.type=csv", "data.path=/nowhere/at-all.csv"));
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() ->
                        new HeadlessPictures()
                                .draw(
                                        new RunStart(missing),
                                        new RunPictures.Look(false, 1),
                                        () -> false,
                                        _ -> {}))
                .withMessageContaining("at-all.csv");
    }

    private static void assertSize(RunPictures.Drawn drawn, String name, double width) {
        assertThat(image(drawn, name).getWidth()).isEqualTo(width);
    }

    private static Image image(RunPictures.Drawn drawn, String name) {
        return new Image(new ByteArrayInputStream(drawn.pictures().get(name)));
    }

    private static void check(String prefix, RunPictures.Drawn drawn) throws IOException {
        for (var picture : drawn.pictures().entrySet()) {
            Screenshots.check(
                    prefix + "-" + picture.getKey().replace(".png", ""), picture.getValue());
        }
    }
}
