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
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class MessagesTest {
    private static final Pattern LITERAL = Pattern.compile("\"([\\w.-]+)\"");
    private static final Pattern REFERENCE =
            Pattern.compile("(Messages\\s*\\.text|ControlLabel\\.of)\\(([^,()]*)[,)]");
    private static final Pattern NAME = Pattern.compile("Messages\\s*\\.name\\(\\s*\"([^\"]*)\"");

    /// The types whose constants or variants have texts, by the prefix of the keys.
    private static final Map<String, String> NAMED =
            Map.ofEntries(
                    Map.entry("data.standardize", "data.SplitSpec$Standardize"),
                    Map.entry("data.tip", "data.DataSpec$Synthetic"),
                    Map.entry("data.type", "data.DataSpec"),
                    Map.entry("initializer", "nn.Initializer"),
                    Map.entry("labs.axis", "ui.labs.ComparisonLab$LogCurve$Progress"),
                    Map.entry("labs.rows", "ui.labs.GradientCheckLab$Rows"),
                    Map.entry("labs.weights", "ui.labs.GradientCheckLab$Weights"),
                    Map.entry("menu.view.theme", "ui.controls.ThemeChoice"),
                    Map.entry("regularization", "nn.Regularizer"),
                    Map.entry("schedule", "nn.LearningRateSchedule"),
                    Map.entry("status.finished", "training.StopRule$StopReason"),
                    Map.entry("sweep.about", "ui.sweep.SweepTemplate"),
                    Map.entry("sweep.measure", "experiment.sweep.SweepMeasure"),
                    Map.entry("sweep.parameter", "ui.sweep.SweepParameter"),
                    Map.entry("sweep.template", "ui.sweep.SweepTemplate"));

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

    @Test
    void everyConstantAndVariantThatIsNamedHasAText() throws Exception {
        // only shares have other names in a regression
        assertThat(NAME.matcher(source()).results().map(m -> m.group(1)))
                .filteredOn(prefix -> !prefix.equals("sweep.measure.r2"))
                .isNotEmpty()
                .allSatisfy(prefix -> assertThat(NAMED).containsKey(prefix));
        for (Map.Entry<String, String> named : NAMED.entrySet()) {
            assertThat(names(Class.forName("mlpexplorer." + named.getValue())))
                    .as(named.getKey())
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(keys()).contains(named.getKey() + "." + name));
        }
    }

    private static List<String> names(Class<?> type) {
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants()).map(each -> ((Enum<?>) each).name()).toList();
        }
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses())
                        .flatMap(each -> names(each).stream())
                        .toList()
                : List.of(type.getSimpleName());
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
