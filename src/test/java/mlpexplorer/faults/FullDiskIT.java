package mlpexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.ui.timeline.PicturesOnDisk;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The disk is full while something is saved there: what stood there stays, nothing half-written is
/// left, and the file is named.
final class FullDiskIT {
    private static final String OLD =
            "printf old > \"$0/loss.png\"; printf old > \"$0/film.gif\"; printf old >"
                    + " \"$0/metrics.csv\"; printf old > \"$0/homework.zip\"";
    private static final String LISTED =
            "echo left: $(ls -A \"$0\"); cat \"$0/loss.png\" \"$0/film.gif\" \"$0/metrics.csv\""
                    + " \"$0/homework.zip\"";
    private static final String ALL_OLD =
            "left: film.gif homework.zip loss.png metrics.csv\noldoldoldold";

    @TempDir private Path folder;

    private Path disk;

    @BeforeEach
    void madeDisk() throws IOException {
        disk = Files.createDirectory(folder.resolve("disk"));
    }

    private Product full() throws IOException, InterruptedException {
        return OtherDisk.small(new Product(folder), disk, 20, OLD, LISTED);
    }

    @Test
    void pictures_and_films_of_the_window_leave_what_was_there() throws Exception {
        Product.Ended ended = full().run(PicturesOnDisk.class, disk.toString());
        assertThat(ended.isTidy()).as(ended.err()).isTrue();
        assertThat(ended.out())
                .isEqualTo(
                        disk
                                + "/loss.png cannot be written: No space left on device.\n"
                                + disk
                                + "/film.gif cannot be written: No space left on device.\n"
                                + ALL_OLD);
    }

    @Test
    void pictures_and_bundles_of_the_command_line_leave_what_was_there() throws Exception {
        for (List<String> target :
                List.of(
                        List.of("--out", disk.toString()),
                        List.of("--bundle", disk.resolve("homework.zip").toString()))) {
            Product.Ended ended =
                    full().run(
                                    "snapshot",
                                    "--preset",
                                    "xor-mlp",
                                    "--quiet",
                                    target.get(0),
                                    target.get(1));
            assertThat(ended.isTidy()).as(ended.err()).isTrue();
            assertThat(ended.sentences())
                    .singleElement()
                    .asString()
                    .startsWith(disk + "/")
                    .endsWith(" cannot be written: No space left on device.");
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.out()).isEqualTo(ALL_OLD);
        }
    }

    @Test
    void the_files_of_a_run_leave_what_was_there() throws Exception {
        Product.Ended ended =
                full().run(
                                "train",
                                "--preset",
                                "batch-lab",
                                "--quiet",
                                "--no-store",
                                "--out",
                                disk.toString());
        assertThat(ended.sentences())
                .containsExactly(disk + "/metrics.csv cannot be written: No space left on device.");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out())
                .isEqualTo(
                        "left: film.gif homework.zip loss.png metrics.csv spec.json\noldoldoldold");
    }

    @Test
    void a_run_that_cannot_be_stored_is_trained_all_the_same_and_the_earlier_ones_stay()
            throws Exception {
        Path before = folder.resolve("before.db");
        Path after = folder.resolve("after.db");
        assertThat(
                        new Product(folder)
                                .run(
                                        "train",
                                        "--preset",
                                        "xor-mlp",
                                        "--quiet",
                                        "--store",
                                        before.toString())
                                .code())
                .isZero();
        Product.Ended ended =
                OtherDisk.small(
                                new Product(folder),
                                disk,
                                200,
                                "cp " + before + " \"$0/runs.db\"",
                                "cp \"$0/runs.db\" " + after)
                        .run(
                                "train",
                                "--json",
                                "--set",
                                "training.stop.epochs=20000",
                                "--set",
                                "data.samples=20",
                                "--set",
                                "training.batch=\"full\"",
                                "--store",
                                disk.resolve("runs.db").toString());
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("\"epochs\": 20000");
        assertThat(ended.sentences())
                .contains(
                        "The run store "
                                + disk
                                + "/runs.db cannot grow because the disk is full; new results are"
                                + " kept in memory until they can be written.");
        try (RunStore store = RunStore.open(after);
                RunStore old = RunStore.open(before)) {
            List<RunSummary> runs = store.list();
            assertThat(runs.getLast()).isEqualTo(old.list().getFirst());
            assertThat(store.notice()).isEmpty();
        }
    }
}
