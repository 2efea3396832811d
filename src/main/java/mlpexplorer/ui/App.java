package mlpexplorer.ui;

import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;

import mlpexplorer.data.io.AppDirectories;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Parameters;
import mlpexplorer.ui.concurrent.AfterFrames;
import mlpexplorer.ui.concurrent.OrderlyExit;
import mlpexplorer.ui.controls.Fonts;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.export.FileDialogs;
import mlpexplorer.ui.settings.Settings;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// The JavaFX application: one stage with one [Explorer].
public final class App extends Application {
    private static final double MIN_WIDTH = 1024;
    private static final double MIN_HEIGHT = 640;
    private static final Settings.Window DEFAULT = new Settings.Window(1360, 860, false);

    private final Function<Stage, FileDialogs> files;
    private final OrderlyExit exit = new OrderlyExit(this::close);
    private Optional<Explorer> explorer = Optional.empty();
    private Runnable saveWindow = () -> {};

    public App() {
        this(FxFileDialogs::new);
    }

    /// @param files asks for files over the window
    App(Function<Stage, FileDialogs> files) {
        this.files = files;
    }

    /// Opens the window and returns when it is closed.
    ///
    /// @param args at most one spec file, opened as if selected in the window
    public static void start(String[] args) {
        launch(App.class, args);
    }

    @Override
    public void start(Stage stage) {
        Fonts.load();
        Settings settings = new Settings(AppDirectories.path());
        Explorer running =
                new Explorer(
                        settings.spec().orElseGet(RunSpec::new),
                        settings,
                        files.apply(stage),
                        stage::close);
        explorer = Optional.of(running);
        saveWindow =
                () ->
                        settings.window(
                                new Settings.Window(
                                        stage.getWidth(), stage.getHeight(), stage.isMaximized()));
        stage.setTitle(Messages.text("app.title"));
        stage.setScene(running.scene());
        place(stage, settings.window().orElse(DEFAULT));
        stage.setOnCloseRequest(request -> {
            if (!running.mayClose()) {
                request.consume();
            }
        });
        stage.setOnHiding(_ -> {
            // a closed window has no theme, and nothing in it is visible
            running.pump().close();
            saveWindow.run();
        });
        stage.show();
        exit.listen();
        AfterFrames.run(
                Explorer.FIRST_PICTURE,
                () -> List.of(32, 64, 128, 256).forEach(size -> stage.getIcons().add(icon(size))));
        arguments().forEach(file -> running.open(path(file)));
    }

    private static Path path(String argument) {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw UserError.noPath(e);
        }
    }

    /// Empty if the application was not started by the launcher.
    private List<String> arguments() {
        return Optional.ofNullable(getParameters()).map(Parameters::getUnnamed).orElse(List.of());
    }

    @Override
    public void stop() {
        exit.close();
    }

    private void close() {
        explorer.ifPresent(running -> {
            if (running.scene().getWindow() != null && running.scene().getWindow().isShowing()) {
                saveWindow.run();
            }
            running.close();
        });
    }

    private static Image icon(int size) {
        String place = "icons/explorer-" + size + ".png";
        return new Image(
                Objects.requireNonNull(App.class.getResource(place), place).toExternalForm());
    }

    /// A window too large for the screen is maximized, so that its title bar stays reachable.
    private static void place(Stage stage, Settings.Window wanted) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(MIN_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, screen.getHeight()));
        stage.setWidth(Math.min(wanted.width(), screen.getWidth()));
        stage.setHeight(Math.min(wanted.height(), screen.getHeight()));
        boolean tooLarge =
                wanted.width() > screen.getWidth() || wanted.height() > screen.getHeight();
        stage.setMaximized(wanted.maximized() || tooLarge);
    }

    /// The system's file dialogs, owned by a stage.
    private record FxFileDialogs(Stage stage) implements FileDialogs {
        private static final List<String> KINDS =
                List.of("png", "svg", "mlpx.json", "json", "npz", "csv", "txt", "zip", "gif");

        @Override
        public Optional<Path> save(Optional<Path> folder, String fileName) {
            FileChooser chooser = chooser("save.title", folder);
            chooser.setInitialFileName(fileName);
            KINDS.stream()
                    .filter(kind -> fileName.endsWith("." + kind))
                    .findFirst()
                    .ifPresent(kind ->
                            chooser.getExtensionFilters()
                                    .add(
                                            new FileChooser.ExtensionFilter(
                                                    Messages.text("save." + kind), "*." + kind)));
            if (fileName.endsWith(".npz")) {
                chooser.getExtensionFilters()
                        .add(new FileChooser.ExtensionFilter(Messages.text("save.json"), "*.json"));
            }
            return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
        }

        @Override
        public Optional<Path> open(Optional<Path> folder) {
            FileChooser chooser = chooser("open.title", folder);
            chooser.getExtensionFilters()
                    .addAll(
                            new FileChooser.ExtensionFilter(Messages.text("open.all"), "*", "*.*"),
                            new FileChooser.ExtensionFilter(
                                    Messages.text("open.csv"), "*.csv", "*.tsv", "*.txt"),
                            new FileChooser.ExtensionFilter(
                                    Messages.text("open.idx"),
                                    "*-ubyte",
                                    "*-ubyte.gz",
                                    "*.npy",
                                    "*.npz",
                                    "*.idx",
                                    "*.gz"),
                            new FileChooser.ExtensionFilter(
                                    Messages.text("open.spec"), "*.json", "*.png", "*.svg"),
                            new FileChooser.ExtensionFilter(
                                    Messages.text("open.weights"), "*.npz", "*.json"));
            return Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath);
        }

        private static FileChooser chooser(String title, Optional<Path> folder) {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(Messages.text(title));
            folder.map(Path::toFile).ifPresent(chooser::setInitialDirectory);
            return chooser;
        }
    }
}
