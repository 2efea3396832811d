package mlpexplorer.ui.network;

import mlpexplorer.data.Split;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.controls.Theme;

import java.util.Optional;

/// A request to draw units.
///
/// @param parameters immutable copy of the parameters
/// @param layout determines the displayed units
/// @param density device pixels per unit of length
/// @param target the highlighted element: its lines are emphasized, and a unit is also drawn
///   enlarged
record UnitRequest(
        Mlp mlp,
        Parameters parameters,
        Split split,
        DiagramLayout layout,
        double density,
        Optional<DiagramElement> target,
        Theme theme) {

    static UnitRequest of(
            Frame frame,
            DiagramLayout layout,
            double density,
            Optional<DiagramElement> target,
            Theme theme) {
        return new UnitRequest(
                frame.mlp(), frame.parameters(), frame.split(), layout, density, target, theme);
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

    Optional<DiagramElement.Unit> focus() {
        return target.flatMap(now ->
                now instanceof DiagramElement.Unit unit ? Optional.of(unit) : Optional.empty());
    }

    /// Whether the inputs form a plane or a line that a unit can be drawn on.
    boolean isPlane() {
        return split.dataset().samples().columns() <= 2;
    }

    boolean isPictures() {
        return layout.isPicture(0);
    }
}
