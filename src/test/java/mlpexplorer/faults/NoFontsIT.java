package mlpexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A system without a single font.
@EnabledOnOs(OS.LINUX)
final class NoFontsIT {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "snapshot --preset xor-mlp --quiet --out pictures"})
    void without_fonts_one_sentence_says_what_to_install(String arguments) throws Exception {
        Path config =
                Files.writeString(
                        folder.resolve("fonts.conf"),
                        "<?xml version=\"1.0\"?><fontconfig><dir>/nowhere</dir></fontconfig>");
        Product.Ended ended =
                new Product(folder)
                        .in(Map.of("FONTCONFIG_FILE", config.toString()))
                        .run(arguments.isEmpty() ? new String[0] : arguments.split(" "));
        assertThat(ended.isTidy()).as(ended.err()).isTrue();
        assertThat(ended.sentences())
                .containsExactly(
                        "No fonts are installed on this system. Install some, for example the"
                                + " package fonts-dejavu.");
        assertThat(ended.code()).isEqualTo(1);
    }
}
