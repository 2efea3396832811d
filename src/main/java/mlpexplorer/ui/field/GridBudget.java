package mlpexplorer.ui.field;

import mlpexplorer.nn.Mlp;

/// Chooses a grid resolution for a time budget, from an estimate by network shape that is corrected
/// by measured times. Not thread-safe.
public final class GridBudget {
    private static final int MIN_SIDE = 24;
    private static final double NANOS_PER_NODE = 6;
    private static final double NANOS_PER_WEIGHT = 0.035;
    private static final double NANOS_PER_CURVED_UNIT = 0.25;
    private static final double MEMORY = 0.8;

    private double correction = 1;

    /// Nodes along an edge, from [#MIN_SIDE] to `most`.
    int side(Mlp mlp, double nanos, int most) {
        double affordable = Math.sqrt(nanos / (correction * nanosPerNode(mlp)));
        return (int) Math.clamp(affordable, MIN_SIDE, Math.max(MIN_SIDE, most));
    }

    /// Records that a grid of `side` × `side` nodes took `nanos`.
    void observe(Mlp mlp, int side, long nanos) {
        double ratio = nanos / (nanosPerNode(mlp) * side * side);
        correction = Math.clamp(MEMORY * correction + (1 - MEMORY) * ratio, 0.05, 20);
    }

    private static double nanosPerNode(Mlp mlp) {
        double curved = 0;
        for (int l = 0; l < mlp.layers() - 1; l++) {
            curved +=
                    switch (mlp.spec().activation(l)) {
                        case IDENTITY, RELU, LEAKY_RELU, THRESHOLD -> 0;
                        case ELU, SIGMOID, TANH, SOFTPLUS, SILU, GELU -> mlp.spec().hidden().get(l);
                    };
        }
        double weights = mlp.spec().parameterCount(mlp.inputs(), mlp.outputs());
        return NANOS_PER_NODE + NANOS_PER_WEIGHT * weights + NANOS_PER_CURVED_UNIT * curved;
    }
}
