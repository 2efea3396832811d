package mlpexplorer.ui.fx;

import javafx.scene.text.Text;
import mlpexplorer.data.io.UserError;

/// The letters of the window, which are the system's.
public final class Fonts {
    private static final String LETTERS = "MLP";

    private Fonts() {}

    /// Throws [UserError] where there are none: JavaFX cannot write a word then. FX thread.
    public static void require() {
        try {
            new Text(LETTERS).getLayoutBounds();
        } catch (NullPointerException noFonts) {
            // JavaFX lists its names for fonts even where none is behind them; this is how it says so.
            throw UserError.failure(Messages.text("fx.no-fonts"));
        }
    }
}
