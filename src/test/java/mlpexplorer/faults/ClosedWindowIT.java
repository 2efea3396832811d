package mlpexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.ChildProcess;
import mlpexplorer.experiment.Npz;
import mlpexplorer.experiment.store.RunState;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.ui.ClosedWindow;
import mlpexplorer.ui.ClosingMoment;
import mlpexplorer.ui.settings.Settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import javax.imageio.ImageIO;

/// The window is closed while it is busy: the process ends by itself without any message, no thread
/// continues, no partial file is left, and the run database is intact.
final class ClosedWindowIT {
    private static final int ROWS = 200_000;

    /// Moments whose windows are closed one after another in one process. The last window of each
    /// ends the process.
    private enum Group {
        TRAINING(
                ClosingMoment.TRAINING,
                ClosingMoment.STEPPING,
                ClosingMoment.LOOKING_AT_THE_PAST,
                ClosingMoment.SWEEPING,
                ClosingMoment.SWEEPING_SLOWLY_BESIDE_TRIALS_OF_CAPACITY,
                ClosingMoment.COMPUTING_IN_LABS,
                ClosingMoment.BEFORE_THE_FIRST_FRAME),
        FILES(
                ClosingMoment.READING_A_TABLE,
                ClosingMoment.ASKING_HOW_TO_SAVE,
                ClosingMoment.CHOOSING_A_FILE,
                ClosingMoment.LAYING_OUT_A_BUNDLE,
                ClosingMoment.DOWNLOADING),
        SAVING(
                ClosingMoment.SAVING_A_PICTURE,
                ClosingMoment.SAVING_A_BUNDLE,
                ClosingMoment.SAVING_A_FILM,
                ClosingMoment.SAVING_WEIGHTS);

        private final List<ClosingMoment> moments;

        Group(ClosingMoment... moments) {
            this.moments = List.of(moments);
        }
    }

    @TempDir private Path folder;

    @Test
    void eachMomentIsInOneGroup() {
        assertThat(Arrays.stream(Group.values()).flatMap(group -> group.moments.stream()))
                .containsExactlyInAnyOrderElementsOf(EnumSet.allOf(ClosingMoment.class));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftBehind(Group group) throws Exception {
        Files.writeString(folder.resolve("table.csv"), "1.5,2.5,x\n2.5,1.5,y\n".repeat(ROWS / 2));
        try (StallingMirror mirror = new StallingMirror(folder)) {
            ChildProcess.Result result =
                    new ChildProcess(folder)
                            .withModules()
                            .withOptions(mirror.options())
                            .run(
                                    ClosedWindow.class,
                                    group.moments.stream()
                                            .map(ClosingMoment::name)
                                            .toArray(String[]::new));
            assertThat(result.err()).isEmpty();
            assertThat(result.out().lines())
                    .containsExactlyElementsOf(
                            group.moments.stream().map(ClosingMoment::name).toList());
            assertThat(result.code()).isZero();
        }
        for (ClosingMoment moment : group.moments) {
            assertNothingIsLeftBehind(moment);
        }
    }

    private void assertNothingIsLeftBehind(ClosingMoment moment) throws IOException {
        Path home = ClosedWindow.home(folder, moment);
        if (moment == ClosingMoment.DOWNLOADING) {
            assertThat(files(home))
                    .containsExactly(
                            "mnist/train-images-idx3-ubyte.gz.part",
                            "runs.db",
                            "settings.properties");
            assertThat(Files.size(home.resolve("mnist/train-images-idx3-ubyte.gz.part")))
                    .isBetween(1L, (long) StallingMirror.SENT);
        } else {
            assertThat(files(home))
                    .as(moment.name())
                    .containsExactly("runs.db", "settings.properties");
        }
        Path saved = ClosedWindow.folder(folder, moment).resolve("saved");
        for (String file : files(saved)) {
            assertThat(isWhole(saved.resolve(file))).as(file).isTrue();
        }
        assertThat(new Settings(home).spec()).isPresent();
        assertThat(Sqlite.integrity(home.resolve(RunStore.FILE))).isEqualTo("ok");
        try (RunStore store = RunStore.open(home.resolve(RunStore.FILE))) {
            assertThat(store.notice()).isEmpty();
            assertThat(store.list())
                    .as(moment.name())
                    .allMatch(run -> run.progress().state() != RunState.INTERRUPTED);
        }
    }

    /// Without the font of the icons, which only the first window of a process needs.
    private static List<String> files(Path where) throws IOException {
        try (Stream<Path> files = Files.walk(where)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> where.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !file.startsWith("fonts/"))
                    .sorted()
                    .toList();
        }
    }

    /// Whether a file is a complete one of those that the window saves.
    private static boolean isWhole(Path file) throws IOException {
        return switch (file.getFileName().toString().replaceFirst(".*-", "")) {
            case "weights.npz" -> Npz.read(Files.readAllBytes(file)).layers() == 5;
            // a fast machine finishes the animation
            case "window.png", "boundary.gif" ->
                    Optional.ofNullable(ImageIO.read(file.toFile())).isPresent();
            case "assignment.zip" -> {
                try (ZipFile zip = new ZipFile(file.toFile())) {
                    yield zip.stream().anyMatch(entry -> entry.getName().endsWith("spec.json"));
                }
            }
            default -> false;
        };
    }
}
