package mlpexplorer.experiment;

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
import mlpexplorer.data.io.DataLoader;
import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.Parameters;

/// Names a run by what it depends on: SHA-256 over the canonical text of its specification and, where the initial weights
/// are given instead of drawn, their shape and bits, and the content of its data files, which may change under
/// the same name. What cannot be read counts as empty: no run begins on it.
final class Fingerprint {
    private Fingerprint() {}

    static String of(RunSpec spec, Optional<Parameters> weights) {
        MessageDigest digest = sha256();
        digest.update(SpecJson.canonical(spec).getBytes(StandardCharsets.UTF_8));
        weights.ifPresent(given -> add(given, digest));
        addFiles(spec, digest);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void addFiles(RunSpec spec, MessageDigest digest) {
        try {
            for (Path file : DataLoader.files(spec.data())) {
                try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        } catch (IOException | UserError e) {
            // The run itself says what is wrong with its file.
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
