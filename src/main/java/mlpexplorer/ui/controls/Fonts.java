package mlpexplorer.ui.controls;

import javafx.scene.text.Text;

import mlpexplorer.data.io.UserError;

/// Checks that a system font is available.
public final class Fonts {
    private static final String SAMPLE_TEXT = "MLP";

    private Fonts() {}

    /// Throws a [UserError] if there is none, since JavaFX cannot draw text then. FX thread.
    public static void require() {
        try {
            new Text(SAMPLE_TEXT).getLayoutBounds();
        } catch (NullPointerException noFonts) {
            // JavaFX lists its logical fonts even if no physical font exists; this reveals it.
            throw UserError.failure(Messages.text("control.fx.no-fonts"));
        }
    }
}
