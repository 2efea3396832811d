package mlpexplorer.ui.boundary;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Workspace;

/// Fills a [Field] by running its nodes through the network, some at a time. Belongs to one thread; scratch memory is kept
/// as long as the network's shape stays.
final class FieldEvaluator {
    private static final int MOST_ROWS = 256;
    /// Multiplications between two looks at whether to go on; a few milliseconds.
    private static final long CHUNK_WORK = 8_000_000;
    private static final double LEAST_PROBABILITY = 1e-300;

    private Optional<Scratch> scratch = Optional.empty();

    private record Scratch(Mlp mlp, Workspace workspace) {}

    /// Writes the field of `request` on `side` × `side` nodes into `field` (modified).
    ///
    /// @param stop asked now and then; once it says yes, the field is left half done
    /// @return whether the field is whole
    boolean evaluate(FieldRequest request, int side, Field field, BooleanSupplier stop) {
        Workspace workspace = workspaceFor(request);
        field.reshape(side, request.mlp().classes());
        int nodes = side * side;
        for (int from = 0; from < nodes; from += workspace.capacity()) {
            if (stop.getAsBoolean()) {
                return false;
            }
            workspace.resize(Math.min(workspace.capacity(), nodes - from));
            loadNodes(request, side, from, workspace);
            request.mlp().forward(request.parameters(), workspace);
            storeLogits(workspace, request.mlp(), field, from);
        }
        return true;
    }

    private Workspace workspaceFor(FieldRequest request) {
        Mlp mlp = request.mlp();
        Scratch usable = scratch.filter(made -> made.mlp() == mlp)
                .orElseGet(() -> new Scratch(mlp, mlp.workspace(rows(request.parameters().count()))));
        scratch = Optional.of(usable);
        return usable.workspace();
    }

    private static int rows(int parameters) {
        return Math.clamp(CHUNK_WORK / parameters, 1, MOST_ROWS);
    }

    private static void loadNodes(FieldRequest request, int side, int from, Workspace workspace) {
        double[] inputs = workspace.inputs();
        double step = 1.0 / (side - 1);
        for (int i = 0; i < workspace.rows(); i++) {
            int node = from + i;
            inputs[2 * i] = request.scaling().scale(0, request.domain().x(node % side * step));
            inputs[2 * i + 1] = request.scaling().scale(1, request.domain().y(node / side * step));
        }
    }

    private static void storeLogits(Workspace workspace, Mlp mlp, Field field, int from) {
        double[] p = workspace.outputs(mlp.layers() - 1);
        float[] logits = field.logits();
        int classes = mlp.classes();
        int nodes = field.side() * field.side();
        for (int i = 0; i < workspace.rows(); i++) {
            double first = Math.log(Math.max(p[i * classes], LEAST_PROBABILITY));
            for (int c = 1; c < classes; c++) {
                double other = Math.log(Math.max(p[i * classes + c], LEAST_PROBABILITY));
                logits[(c - 1) * nodes + from + i] = (float) (other - first);
            }
        }
    }
}
