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
    void the_projects_data_folder_holds_what_the_program_writes() {
        assertThat(BuiltInData.files())
                .allSatisfy(
                        (name, text) -> assertThat(DATA.resolve(name)).content().isEqualTo(text));
    }

    @Test
    void the_projects_data_folder_holds_nothing_else() throws IOException {
        try (Stream<Path> files = Files.list(DATA)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(BuiltInData.files().keySet());
        }
    }

    @Test
    void iris_has_its_hundred_and_fifty_rows() {
        assertThat(BuiltInData.files().get("iris.csv").lines()).hasSize(151);
    }
}
