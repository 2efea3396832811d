package mlpexplorer.experiment;

import java.util.Optional;
import mlpexplorer.data.Split;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.Trainer;

/// Where a run begins.
///
/// @param spec    what the run depends on
/// @param weights the initial weights, if they are given instead of drawn by the specification's initialiser and seed;
///                of the network's shape, never written to
public record RunStart(RunSpec spec, Optional<Parameters> weights) {

    /// Throws [InvalidSpec] if the weights do not fit the network.
    public RunStart {
        if (weights.isPresent() && !weights.get().sameShape(shape(spec))) {
            throw new InvalidSpec("The given weights are for the network " + weights.get().shape()
                    + ", but the specification asks for " + shape(spec).shape() + ".");
        }
    }

    /// With weights drawn.
    public RunStart(RunSpec spec) {
        this(spec, Optional.empty());
    }

    /// A fresh copy of the weights before the first update.
    public Parameters initial() {
        return weights.map(Parameters::copy).orElseGet(() -> spec.mlp().initialize(spec.seeds().init()));
    }

    /// A trainer at the start of this run, on data from [RunSpec#splitData].
    public Trainer trainer(Split parts) {
        return new Trainer(spec.mlp(), initial(), spec.training(), parts, spec.seeds().batches());
    }

    /// Names this start: equal starts have equal fingerprints, and lead to the same curves bit for bit.
    public String fingerprint() {
        return Fingerprint.of(spec, weights);
    }

    /// Zeros of the network's shape.
    public static Parameters shape(RunSpec spec) {
        return spec.mlp().initialize(1).zeros();
    }
}
