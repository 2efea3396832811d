package mlpexplorer.ui.boundary;

import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Task;
import mlpexplorer.nn.Workspace;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.field.Projection;

import java.util.Arrays;
import java.util.Optional;

/// Evaluates a network at single points. Not thread-safe; scratch memory is reused while the shape
/// of the network stays.
final class PointQuery {
    private record Scratch(Mlp mlp, Workspace row) {}

    private Optional<Scratch> scratch = Optional.empty();

    /// The prediction with the parameters of `frame` at point (x, y) of a plane.
    Prediction read(Frame frame, Projection projection, double x, double y) {
        Mlp mlp = frame.mlp();
        Scratch usable =
                scratch.filter(made -> made.mlp() == mlp)
                        .orElseGet(() -> new Scratch(mlp, mlp.workspace(1)));
        scratch = Optional.of(usable);
        Workspace row = usable.row();
        row.resize(1);
        projection.place(x, y, row.inputs());
        mlp.forward(frame.parameters(), row);
        double[] outputs = Arrays.copyOf(row.outputs(mlp.layers() - 1), mlp.outputs());
        return switch (mlp.task()) {
            case Task.Classification _ -> new Prediction(x, y, outputs);
            case Task.Regression() ->
                    new Prediction(
                            x, y, new double[] {frame.split().scaling().targetOf(outputs[0])});
        };
    }

    /// The prediction of the network at one point of the plane.
    ///
    /// @param outputs the probability of each class or, in regression, the value in the data's
    ///   units; must not be modified
    record Prediction(double x, double y, double[] outputs) {}
}
