package mlpexplorer.ui.controls;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

import mlpexplorer.data.io.AppDirectories;
import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.UserError;

import org.kordamp.ikonli.IkonHandler;
import org.kordamp.ikonli.IkonResolverProvider;
import org.kordamp.ikonli.javafx.JavaFXFontLoader;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The system fonts and the font of the icons.
public final class Fonts {
    private static final String SAMPLE_TEXT = "MLP";
    private static final double ICON_SIZE = 16;

    private Fonts() {}

    /// Loads the font of the icons; throws a [UserError] if there is no system font, since JavaFX
    /// cannot draw text then. Call before the first icon is created. FX thread.
    ///
    /// The icons are read from a copy in the data folder, where possible: JavaFX copies a font
    /// inside a jar to the temporary folder at each start, and a killed program leaves that copy
    /// there.
    public static void load() {
        try {
            new Text(SAMPLE_TEXT).getLayoutBounds();
        } catch (NullPointerException noFonts) {
            // JavaFX lists its logical fonts even if no physical font exists; this reveals it.
            throw UserError.failure(Messages.text("control.fx.no-fonts"));
        }
        IkonResolverProvider.getInstance(Fonts::loadIcons);
    }

    private static void loadIcons(IkonHandler handler) {
        stored(handler)
                .ifPresentOrElse(
                        handler::setFont, () -> JavaFXFontLoader.getInstance().loadFont(handler));
    }

    private static Optional<Font> stored(IkonHandler handler) {
        try {
            Path folder = AppDirectories.path().resolve("fonts");
            Path file = folder.resolve(handler.getFontFamily() + ".ttf");
            URLConnection font = handler.getFontResource().openConnection();
            try (InputStream in = font.getInputStream()) {
                if (Files.notExists(file) || Files.size(file) != font.getContentLengthLong()) {
                    AppDirectories.create(folder);
                    AtomicFile.write(file, in::transferTo);
                }
            }
            // JavaFX does not decode the path of the URL.
            return Optional.ofNullable(Font.loadFont("file:" + file.toUri().getPath(), ICON_SIZE));
        } catch (IOException | UserError e) {
            return Optional.empty();
        }
    }
}
