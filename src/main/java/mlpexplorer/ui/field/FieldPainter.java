package mlpexplorer.ui.field;

import mlpexplorer.data.Split;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.ClassMarker;
import mlpexplorer.ui.controls.Theme;

/// Draws what a network predicts, and the points to be predicted: regions of classes with their
/// borders, shades of a number on a plane, or a function of one feature as a line. Immutable and
/// thread-safe.
public sealed interface FieldPainter extends FieldRequest.Paint
        permits ClassPainter, SurfacePainter, CurvePainter {

    /// The painter for the task of this data.
    ///
    /// @param discretize solid regions or a few solid colors instead of shades
    static FieldPainter of(Split split, Theme theme, boolean discretize) {
        return switch (split.dataset().task()) {
            case Task.Classification(int classes) ->
                    new ClassPainter(new ClassColors(classes, theme), discretize);
            case Task.Regression() ->
                    split.dataset().samples().columns() == 1
                            ? new CurvePainter(split.scaling(), theme)
                            : SurfacePainter.of(split, theme, discretize);
        };
    }

    /// Whether its colors are those of the data of `split`.
    boolean fits(Split split);

    /// The opaque color of a point.
    ///
    /// @param position of the row in the order training, validation and test part
    int pointArgb(Split split, int position);

    /// The shape of a point.
    default ClassMarker marker(Split split, int position) {
        return ClassMarker.CIRCLE;
    }
}
