package mlpexplorer.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.ui.settings.Settings;
import mlpexplorer.ui.settings.UserFolder;
import mlpexplorer.ui.workbench.Texts;

/// The JavaFX application: one stage with one [Explorer].
public final class App extends Application {
    private static final double MIN_WIDTH = 1120;
    private static final double MIN_HEIGHT = 640;

    private Optional<Explorer> explorer = Optional.empty();

    /// Opens the window and returns when it is closed.
    public static void start(String[] args) {
        launch(App.class, args);
    }

    @Override
    public void start(Stage stage) {
        Settings settings = new Settings(UserFolder.path());
        Explorer running = new Explorer(new RunSpec(), settings, (folder, name) -> ask(stage, folder, name), stage::close);
        explorer = Optional.of(running);
        for (int size : List.of(32, 64, 128, 256)) {
            stage.getIcons().add(icon(size));
        }
        stage.setTitle(Texts.text("app.title"));
        stage.setScene(running.scene());
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        settings.window().ifPresentOrElse(window -> restore(stage, window), () -> fit(stage));
        stage.setOnHiding(_ -> settings.window(
                new Settings.Window(stage.getWidth(), stage.getHeight(), stage.isMaximized())));
        stage.show();
    }

    @Override
    public void stop() {
        explorer.ifPresent(Explorer::close);
    }

    private static Image icon(int size) {
        String place = "icons/explorer-" + size + ".png";
        return new Image(Objects.requireNonNull(App.class.getResource(place), place).toExternalForm());
    }

    private static void restore(Stage stage, Settings.Window window) {
        stage.setWidth(window.width());
        stage.setHeight(window.height());
        stage.setMaximized(window.maximized());
    }

    private static void fit(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(1360, screen.getWidth()));
        stage.setHeight(Math.min(860, screen.getHeight()));
    }

    private static Optional<Path> ask(Stage stage, Optional<Path> folder, String fileName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.text("save.title"));
        chooser.setInitialFileName(fileName);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Texts.text("save.png"), "*.png"));
        folder.map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
    }
}
