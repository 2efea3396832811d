package mlpexplorer.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.Parameters;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class WeightsJsonTest {
    @TempDir private Path folder;

    @Test
    void readsBackTheBitsOfAModelFile() throws IOException {
        RunSpec spec = new RunSpec();
        RunResult result = new RunLoop(new RunStart(spec), () -> 0).run(() -> true, _ -> {});
        Path file =
                Files.writeString(folder.resolve("model.json"), RunExport.modelJson(spec, result));
        Parameters read = WeightsJson.read(file, RunStart.shape(spec));
        for (int l = 0; l < read.layers(); l++) {
            assertThat(read.weights(l)).isEqualTo(result.parameters().weights(l));
            assertThat(read.biases(l)).isEqualTo(result.parameters().biases(l));
        }
    }

    @Test
    void rowsLeadFromAUnit() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("w.json"),
                        "{\"W1\": [[1, 2], [3, 4]], \"b1\": [5, 6], \"note\": \"x\"}");
        Parameters read = WeightsJson.read(file, new Parameters(2, 2));
        assertThat(read.weights(0)).containsExactly(1, 2, 3, 4);
        assertThat(read.biases(0)).containsExactly(5, 6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {}                                          | W1 is missing, but must be an array of 2 rows of 2 numbers.
                    {"W1": [[1, 2]], "b1": [5, 6]}              | W1 is [[1, 2]], but must be an array of 2 rows of 2 numbers.
                    {"W1": [[1, 2], [3]], "b1": [5, 6]}         | W1[1] is [3], but must be an array of 2 numbers.
                    {"W1": [[1, 2], [3, "x"]], "b1": [5, 6]}    | W1[1][1] is "x", but must be a number.
                    {"W1": [[1, 2], [3, NaN]], "b1": [5, 6]}    | W1[1][1] is NaN, but must be a finite number.
                    {"W1": [[1, 2], [3, 4]], "b1": [5]}         | b1 is [5], but must be an array of 2 numbers.
                    {"W1": [], "W2": []}                        | W2 is one layer too many for the network 2-2.
                    """)
    void saysWhatDoesNotFit(String text, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("w.json"), text);
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> WeightsJson.read(file, new Parameters(2, 2)))
                .withMessage(file + " cannot be used as weights: " + reason);
    }
}
