package mlpexplorer.ui.settings;

import mlpexplorer.ui.controls.Theme;

import java.util.Locale;
import java.util.Optional;

/// The options of a saved picture.
///
/// @param scale pixels per unit of length on screen: 1, 2 or 4
/// @param theme light or dark; empty for the current theme
/// @param captioned whether to include the title and a caption that names the run
public record PictureOptions(Format format, int scale, Optional<Theme> theme, boolean captioned) {

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
