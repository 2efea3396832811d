package mlpexplorer.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class FileNameCompleterTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "loss.png, a.png, a.png",
        "loss.png, a.png.png, a.png",
        "loss.png, a.png.PNG.png, a.png",
        "loss.png, a.PNG, a.PNG",
        "loss.png, a, a.png",
        "loss.png, a., a.png",
        "loss.png, v1.2, v1.2.png",
        "loss.png, .png, .png.png",
        "loss.png, .png.png, .png.png",
        "loss.png, a.jpg, a.jpg",
        "loss.png, apng, apng.png",
        "loss.png, größe.png.png, größe.png",
        "weights.npz, w.npz.npz, w.npz",
        "weights.npz, w.json, w.json",
        "weights.npz, w.json.npz, w.json",
        "weights.npz, w, w.npz",
        "experiment.mlpx.json, e, e.mlpx.json",
        "experiment.mlpx.json, e.mlpx.json.mlpx.json, e.mlpx.json",
        "experiment.mlpx.json, e.mlpx.json.json, e.mlpx.json",
        "experiment.mlpx.json, e.json, e.json"
    })
    void aNameHasOneEnding(String offered, String typed, String saved) {
        assertThat(FileNameCompleter.of(offered).complete(typed)).isEqualTo(saved);
    }

    @Test
    void aFileThatNobodyWasAskedAboutIsNotReplaced() throws IOException {
        Files.writeString(folder.resolve("a.png"), "old");
        Files.writeString(folder.resolve("a-2.png"), "old");
        FileNameCompleter name = FileNameCompleter.of("loss.png");
        assertThat(name.complete(folder.resolve("a"))).isEqualTo(folder.resolve("a-3.png"));
        assertThat(name.complete(folder.resolve("a.png.png"))).isEqualTo(folder.resolve("a-3.png"));
        assertThat(name.complete(folder.resolve("a.png"))).isEqualTo(folder.resolve("a.png"));
        assertThat(name.complete(folder.resolve("b.png.png"))).isEqualTo(folder.resolve("b.png"));
    }
}
