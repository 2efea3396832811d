package mlpexplorer.ui.settings;

import mlpexplorer.ui.controls.Theme;

import java.util.Optional;

/// The options of a saved picture.
///
/// @param scale pixels per unit of length on screen: 1, 2 or 4
/// @param theme light or dark; empty for the current theme
/// @param captioned whether to include the title and a caption that names the run
public record PictureOptions(int scale, Optional<Theme> theme, boolean captioned) {
    public PictureOptions() {
        this(2, Optional.empty(), true);
    }

    public PictureOptions {
        if (scale != 1 && scale != 2 && scale != 4) {
            throw new IllegalArgumentException(
                    "A picture is saved at 1, 2 or 4 times its size, not at " + scale + ".");
        }
    }

    public PictureOptions withScale(int other) {
        return new PictureOptions(other, theme, captioned);
    }

    public PictureOptions withTheme(Optional<Theme> other) {
        return new PictureOptions(scale, other, captioned);
    }

    public PictureOptions withCaption(boolean other) {
        return new PictureOptions(scale, theme, other);
    }
}
