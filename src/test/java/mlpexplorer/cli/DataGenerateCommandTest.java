package mlpexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.BuiltInData;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class DataGenerateCommandTest {

    @Test
    void writesEveryBuiltInDataset(@TempDir Path folder) {
        Path made = folder.resolve("made");
        Ran ran = Ran.with("data", "generate", "--out", made.toString());
        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines())
                .containsExactlyElementsOf(
                        BuiltInData.files().keySet().stream()
                                .map(name -> made.resolve(name).toString())
                                .toList());
        assertThat(BuiltInData.files())
                .allSatisfy(
                        (name, text) -> assertThat(made.resolve(name)).content().isEqualTo(text));
    }

    @Test
    void aFolderThatCannotBeMadeIsTold(@TempDir Path folder) throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "");
        assertThat(Ran.with("data", "generate", "--out", taken.toString()))
                .isEqualTo(
                        new Ran(
                                3,
                                "",
                                "mlp-explorer: " + taken + " is a file, but must be a folder.\n"));
    }
}
