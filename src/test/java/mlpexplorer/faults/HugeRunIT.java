package mlpexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What there is no memory for is refused before it starts.
final class HugeRunIT {
    private static final String WIDE = "model.hidden=[1024,1024,1024,1024,1024,1024]";
    private static final String ESTIMATE =
            "This run needs about 1\\.8 GB of memory, but only 0\\.\\d GB are available;"
                    + " use fewer units in model\\.hidden or a smaller training\\.batch\\.";

    @TempDir private Path folder;

    private Product.Ended run(String... arguments) throws IOException, InterruptedException {
        return new Product(folder).with("-Xmx200m").run(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "check", "snapshot", "sweep"})
    void a_huge_network_on_full_batches_is_refused_with_its_estimate(String verb) throws Exception {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                verb,
                                "--set",
                                WIDE,
                                "--set",
                                "data.samples=5000",
                                "--set",
                                "training.batch=\"full\""));
        arguments.addAll(
                switch (verb) {
                    case "train" -> List.of("--quiet", "--no-store");
                    case "check" -> List.of("--trained", "1");
                    case "snapshot" -> List.of("--quiet", "--out", "pictures");
                    default -> List.of("--no-store", "--jobs", "1", "--axis", "seeds.init=1,2");
                });
        Product.Ended ended = run(arguments.toArray(String[]::new));
        assertThat(ended.isTidy()).as(ended.err()).isTrue();
        assertThat(ended.sentences()).singleElement().asString().matches(ESTIMATE);
        assertThat(ended.code()).isEqualTo(3);
    }

    @Test
    void runs_that_fit_alone_but_not_side_by_side_are_refused() throws Exception {
        Product.Ended ended =
                run(
                        "sweep",
                        "--no-store",
                        "--quiet",
                        "--jobs",
                        "8",
                        "--axis",
                        "seeds.init=1..8",
                        "--set",
                        "model.hidden=[1024]",
                        "--set",
                        "data.samples=2000",
                        "--set",
                        "training.batch=\"full\"");
        assertThat(ended.sentences())
                .singleElement()
                .asString()
                .contains(", and 8 at a time need ", "use fewer runs at a time, fewer units");
        assertThat(ended.code()).isEqualTo(3);
    }

    @Test
    void a_table_too_large_for_memory_is_told_in_a_sentence() throws Exception {
        Path table = folder.resolve("wide.csv");
        String row = "1.5,".repeat(2_000) + "a\n" + "2.5,".repeat(2_000) + "b\n";
        Files.writeString(table, row.repeat(4_000));
        Product.Ended ended =
                new Product(folder)
                        .with("-Xmx40m")
                        .run(
                                "train",
                                "--no-store",
                                "--quiet",
                                "--set",
                                "data.type=csv",
                                "--set",
                                "data.path=" + table);
        assertThat(ended.isTidy()).as(ended.err()).isTrue();
        assertThat(ended.sentences()).singleElement().asString().contains("memory");
        assertThat(ended.code()).isNotZero();
    }

    @Test
    void a_spec_beyond_all_bounds_is_refused_by_its_value() throws Exception {
        Product.Ended ended = run("train", "--no-store", "--set", "data.samples=2000000000");
        assertThat(ended.sentences())
                .containsExactly("data.samples is 2,000,000,000, but must be from 4 to 5,000.");
        assertThat(ended.code()).isEqualTo(3);
    }
}
