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
/// @param density    device pixels a unit of length
/// @param target     what is pointed at: its lines stand out, and a unit is to be drawn large as well
record UnitRequest(
        Mlp mlp, Parameters parameters, Split split, DiagramLayout layout, double density, Optional<Target> target, Theme theme) {

    static UnitRequest of(Frame frame, DiagramLayout layout, double density, Optional<Target> target, Theme theme) {
        return new UnitRequest(frame.mlp(), frame.parameters(), frame.split(), layout, density, target, theme);
    }

    /// Edge of a unit's picture.
    int pixels() {
        return (int) Math.max(4, Math.ceil(layout.box() * density));
    }

    /// The picture of all lines.
    int width() {
        return (int) Math.ceil(layout.width() * density);
    }

    int height() {
        return (int) Math.ceil(layout.height() * density);
    }

    Optional<Target.Unit> focus() {
        return target.flatMap(now -> now instanceof Target.Unit unit ? Optional.of(unit) : Optional.empty());
    }

    /// Whether the inputs span a plane that a unit can be drawn over.
    boolean isPlane() {
        return mlp.inputs() == 2;
    }

    boolean isPictures() {
        return layout.isPicture(0);
    }
}
