package mlpexplorer.experiment;

import static mlpexplorer.faults.Damage.INPUTS;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import mlpexplorer.data.io.UserError;
import mlpexplorer.faults.Damage;
import mlpexplorer.nn.RandomStream;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Thousands of corrupted specifications and settings: each yields a specification or a
/// one-sentence error.
final class SpecFuzzTest {
    private static final List<String> WORDS =
            List.of(
                    "data",
                    "model",
                    "training",
                    "seeds",
                    "type",
                    "hidden",
                    "rate",
                    "batch",
                    "stop",
                    "epochs",
                    "perLayer",
                    "layers",
                    "points",
                    "csv",
                    "path",
                    "idx",
                    "full",
                    "xavier",
                    "adam",
                    "elasticNet",
                    "l1",
                    "split",
                    "activation",
                    "",
                    "\u0000",
                    "é",
                    "null");
    private static final List<String> VALUES =
            List.of(
                    "0",
                    "-1",
                    "1e999",
                    "NaN",
                    "-Infinity",
                    "2147483648",
                    "9223372036854775808",
                    "0.1",
                    "1e-400",
                    "null",
                    "true",
                    "\"\"",
                    "\"full\"",
                    "[]",
                    "{}",
                    "[1,2",
                    "[[1]]",
                    "{\"type\":\"adam\"}",
                    "{\"type\":{}}",
                    "[0.5,0.5,0]",
                    "[1024,1024,1024,1024,1024,1024,1024]",
                    "\"csv\"",
                    "\"points\"",
                    "[{\"x\":1,\"y\":2,\"label\":0}]",
                    "\\u0000",
                    "[".repeat(2_000),
                    "1" + "0".repeat(2_000),
                    "\"" + "a".repeat(5_000) + "\"");
    private static final List<String> PATHS =
            List.of(
                    "training.rate",
                    "training.batch",
                    "model.hidden",
                    "data.samples",
                    "data.split",
                    "training.stop.epochs",
                    "training.optimizer",
                    "training.regularizer",
                    "model.activation",
                    "seeds.init",
                    "data.type",
                    "training.dropout");
    private static final List<RunSpec> SPECS =
            Presets.all().stream().map(preset -> preset.start().spec()).toList();
    private static final List<byte[]> WHOLE =
            SPECS.stream().map(spec -> SpecJson.write(spec).getBytes(UTF_8)).toList();

    private static boolean wholeOrRefused(Supplier<RunSpec> reader) {
        try {
            assertThat(SpecJson.read(SpecJson.write(reader.get()))).isNotNull();
            return true;
        } catch (UserError e) {
            assertThat(e.getMessage())
                    .endsWith(".")
                    .doesNotContainPattern("[\\n\\r]")
                    .hasSizeBetween(10, 2_000);
            return false;
        }
    }

    @Test
    void spoiltSpecificationsGiveOneSentence() {
        int whole =
                Damage.wholeOf(i -> {
                    RandomStream random = new RandomStream(3, i);
                    String text =
                            new String(
                                    Damage.of(WHOLE.get(random.nextInt(WHOLE.size())), random),
                                    UTF_8);
                    return wholeOrRefused(() -> SpecJson.read(text));
                });
        assertThat(whole).isBetween(INPUTS / 10, INPUTS * 9 / 10);
    }

    @Test
    void senselessSettingsGiveOneSentence() {
        int whole =
                Damage.wholeOf(i -> {
                    RandomStream random = new RandomStream(4, i);
                    List<String> settings = new ArrayList<>();
                    for (int count = random.nextInt(3); count >= 0; count--) {
                        settings.add(
                                path(random) + "=" + VALUES.get(random.nextInt(VALUES.size())));
                    }
                    return wholeOrRefused(
                            () -> SpecJson.set(SPECS.get(random.nextInt(SPECS.size())), settings));
                });
        assertThat(whole).isBetween(INPUTS / 200, INPUTS / 2);
    }

    private static String path(RandomStream random) {
        if (random.nextInt(2) == 0) {
            return PATHS.get(random.nextInt(PATHS.size()));
        }
        StringBuilder path = new StringBuilder(WORDS.get(random.nextInt(4)));
        for (int depth = random.nextInt(3); depth >= 0; depth--) {
            path.append('.').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return path.toString();
    }
}
