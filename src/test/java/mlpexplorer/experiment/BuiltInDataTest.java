package mlpexplorer.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

final class BuiltInDataTest {
    private static final Path DATA = Path.of("data");

    @Test
    void theProjectsDataFolderHoldsWhatTheProgramWrites() {
        assertThat(BuiltInData.files())
                .allSatisfy(
                        (name, text) -> assertThat(DATA.resolve(name)).content().isEqualTo(text));
    }

    @Test
    void theProjectsDataFolderHoldsNothingElse() throws IOException {
        try (Stream<Path> files = Files.list(DATA)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(BuiltInData.files().keySet());
        }
    }

    @Test
    void irisHasItsHundredAndFiftyRows() {
        assertThat(BuiltInData.files().get("iris.csv").lines()).hasSize(151);
    }
}
