package mlpexplorer.ui.boundary;

import java.util.Arrays;
import java.util.Optional;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Workspace;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.field.Projection;

/// Asks a network about single points. Belongs to one thread; scratch memory is kept as long as the network's shape stays.
final class Probe {
    private record Scratch(Mlp mlp, Workspace row) {}

    private Optional<Scratch> scratch = Optional.empty();

    /// What the parameters of `frame` say about the place (x, y) of a plane.
    Reading read(Frame frame, Projection projection, double x, double y) {
        Mlp mlp = frame.mlp();
        Scratch usable =
                scratch.filter(made -> made.mlp() == mlp).orElseGet(() -> new Scratch(mlp, mlp.workspace(1)));
        scratch = Optional.of(usable);
        Workspace row = usable.row();
        row.resize(1);
        projection.place(x, y, row.inputs());
        mlp.forward(frame.parameters(), row);
        return new Reading(x, y, Arrays.copyOf(row.outputs(mlp.layers() - 1), mlp.classes()));
    }
}
