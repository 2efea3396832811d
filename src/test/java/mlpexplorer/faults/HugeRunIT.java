package mlpexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.ChildProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A run that does not fit into memory is rejected before it starts.
final class HugeRunIT {
    private static final List<String> WIDE =
            List.of(
                    "--set",
                    "model.hidden=[1024,1024,1024,1024,1024,1024]",
                    "--set",
                    "data.samples=5000",
                    "--set",
                    "training.batch=\"full\"");
    private static final String ESTIMATE =
            "This run needs about 1\\.8 GB of memory, but only 0\\.\\d GB are available;"
                    + " use fewer units in model\\.hidden or a smaller training\\.batch\\.";

    @TempDir private Path folder;

    private static List<String> wide(String... arguments) {
        return Stream.concat(Stream.of(arguments), WIDE.stream()).toList();
    }

    @Test
    void hugeRunsAreRefusedWithTheReason() throws Exception {
        List<ChildProcess.Result> results =
                new ChildProcess(folder)
                        .withOptions("-Xmx200m")
                        .runAll(
                                List.of(
                                        wide("train", "--quiet", "--no-store"),
                                        wide("check", "--trained", "1"),
                                        wide("snapshot", "--quiet", "--out", "pictures"),
                                        wide(
                                                "sweep",
                                                "--no-store",
                                                "--jobs",
                                                "1",
                                                "--axis",
                                                "seeds.init=1,2"),
                                        List.of(
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
                                                "training.batch=\"full\""),
                                        List.of(
                                                "train",
                                                "--no-store",
                                                "--set",
                                                "data.samples=2000000000")));
        assertThat(results)
                .hasSize(6)
                .allSatisfy(result -> {
                    assertThat(result.hasStackTrace()).as(result.err()).isFalse();
                    assertThat(result.messages()).hasSize(1);
                    assertThat(result.code()).isEqualTo(3);
                });
        assertThat(results.subList(0, 4))
                .allSatisfy(result -> assertThat(result.messages().getFirst()).matches(ESTIMATE));
        // these runs fit one at a time, but not in parallel
        assertThat(results.get(4).messages().getFirst())
                .contains(", and 8 at a time need ", "use fewer runs at a time, fewer units");
        assertThat(results.get(5).messages())
                .containsExactly("data.samples is 2,000,000,000, but must be from 4 to 5,000.");
    }

    @Test
    void aTableTooLargeForMemoryIsReportedInOneMessage() throws Exception {
        Path table = folder.resolve("wide.csv");
        String row = "1.5,".repeat(2_000) + "a\n" + "2.5,".repeat(2_000) + "b\n";
        Files.writeString(table, row.repeat(4_000));
        ChildProcess.Result result =
                new ChildProcess(folder)
                        .withOptions("-Xmx40m")
                        .run(
                                "train",
                                "--no-store",
                                "--quiet",
                                "--set",
                                "data.type=csv",
                                "--set",
                                "data.path=" + table);
        assertThat(result.hasStackTrace()).as(result.err()).isFalse();
        assertThat(result.messages()).singleElement().asString().contains("memory");
        assertThat(result.code()).isNotZero();
    }
}
