package mlpexplorer.packaging;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

import mlpexplorer.Main;
import mlpexplorer.cli.Cli;
import mlpexplorer.ui.App;
import mlpexplorer.ui.concurrent.FxThread;
import mlpexplorer.ui.labs.LabName;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Runs what users do first, without a display: some commands, then the window. The build records
/// the loaded classes in the AOT cache.
///
/// The system property `mlpexplorer.home` must name a temporary data folder.
public final class AotTraining {
    private static final List<String[]> COMMANDS =
            List.of(
                    new String[] {"presets"},
                    new String[] {"trian"},
                    new String[] {"train", "--preset", "xor-mlp", "--json"},
                    new String[] {"runs", "list"});

    private AotTraining() {}

    public static void main(String[] args) throws IOException {
        PrintStream discarded = new PrintStream(OutputStream.nullOutputStream());
        for (String[] command : COMMANDS) {
            Cli.run(
                    command,
                    discarded,
                    discarded,
                    (_, _, _, _) -> {
                        throw noPictures();
                    },
                    (_, _, _) -> {
                        throw noPictures();
                    });
        }
        AotWindowTraining.run();
        new AotDesktopClasses().load();
    }

    private static IllegalStateException noPictures() {
        return new IllegalStateException("Pictures are not drawn in AOT training.");
    }

    /// Loads the classes by which JavaFX uses a real display, which a headless start never loads.
    /// Only a linked runtime has them, for its own platform.
    private static final class AotDesktopClasses {
        private static final List<String> PACKAGES =
                List.of(
                        "com/sun/glass/ui/gtk",
                        "com/sun/glass/ui/mac",
                        "com/sun/glass/ui/win",
                        "com/sun/glass/ui/delegate",
                        "com/sun/prism/es2",
                        "com/sun/prism/d3d",
                        "com/sun/prism/mtl",
                        "com/sun/prism/ps",
                        "com/sun/prism/impl/ps");

        private final Path module =
                FileSystems.getFileSystem(URI.create("jrt:/"))
                        .getPath("modules", "javafx.graphics");

        /// Loads the classes without initializing them.
        void load() throws IOException {
            load(Main.class.getName());
            for (String place : PACKAGES) {
                Path folder = module.resolve(place);
                if (Files.isDirectory(folder)) {
                    try (Stream<Path> files = Files.list(folder)) {
                        files.map(file -> module.relativize(file).toString())
                                .filter(file -> file.endsWith(".class"))
                                .forEach(file ->
                                        load(
                                                file.replace('/', '.')
                                                        .substring(
                                                                0,
                                                                file.length()
                                                                        - ".class".length())));
                    }
                }
            }
        }

        private static void load(String name) {
            try {
                Class.forName(name, false, AotDesktopClasses.class.getClassLoader());
            } catch (ClassNotFoundException | LinkageError absent) {
                // not available on this platform
            }
        }
    }

    /// Opens the window without a display, trains, shows each page and each lab, and closes.
    private static final class AotWindowTraining {
        private static final long SHORT_NANOS = 50_000_000;
        private static final long VIEW_NANOS = 300_000_000;
        private static final long TRAIN_NANOS = 1_500_000_000;

        private final App app = new App();
        private final Stage stage = new Stage();

        private AotWindowTraining() {
            app.start(stage);
        }

        /// Returns when the window is closed.
        static void run() throws IOException {
            FxThread.startHeadless();
            AotWindowTraining training = FxThread.call(AotWindowTraining::new);
            pause(VIEW_NANOS);
            FxThread.run(() -> training.press("train-button"));
            pause(TRAIN_NANOS);
            for (Node page :
                    FxThread.call(() ->
                            training.stage
                                    .getScene()
                                    .getRoot()
                                    .lookup("#page-buttons")
                                    .lookupAll(".toggle-button"))) {
                FxThread.run(((ToggleButton) page)::fire);
                pause(VIEW_NANOS);
            }
            for (int lab = 0; lab < LabName.values().length; lab++) {
                int next = lab;
                FxThread.run(() -> training.labs().getSelectionModel().select(next));
                pause(SHORT_NANOS);
            }
            FxThread.run(training::close);
            Platform.exit();
        }

        private static void pause(long nanos) {
            LockSupport.parkNanos(nanos);
        }

        private void press(String id) {
            ((ButtonBase) stage.getScene().lookup("#" + id)).fire();
        }

        private ListView<?> labs() {
            return (ListView<?>) stage.getScene().lookup("#labs-list");
        }

        private void close() {
            stage.close();
            app.stop();
        }
    }
}
