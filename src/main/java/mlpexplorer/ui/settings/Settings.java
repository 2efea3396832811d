package mlpexplorer.ui.settings;

import static java.util.Objects.requireNonNull;

import mlpexplorer.data.io.AppDirectories;
import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.controls.ThemeChoice;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;

/// The user's settings, in one properties file. Invalid values count as absent.
public final class Settings {
    private static final System.Logger LOG = System.getLogger(Settings.class.getName());

    private final Path folder;
    private final Path file;
    private final Properties values = new Properties();

    /// Reads `folder/settings.properties` if it exists.
    public Settings(Path folder) {
        this.folder = folder;
        file = folder.resolve("settings.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                values.clear();
                setAside(e);
            }
        }
    }

    /// An unreadable file may still be valuable to the user, so it is renamed rather than
    /// overwritten.
    private void setAside(Exception cause) {
        LOG.log(System.Logger.Level.DEBUG, "Settings could not be read", cause);
        try {
            Files.move(
                    file,
                    file.resolveSibling(file.getFileName() + ".damaged"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Settings could not be set aside", e);
        }
    }

    /// The data folder.
    public Path folder() {
        return folder;
    }

    public ThemeChoice theme() {
        for (ThemeChoice choice : ThemeChoice.values()) {
            if (choice.name().equals(values.getProperty("theme"))) {
                return choice;
            }
        }
        return ThemeChoice.SYSTEM;
    }

    public void theme(ThemeChoice choice) {
        put("theme", choice.name());
    }

    /// A folder that is remembered.
    public enum Folder {
        /// Of the last exported picture, table, animation or bundle.
        EXPORTS("pictures"),
        /// Of the last data, specification or weights that were opened or saved.
        FILES("files");

        private final String key;

        Folder(String key) {
            this.key = key;
        }
    }

    /// The remembered folder, if it still exists.
    public Optional<Path> folder(Folder which) {
        try {
            return Optional.ofNullable(values.getProperty(which.key))
                    .map(Path::of)
                    .filter(Files::isDirectory);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    public void folder(Folder which, Path folder) {
        put(which.key, folder.toAbsolutePath().toString());
    }

    /// A boolean setting.
    public boolean flag(String name, boolean defaultValue) {
        return Boolean.parseBoolean(
                values.getProperty("on." + name, Boolean.toString(defaultValue)));
    }

    public void setFlag(String name, boolean defaultValue, boolean on) {
        if (flag(name, defaultValue) != on) {
            put("on." + name, Boolean.toString(on));
        }
    }

    /// A setting with one of the values of `type`.
    public <E extends Enum<E>> E choice(String name, Class<E> type, E defaultValue) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(values.getProperty("choice." + name)))
                .findFirst()
                .orElse(defaultValue);
    }

    public void choice(String name, Enum<?> value) {
        put("choice." + name, value.name());
    }

    public PictureOptions pictures() {
        PictureOptions defaults = new PictureOptions();
        int scale =
                switch (values.getProperty("pictures.scale", "")) {
                    case "1" -> 1;
                    case "4" -> 4;
                    default -> defaults.scale();
                };
        Optional<Theme> theme =
                Arrays.stream(Theme.values())
                        .filter(known -> known.name().equals(values.getProperty("pictures.theme")))
                        .findFirst();
        boolean captioned = !"false".equals(values.getProperty("pictures.caption"));
        PictureOptions.Format format =
                "SVG".equals(values.getProperty("pictures.format"))
                        ? PictureOptions.Format.SVG
                        : defaults.format();
        return new PictureOptions(format, scale, theme, captioned);
    }

    public void pictures(PictureOptions options) {
        values.setProperty("pictures.format", options.format().name());
        values.setProperty("pictures.scale", Integer.toString(options.scale()));
        values.setProperty("pictures.theme", options.theme().map(Theme::name).orElse("shown"));
        put("pictures.caption", Boolean.toString(options.captioned()));
    }

    /// The last spec, if it is still valid.
    public Optional<RunSpec> spec() {
        try {
            return Optional.ofNullable(values.getProperty("spec")).map(SpecJson::read);
        } catch (UserError | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.DEBUG, "The last specification could not be read", e);
            return Optional.empty();
        }
    }

    public Optional<Session> session() {
        try {
            return Optional.ofNullable(values.getProperty("session.page"))
                    .map(page ->
                            new Session(
                                    page,
                                    (int) number("session.tab"),
                                    divider(),
                                    number("session.pace")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Saves the state of the window.
    public void saveSession(RunSpec spec, Session session) {
        values.setProperty("spec", SpecJson.canonical(spec));
        values.setProperty("session.page", session.page());
        values.setProperty("session.tab", Integer.toString(session.tab()));
        session.divider()
                .ifPresentOrElse(
                        share -> values.setProperty("session.divider", Double.toString(share)),
                        () -> values.remove("session.divider"));
        put("session.pace", Double.toString(session.pace()));
    }

    /// Whether the first-run hints are done or dismissed.
    public boolean hintsDismissed() {
        return Boolean.parseBoolean(values.getProperty("first-steps"));
    }

    public void dismissFirstSteps() {
        put("first-steps", "true");
    }

    /// The last size of the window.
    public record Window(double width, double height, boolean maximized) {}

    public Optional<Window> window() {
        double width = number("window.width");
        double height = number("window.height");
        return width >= 640 && height >= 400 && width < 20_000 && height < 20_000
                ? Optional.of(
                        new Window(
                                width,
                                height,
                                Boolean.parseBoolean(values.getProperty("window.maximized"))))
                : Optional.empty();
    }

    public void window(Window window) {
        values.setProperty("window.width", Double.toString(window.width()));
        values.setProperty("window.height", Double.toString(window.height()));
        put("window.maximized", Boolean.toString(window.maximized()));
    }

    private OptionalDouble divider() {
        return values.containsKey("session.divider")
                ? OptionalDouble.of(number("session.divider"))
                : OptionalDouble.empty();
    }

    private double number(String key) {
        try {
            return Double.parseDouble(values.getProperty(key, "NaN"));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private void put(String key, String value) {
        values.setProperty(key, value);
        try {
            AppDirectories.create(requireNonNull(file.getParent()));
            AtomicFile.write(
                    file,
                    out ->
                            values.store(
                                    new OutputStreamWriter(out, StandardCharsets.UTF_8),
                                    "MLP Explorer"));
        } catch (IOException | UserError e) {
            LOG.log(System.Logger.Level.DEBUG, "Settings could not be saved", e);
        }
    }

    /// The state of the window when it was closed.
    ///
    /// @param page name of the page
    /// @param tab index of the tab beside the boundary, from 0
    /// @param divider the boundary's share of the width, 0 to 1, if the user has set it
    /// @param pace maximum epochs per second; infinity for full speed
    public record Session(String page, int tab, OptionalDouble divider, double pace) {
        public Session {
            boolean sound =
                    tab >= 0 && divider.orElse(0) >= 0 && divider.orElse(0) <= 1 && pace > 0;
            if (!sound) {
                throw new IllegalArgumentException(
                        "Not the state of a window: " + tab + ", " + divider + ", " + pace);
            }
        }
    }

    /// The options of a saved picture.
    ///
    /// @param scale pixels per unit of length on screen: 1, 2 or 4
    /// @param theme light or dark; empty for the current theme
    /// @param captioned whether to include the title and a caption that names the run
    public record PictureOptions(
            Format format, int scale, Optional<Theme> theme, boolean captioned) {

        /// The format of the file.
        public enum Format {
            /// Pixels.
            PNG,
            /// Vectors.
            SVG;

            /// The end of the name: `.png`.
            public String ending() {
                return "." + name().toLowerCase(Locale.ROOT);
            }
        }

        public PictureOptions() {
            this(Format.PNG, 2, Optional.empty(), true);
        }

        public PictureOptions {
            if (scale != 1 && scale != 2 && scale != 4) {
                throw new IllegalArgumentException(
                        "A picture is saved at 1, 2 or 4 times its size, not at " + scale + ".");
            }
        }

        public PictureOptions withFormat(Format other) {
            return new PictureOptions(other, scale, theme, captioned);
        }

        public PictureOptions withScale(int other) {
            return new PictureOptions(format, other, theme, captioned);
        }

        public PictureOptions withTheme(Optional<Theme> other) {
            return new PictureOptions(format, scale, other, captioned);
        }

        public PictureOptions withCaption(boolean other) {
            return new PictureOptions(format, scale, theme, other);
        }
    }
}
