package mlpexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.ChildProcess;
import mlpexplorer.CommandLines;
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

/// The disk is full when something is saved: the message names the file, existing files are
/// unchanged, and no partial file is left.
final class FullDiskIT {
    private static final List<String> OLD_FILES =
            List.of("animation.gif", "homework.zip", "loss.png", "metrics.csv");
    private static final String FULL = " cannot be written: No space left on device.";

    @TempDir private Path folder;

    private Path disk;

    @BeforeEach
    void createMountPoint() throws IOException {
        disk = Files.createDirectory(folder.resolve("disk"));
    }

    /// Runs the program with old files on a small disk, which is copied to `after` at the end.
    private ChildProcess full() throws IOException, InterruptedException {
        String before =
                "for file in "
                        + String.join(" ", OLD_FILES)
                        + "; do printf old > \"$0/$file\"; done";
        return MountedFolder.small(
                new ChildProcess(folder),
                disk,
                20,
                before,
                "cp -R \"$0\" " + folder.resolve("after"));
    }

    private void assertFilesAfter(String... names) throws IOException {
        try (var files = Files.list(folder.resolve("after"))) {
            assertThat(files)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder(names);
        }
        assertThat(OLD_FILES)
                .allSatisfy(name ->
                        assertThat(folder.resolve("after").resolve(name)).hasContent("old"));
    }

    @Test
    void picturesAndAnimationsOfTheWindowKeepOldFiles() throws Exception {
        ChildProcess.Result result = full().run(PicturesOnDisk.class, disk.toString());
        assertThat(result.hasStackTrace()).as(result.err()).isFalse();
        assertThat(result.out().lines())
                .containsExactly(disk + "/loss.png" + FULL, disk + "/animation.gif" + FULL);
        assertFilesAfter("animation.gif", "homework.zip", "loss.png", "metrics.csv");
    }

    @Test
    void picturesBundlesAndTablesOfTheCommandLineKeepOldFiles() throws Exception {
        List<ChildProcess.Result> results =
                full().runAll(
                                List.of(
                                        List.of(
                                                "snapshot",
                                                "--preset",
                                                "xor-mlp",
                                                "--quiet",
                                                "--out",
                                                disk.toString()),
                                        List.of(
                                                "snapshot",
                                                "--preset",
                                                "xor-mlp",
                                                "--quiet",
                                                "--bundle",
                                                disk.resolve("homework.zip").toString()),
                                        List.of(
                                                "train",
                                                "--preset",
                                                "batch-lab",
                                                "--quiet",
                                                "--no-store",
                                                "--out",
                                                disk.toString())));
        assertThat(results)
                .hasSize(3)
                .allSatisfy(result -> {
                    assertThat(result.hasStackTrace()).as(result.err()).isFalse();
                    assertThat(result.messages())
                            .singleElement()
                            .asString()
                            .startsWith(disk + "/")
                            .endsWith(FULL);
                    assertThat(result.code()).isEqualTo(1);
                });
        assertThat(results.get(1).messages()).containsExactly(disk + "/homework.zip" + FULL);
        assertThat(results.get(2).messages()).containsExactly(disk + "/metrics.csv" + FULL);
        assertFilesAfter("animation.gif", "homework.zip", "loss.png", "metrics.csv");
    }

    @Test
    void aRunThatCannotBeStoredIsTrainedAndEarlierRunsRemain() throws Exception {
        Path before = folder.resolve("before.db");
        Path after = folder.resolve("after.db");
        assertThat(
                        CommandLines.run(
                                        "train",
                                        "--preset",
                                        "xor-mlp",
                                        "--quiet",
                                        "--store",
                                        before.toString())
                                .code())
                .isZero();
        ChildProcess.Result result =
                MountedFolder.small(
                                new ChildProcess(folder),
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
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("\"epochs\": 20000");
        assertThat(result.messages())
                .contains(
                        "The run database "
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
