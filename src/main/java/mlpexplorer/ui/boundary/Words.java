package mlpexplorer.ui.boundary;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import mlpexplorer.ui.field.PlaneChoice;
import mlpexplorer.ui.fx.Caption;

/// The pane's words, all under `boundary.`.
record Words(ResourceBundle messages) {

    /// The text under `boundary.key` with its places `{0}`, `{1}` … filled in.
    String text(String key, Object... values) {
        return new MessageFormat(messages.getString("boundary." + key), Locale.ROOT).format(values);
    }

    /// What a control with this id is called, with its tooltip from `boundary.key.tip`.
    Caption caption(String key, String id) {
        return new Caption(text(key), id, text(key + ".tip"));
    }

    /// A class as the legend and the readout write it: numbers alone would say nothing.
    String className(String name) {
        return name.chars().allMatch(Character::isDigit) ? text("class", name) : name;
    }

    /// What stands along an axis.
    String axis(Content.Plane plane, boolean across) {
        return switch (plane.view().choice()) {
            case PlaneChoice.Features(int first, int second) ->
                featureName(plane.dataset().featureNames().get(across ? first : second));
            case PlaneChoice.Principal() -> text(
                    "component", across ? 1 : 2, across ? plane.view().acrossShare() : plane.view().upShare());
        };
    }

    /// The same, where there is little room.
    String shortAxis(Content.Plane plane, boolean across) {
        return switch (plane.view().choice()) {
            case PlaneChoice.Features _ -> axis(plane, across);
            case PlaneChoice.Principal() -> text("component.short", across ? 1 : 2);
        };
    }

    /// A feature as the axes write it: x1 with a low index.
    static String featureName(String name) {
        return switch (name) {
            case "x1" -> "x₁";
            case "x2" -> "x₂";
            default -> name;
        };
    }
}
