package mlpexplorer.ui;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import mlpexplorer.data.io.AppDirectories;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.ui.export.FileDialogs;
import mlpexplorer.ui.settings.Session;
import mlpexplorer.ui.settings.Settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A program of its own for tests of closing: opens the window as the explorer does, has it do
/// something, and closes it by its title bar in the middle of that. Then it prints `closed`, and,
/// unless the moment is about a file, waits for the ends of the threads that the explorer started.
public final class ClosedWindow extends Application {
    private static final String PAGE = "explore";

    private final App app = new App(_ -> new Answers());
    private ClosingMoment moment = ClosingMoment.TRAINING;
    private Optional<Stage> window = Optional.empty();

    /// What the user answers when asked for a file.
    private final class Answers implements FileDialogs {
        @Override
        public Optional<Path> save(Optional<Path> folder, String fileName) {
            if (moment.isWhenAsked()) {
                Platform.runLater(ClosedWindow.this::close);
            }
            if (moment == ClosingMoment.CHOOSING_A_FILE) {
                // as the system's chooser does, which goes away with its window
                window.ifPresent(stage ->
                        stage.addEventHandler(
                                WindowEvent.WINDOW_HIDDEN,
                                _ -> Platform.exitNestedEventLoop(this, this)));
                Platform.enterNestedEventLoop(this);
                return Optional.empty();
            }
            return Optional.of(Path.of("saved", fileName));
        }

        @Override
        public Optional<Path> open(Optional<Path> folder) {
            return Optional.of(Path.of("table.csv"));
        }
    }

    /// @param moment name of a [ClosingMoment]
    public static void main(String[] moment) throws InterruptedException {
        ClosingMoment now = ClosingMoment.valueOf(moment[0]);
        RunSpec spec = SpecJson.set(new RunSpec(), List.of(now.settings().split(" ")));
        new Settings(AppDirectories.path())
                .saveSession(
                        spec,
                        new Session(PAGE, 0, OptionalDouble.empty(), Double.POSITIVE_INFINITY));
        launch(ClosedWindow.class, moment);
        System.out.println("closed");
        if (!now.isAboutFiles()) {
            for (Thread thread : Hand.oursAlive()) {
                thread.join();
            }
        }
    }

    @Override
    public void start(Stage stage) {
        moment = ClosingMoment.valueOf(getParameters().getRaw().getFirst());
        window = Optional.of(stage);
        app.start(stage);
        if (moment == ClosingMoment.BEFORE_THE_FIRST_FRAME) {
            close();
        } else {
            Hand.begin(stage, moment);
        }
    }

    private void close() {
        System.out.println("reached");
        window.ifPresent(Hand::closeByTitleBar);
    }

    @Override
    public void stop() {
        app.stop();
    }
}
