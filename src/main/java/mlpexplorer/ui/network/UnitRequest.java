package mlpexplorer.ui.network;

import java.util.Optional;
import mlpexplorer.data.Split;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.fx.Theme;

/// What units to draw, and how.
///
/// @param parameters frozen
/// @param layout     says which units are seen
/// @param pixels     edge of a unit's picture
/// @param focus      the unit that is to be drawn large as well
record UnitRequest(
        Mlp mlp, Parameters parameters, Split split, DiagramLayout layout, int pixels, Optional<Target.Unit> focus, Theme theme) {

    static UnitRequest of(Frame frame, DiagramLayout layout, int pixels, Optional<Target.Unit> focus, Theme theme) {
        return new UnitRequest(frame.mlp(), frame.parameters(), frame.split(), layout, pixels, focus, theme);
    }

    /// Whether the inputs span a plane that a unit can be drawn over.
    boolean isPlane() {
        return mlp.inputs() == 2;
    }

    boolean isPictures() {
        return layout.isPicture(0);
    }
}
