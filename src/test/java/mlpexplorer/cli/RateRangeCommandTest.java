package mlpexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.labs.RateRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class RateRangeCommandTest {
    @TempDir Path folder;

    @Test
    void printsTheSuggestionAndWritesTheUpdates() throws IOException {
        RateRange.Report expected =
                new RateRange(new RunStart(new RunSpec()), 1e-4, 5, 120)
                        .run(() -> false, _ -> {}, System::nanoTime);
        Path file = folder.resolve("rates.csv");
        Ran ran =
                Ran.with(
                        "rate-range",
                        "--from",
                        "1e-4",
                        "--to",
                        "5",
                        "--updates",
                        "120",
                        "--out",
                        file.toString(),
                        "--json");
        assertThat(ran.code()).isZero();
        JsonNode json = new ObjectMapper().readTree(ran.out());
        RateRange.Suggestion found = expected.suggestion().orElseThrow();
        assertThat(json.get("rate").asDouble()).isEqualTo(found.rate());
        assertThat(json.get("from").asDouble()).isEqualTo(found.from());
        assertThat(json.get("to").asDouble()).isEqualTo(found.to());
        assertThat(Files.readString(file)).isEqualTo(expected.table().text());
        assertThat(Ran.with("rate-range", "--preset", "spiral-mlp").out())
                .startsWith("200 updates; suggested range 0.5805 to 1.645, rate 1");
    }

    @Test
    void refusesRatesOutOfOrder() {
        Ran ran = Ran.with("rate-range", "--from", "1", "--to", "0.1");
        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.err()).contains("--from must be below to.");
        assertThat(ran.out()).isEmpty();
    }
}
