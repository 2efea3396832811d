package mlpexplorer.ui.field;

import mlpexplorer.nn.FloatNet;
import mlpexplorer.nn.Mlp;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Fills a [Field] by running its nodes through the network in batches. Not thread-safe; scratch
/// memory is reused while the shape of the network stays the same.
public final class FieldEvaluator {
    private static final int MIN_WIDTH = 64;
    private static final int MAX_WIDTH = 512;

    /// Multiplications per batch, so that large networks also check often whether to stop.
    private static final int CHUNK_WORK = 100_000_000;

    private Optional<Scratch> scratch = Optional.empty();
    private float[][] across = new float[0][];
    private float[][] down = new float[0][];

    private record Scratch(Mlp mlp, FloatNet net) {}

    /// Writes the field of `request` on `side` × `side` nodes into `field` (modified); for a
    /// function of one feature, on one row of `side` nodes.
    ///
    /// @param stop polled now and then; the field stays incomplete once it returns true
    /// @return whether the field is complete
    public boolean evaluate(FieldRequest request, int side, Field field, BooleanSupplier stop) {
        FloatNet net = netFor(request);
        net.load(request.parameters());
        int rows = request.painter() instanceof CurvePainter ? 1 : side;
        field.reshape(side, rows, request.mlp().outputs());
        placeNodes(request, side);
        for (int from = 0; from < side * rows; from += net.width()) {
            int count = Math.min(net.width(), side * rows - from);
            loadNodes(net, request.projection(), side, from, count);
            if (!net.forward(stop)) {
                return false;
            }
            store(net, field, from, count);
        }
        return true;
    }

    private FloatNet netFor(FieldRequest request) {
        Mlp mlp = request.mlp();
        Scratch usable =
                scratch.filter(made -> made.mlp() == mlp)
                        .orElseGet(() -> new Scratch(mlp, newNet(request)));
        scratch = Optional.of(usable);
        return usable.net();
    }

    private static FloatNet newNet(FieldRequest request) {
        int width = Math.clamp(CHUNK_WORK / request.parameters().count(), MIN_WIDTH, MAX_WIDTH);
        return new FloatNet(request.mlp(), request.parameters(), width);
    }

    /// The contribution of each column and each row of nodes to each input.
    private void placeNodes(FieldRequest request, int side) {
        Projection projection = request.projection();
        if (across.length != projection.inputs() || across[0].length < side) {
            across = new float[projection.inputs()][side];
            down = new float[projection.inputs()][side];
        }
        for (int i = 0; i < side; i++) {
            double place = i / (side - 1.0);
            double x = request.domain().x(place);
            double y = request.domain().y(place);
            for (int k = 0; k < across.length; k++) {
                across[k][i] = (float) projection.inputAcross(k, x);
                down[k][i] = (float) projection.inputUp(k, y);
            }
        }
    }

    private void loadNodes(FloatNet net, Projection projection, int side, int from, int count) {
        float[] inputs = net.inputs();
        int features = across.length;
        for (int k = 0; k < features; k++) {
            int column = from % side;
            int row = from / side;
            boolean product = projection.isProduct(k);
            float offset = product ? (float) projection.offset(k) : 0;
            for (int i = 0; i < count; i++) {
                inputs[i * features + k] =
                        product
                                ? across[k][column] * down[k][row] + offset
                                : across[k][column] + down[k][row];
                column++;
                if (column == side) {
                    column = 0;
                    row++;
                }
            }
        }
    }

    private static void store(FloatNet net, Field field, int from, int count) {
        if (field.classes() == 1) {
            System.arraycopy(net.logits(), 0, field.logits(), from, count);
            return;
        }
        int nodes = field.side() * field.side();
        int classes = field.classes();
        float[] logits = net.logits();
        for (int c = 1; c < classes; c++) {
            int at = (c - 1) * nodes + from;
            for (int i = 0; i < count; i++) {
                field.logits()[at + i] = logits[i * classes + c] - logits[i * classes];
            }
        }
    }
}
