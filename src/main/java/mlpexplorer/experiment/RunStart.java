package mlpexplorer.experiment;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.Split;
import mlpexplorer.data.io.DataLoader;
import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.Checkpoint;
import mlpexplorer.training.Trainer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The start of a run.
///
/// @param spec spec of the run
/// @param weights initial weights, if given instead of drawn by the initializer; of the network's
///   shape, not modified
/// @param resumed model with the state of its training, which the run continues with these weights
public record RunStart(RunSpec spec, Optional<Parameters> weights, Optional<TrainedModel> resumed) {

    /// Throws [UserError] if the weights do not fit the network; if its inputs and classes depend
    /// on a file, [#initial] does.
    public RunStart {
        Optional<Parameters> given = weights;
        spec.data().shape().ifPresent(shape -> requireFit(given, spec, shape));
    }

    /// The same start with a changed spec.
    public RunStart withSpec(UnaryOperator<RunSpec> change) {
        return new RunStart(change.apply(spec), weights, resumed);
    }

    /// A start with random weights.
    public RunStart(RunSpec spec) {
        this(spec, Optional.empty());
    }

    /// A start of the training.
    public RunStart(RunSpec spec, Optional<Parameters> weights) {
        this(spec, weights, Optional.empty());
    }

    private static void requireFit(Optional<Parameters> weights, RunSpec spec, DataShape data) {
        if (weights.isPresent() && !weights.get().sameShape(shape(spec, data))) {
            throw UserError.input(
                    "The given weights are for the network "
                            + weights.get().shape()
                            + ", but the specification asks for "
                            + shape(spec, data).shape()
                            + ".");
        }
    }

    /// A copy of the initial weights for data of the given shape.
    public Parameters initial(DataShape data) {
        requireFit(weights, spec, data);
        return weights.map(Parameters::copy)
                .orElseGet(() -> spec.mlp(data).initialize(spec.seeds().init()));
    }

    /// Throws [UserError] if the memory is too small for the given number of parallel runs.
    public void requireMemory(DataShape data, int atOnce) {
        MemoryEstimate.of(spec, data).requireWithin(Runtime.getRuntime().maxMemory(), atOnce);
    }

    /// A trainer at the start of this run, on data from [RunSpec#splitData]. Throws [UserError] if
    /// there is too little memory.
    public Trainer trainer(Split parts) {
        requireMemory(parts.shape(), 1);
        Trainer trainer =
                new Trainer(
                        spec.mlp(parts.shape()),
                        initial(parts.shape()),
                        spec.training(),
                        parts,
                        spec.seeds().batches());
        resumed.flatMap(TrainedModel::checkpoint)
                .ifPresent(state -> {
                    trainer.restore(state);
                    trainer.continueWith(spec.training());
                });
        return trainer;
    }

    /// The identity of this start: equal starts have equal fingerprints and the same curves, bit
    /// for bit.
    public String fingerprint() {
        return Fingerprint.of(this);
    }

    /// Zeros of the network's shape. Reads the data if the shape depends on a file.
    public static Parameters shape(RunSpec spec) {
        return shape(spec, spec.data().shape().orElseGet(() -> spec.splitData().shape()));
    }

    private static Parameters shape(RunSpec spec, DataShape data) {
        return spec.mlp(data).initialize(1).zeros();
    }

    /// The identity of a run: SHA-256 over [SpecJson#identity] of its spec, over shape and bits of
    /// the initial weights if they are given, over the state that it continues, and over the
    /// content of its data files, which can change under the same name. Unreadable files count as
    /// empty, since no run can start with them.
    private static final class Fingerprint {
        private Fingerprint() {}

        static String of(RunStart start) {
            MessageDigest digest = sha256();
            digest.update(SpecJson.identity(start.spec()).getBytes(StandardCharsets.UTF_8));
            start.weights().ifPresent(given -> add(given, digest));
            start.resumed()
                    .flatMap(TrainedModel::checkpoint)
                    .ifPresent(state -> add(state, digest));
            addFiles(start.spec(), digest);
            return HexFormat.of().formatHex(digest.digest());
        }

        private static void addFiles(RunSpec spec, MessageDigest digest) {
            try {
                for (Path file : DataLoader.files(spec.data())) {
                    try (InputStream in =
                            new DigestInputStream(Files.newInputStream(file), digest)) {
                        in.transferTo(OutputStream.nullOutputStream());
                    }
                }
            } catch (IOException | UserError e) {
                // The run itself reports the error.
                return;
            }
        }

        private static void add(Parameters weights, MessageDigest digest) {
            digest.update(weights.shape().getBytes(StandardCharsets.UTF_8));
            for (int l = 0; l < weights.layers(); l++) {
                add(weights.weights(l), digest);
                add(weights.biases(l), digest);
            }
        }

        private static void add(Checkpoint state, MessageDigest digest) {
            add(new double[] {state.epoch(), state.updates()}, digest);
            state.optimizer().memory().values().forEach(values -> add(values, digest));
            add(state.schedule().numbers(), digest);
        }

        private static void add(double[] values, MessageDigest digest) {
            ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length);
            bytes.asDoubleBuffer().put(values);
            digest.update(bytes);
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256.", e);
            }
        }
    }
}
