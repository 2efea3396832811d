package mlpexplorer.ui;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import mlpexplorer.Wait;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.ui.concurrent.FxThread;
import mlpexplorer.ui.export.FileDialogs;
import mlpexplorer.ui.settings.Settings;
import mlpexplorer.ui.settings.Settings.Session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/// A program that opens a window for each of the given moments, one after another, and closes it by
/// its title bar at that moment. It prints the moment when the window is closed.
///
/// After each window, all threads of the explorer must end, and no file may be written any more.
/// The last window ends the process, as the user's window does. If it was saving a file, the
/// process does not wait for the threads, so that unfinished work remains visible.
public final class ClosedWindow extends Application {
    private static final String PAGE = "explore";

    /// One window.
    ///
    /// @param folder with the data folder and what is saved
    private record Window(
            ClosingMoment moment, Path folder, App app, Stage stage, CountDownLatch closed) {

        static Window open(ClosingMoment moment) {
            Path folder = ClosedWindow.folder(Path.of(""), moment);
            System.setProperty(
                    "mlpexplorer.home", home(Path.of("").toAbsolutePath(), moment).toString());
            Stage stage = new Stage();
            CountDownLatch closed = new CountDownLatch(1);
            stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> closed.countDown());
            Window window =
                    new Window(
                            moment,
                            folder,
                            new App(_ -> new Answers(moment, folder, stage)),
                            stage,
                            closed);
            window.app.start(stage);
            if (moment == ClosingMoment.BEFORE_THE_FIRST_FRAME) {
                close(moment, stage);
            }
            return window;
        }

        /// Operates the window until it is closed.
        void run() throws IOException, InterruptedException {
            if (moment != ClosingMoment.BEFORE_THE_FIRST_FRAME) {
                WindowDriver driver = new WindowDriver(stage);
                Wait.until(() -> !driver.text("#status-epoch").isEmpty());
                moment.reach(driver, folder.resolve("saved"));
                if (!moment.isWhenAsked()) {
                    FxThread.run(() -> close(moment, stage));
                }
            }
            closed.await();
        }

        void stop() throws IOException, InterruptedException {
            FxThread.run(app::stop);
            List<Path> left = files();
            WindowDriver.joinExplorerThreads();
            if (!files().equals(left)) {
                throw new IllegalStateException(moment + " left " + left + " and later " + files());
            }
        }

        private List<Path> files() throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                return files.sorted().toList();
            }
        }
    }

    /// The user's answer when asked for a file.
    private record Answers(ClosingMoment moment, Path folder, Stage stage) implements FileDialogs {
        @Override
        public Optional<Path> save(Optional<Path> last, String fileName) {
            if (moment.isWhenAsked()) {
                Platform.runLater(() -> close(moment, stage));
            }
            if (moment == ClosingMoment.CHOOSING_A_FILE) {
                // like the system's file chooser, which closes with its window
                stage.addEventHandler(
                        WindowEvent.WINDOW_HIDDEN, _ -> Platform.exitNestedEventLoop(this, this));
                Platform.enterNestedEventLoop(this);
                return Optional.empty();
            }
            return Optional.of(folder.resolve("saved", fileName));
        }

        @Override
        public Optional<Path> open(Optional<Path> last) {
            return Optional.of(Path.of("table.csv"));
        }
    }

    private Optional<Window> last = Optional.empty();

    /// @param moments names of [ClosingMoment]s
    public static void main(String[] moments) throws IOException, InterruptedException {
        for (String name : moments) {
            ClosingMoment moment = ClosingMoment.valueOf(name);
            Path folder = Path.of("").toAbsolutePath();
            Files.createDirectories(folder(folder, moment).resolve("saved"));
            RunSpec spec = SpecJson.set(new RunSpec(), List.of(moment.settings().split(" ")));
            new Settings(home(folder, moment))
                    .saveSession(
                            spec,
                            new Session(PAGE, 0, OptionalDouble.empty(), Double.POSITIVE_INFINITY));
        }
        launch(ClosedWindow.class, moments);
        if (!ClosingMoment.valueOf(moments[moments.length - 1]).isSaving()) {
            WindowDriver.joinExplorerThreads();
        }
    }

    /// The folder of a moment in the working directory of this program. Saved files are in `saved`.
    public static Path folder(Path workingDirectory, ClosingMoment moment) {
        return workingDirectory.resolve(moment.name());
    }

    /// The data folder of a moment.
    public static Path home(Path workingDirectory, ClosingMoment moment) {
        return folder(workingDirectory, moment).resolve("home");
    }

    private static void close(ClosingMoment moment, Stage stage) {
        System.out.println(moment);
        WindowDriver.closeByTitleBar(stage);
    }

    @Override
    public void start(Stage unused) {
        List<ClosingMoment> moments =
                getParameters().getRaw().stream().map(ClosingMoment::valueOf).toList();
        Platform.setImplicitExit(false);
        Thread.ofPlatform().daemon().name("driver").start(() -> drive(moments));
    }

    private void drive(List<ClosingMoment> moments) {
        try {
            for (ClosingMoment moment : moments.subList(0, moments.size() - 1)) {
                Window window = FxThread.call(() -> Window.open(moment));
                window.run();
                window.stop();
            }
            FxThread.call(
                            () -> {
                                Platform.setImplicitExit(true);
                                last = Optional.of(Window.open(moments.getLast()));
                                return last;
                            })
                    .orElseThrow()
                    .run();
        } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
            e.printStackTrace();
            System.exit(70);
        }
    }

    @Override
    public void stop() {
        last.ifPresent(window -> window.app.stop());
    }
}
