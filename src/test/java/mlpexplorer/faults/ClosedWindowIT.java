package mlpexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.Npz;
import mlpexplorer.experiment.store.RunState;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.ui.ClosedWindow;
import mlpexplorer.ui.ClosingMoment;
import mlpexplorer.ui.settings.Settings;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import javax.imageio.ImageIO;

/// The window is closed in the middle of all that it can be doing, in a process of its own: the
/// process ends by itself and says nothing, none of its threads goes on, nothing half-written
/// stays, and the store is whole.
final class ClosedWindowIT {
    private static final int ROWS = 400_000;

    @TempDir private Path folder;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(folder.resolve("saved"));
    }

    private Path home() {
        return folder.resolve("home");
    }

    private void close(ClosingMoment moment, String... options)
            throws IOException, InterruptedException {
        Product.Ended ended =
                new Product(folder).ofModules(options).run(ClosedWindow.class, moment.name());
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).isEqualToNormalizingNewlines("reached\nclosed\n");
        assertThat(ended.code()).isZero();
        assertThat(new Settings(home()).spec()).isPresent();
        assertThat(Sqlite.integrity(home().resolve(RunStore.FILE))).isEqualTo("ok");
    }

    private List<RunSummary> runs() {
        try (RunStore store = RunStore.open(home().resolve(RunStore.FILE))) {
            assertThat(store.notice()).isEmpty();
            return store.list();
        }
    }

    private List<String> files(Path where) throws IOException {
        try (Stream<Path> files = Files.walk(where)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> where.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /// Whether a file is one that the window saves, from its beginning to its end.
    private static boolean isWhole(Path file) throws IOException {
        return switch (file.getFileName().toString().replaceFirst(".*-", "")) {
            case "weights.npz" -> Npz.read(Files.readAllBytes(file)).layers() == 5;
            case "window.png" -> Optional.ofNullable(ImageIO.read(file.toFile())).isPresent();
            case "assignment.zip" -> {
                try (ZipFile zip = new ZipFile(file.toFile())) {
                    yield zip.stream().anyMatch(entry -> entry.getName().endsWith("spec.json"));
                }
            }
            default -> false;
        };
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DOWNLOADING"})
    void nothing_is_left_behind(ClosingMoment moment) throws Exception {
        if (moment == ClosingMoment.READING_A_TABLE) {
            Files.writeString(
                    folder.resolve("table.csv"), "1.5,2.5,x\n2.5,1.5,y\n".repeat(ROWS / 2));
        }
        close(moment);
        assertThat(files(home())).containsExactly("runs.db", "settings.properties");
        for (String saved : files(folder.resolve("saved"))) {
            assertThat(isWhole(folder.resolve("saved", saved))).as(saved).isTrue();
        }
        assertThat(runs()).allMatch(run -> run.progress().state() != RunState.INTERRUPTED);
    }

    @Test
    void what_was_downloaded_so_far_is_kept() throws Exception {
        try (StallingMirror mirror = new StallingMirror(folder)) {
            close(ClosingMoment.DOWNLOADING, mirror.options());
        }
        assertThat(files(home()))
                .containsExactly(
                        "mnist/train-images-idx3-ubyte.gz.part", "runs.db", "settings.properties");
        assertThat(Files.size(home().resolve("mnist/train-images-idx3-ubyte.gz.part")))
                .isBetween(1L, (long) StallingMirror.SENT);
    }
}
