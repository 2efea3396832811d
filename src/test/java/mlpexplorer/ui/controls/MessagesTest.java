package mlpexplorer.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.toSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class MessagesTest {
    private static final Pattern LITERAL = Pattern.compile("\"([\\w.-]+)\"");
    private static final Pattern REFERENCE =
            Pattern.compile("(Messages\\s*\\.text|ControlLabel\\.of)\\(([^,()]*)[,)]");

    @ParameterizedTest
    @CsvSource({
        "0, Not revealed yet in this run.",
        "1, Revealed once in this run.",
        "2, Revealed 2 times in this run.",
        "1200, 'Revealed 1,200 times in this run.'"
    })
    void revealsOfATestSetAreCounted(int times, String message) {
        assertThat(Messages.text("labs.test-lock.reveals", times)).isEqualTo(message);
    }

    /// Keys are literals, or are made of literals: a prefix such as `schedule.`, and a suffix such
    /// as `.tip`.
    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> literals =
                LITERAL.matcher(source()).results().map(m -> m.group(1)).collect(toSet());

        assertThat(keys()).allSatisfy(key -> assertThat(isUsed(key, literals)).as(key).isTrue());
    }

    @Test
    void everyTextThatIsReferredToExists() throws IOException {
        List<String> used =
                REFERENCE
                        .matcher(source())
                        .results()
                        .map(m -> m.group(2))
                        .filter(argument -> !argument.contains("+"))
                        .flatMap(argument -> LITERAL.matcher(argument).results())
                        .map(m -> m.group(1))
                        .toList();

        assertThat(used)
                .hasSizeGreaterThan(290)
                .allSatisfy(key -> assertThat(keys()).contains(key));
    }

    private static boolean isUsed(String key, Set<String> literals) {
        return literals.contains(key)
                || IntStream.range(1, key.length())
                        .filter(i -> ".-".indexOf(key.charAt(i)) >= 0)
                        .anyMatch(i ->
                                literals.contains(key.substring(0, i))
                                        || literals.contains(key.substring(0, i + 1)));
    }

    private static Set<String> keys() {
        return ResourceBundle.getBundle("mlpexplorer.ui.messages", Locale.ROOT).keySet();
    }

    private static String source() throws IOException {
        StringBuilder source = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/mlpexplorer/ui"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                source.append(Files.readString(file));
            }
        }
        return source.toString();
    }
}
