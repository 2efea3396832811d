package mlpexplorer.ui.boundary;

import mlpexplorer.nn.Numbers;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.field.ClassPainter;
import mlpexplorer.ui.field.CurvePainter;
import mlpexplorer.ui.field.FieldPainter;
import mlpexplorer.ui.field.PlaneChoice;
import mlpexplorer.ui.field.SurfacePainter;

/// The texts of the pane, with keys `boundary.…`.
final class BoundaryText {
    private BoundaryText() {}

    /// The text of `boundary.key` with the placeholders `{0}`, `{1}` … replaced.
    static String text(String key, Object... values) {
        return Messages.text("boundary." + key, values);
    }

    /// The label of a control, with its tooltip from `boundary.key.tip`.
    static ControlLabel caption(String key, String id) {
        return new ControlLabel(text(key), id, text(key + ".tip"));
    }

    /// The name of a class in the legend and the readout; numeric names get a prefix.
    static String className(String name) {
        return name.chars().allMatch(Character::isDigit) ? text("class", name) : name;
    }

    /// The key of the title of what `painter` draws.
    static String title(FieldPainter painter) {
        return switch (painter) {
            case ClassPainter _ -> "title";
            case SurfacePainter _, CurvePainter _ -> "title.function";
        };
    }

    /// The label of an axis.
    static String axis(Content.Plane plane, boolean across) {
        return switch (plane.view().choice()) {
            case PlaneChoice.Features(int first, int second) ->
                    featureName(plane.dataset().featureNames().get(across ? first : second));
            case PlaneChoice.Target() ->
                    across
                            ? featureName(plane.dataset().featureNames().getFirst())
                            : text("target");
            case PlaneChoice.Principal() ->
                    text(
                            "component",
                            across ? 1 : 2,
                            Numbers.percent(
                                    across ? plane.view().acrossShare() : plane.view().upShare()));
        };
    }

    /// A short form of the same label.
    static String shortAxis(Content.Plane plane, boolean across) {
        return switch (plane.view().choice()) {
            case PlaneChoice.Features _, PlaneChoice.Target() -> axis(plane, across);
            case PlaneChoice.Principal() -> text("component.short", across ? 1 : 2);
        };
    }

    /// The name of a feature on the axes: x1 with a subscript.
    static String featureName(String name) {
        return switch (name) {
            case "x1" -> "x₁";
            case "x2" -> "x₂";
            default -> name;
        };
    }
}
