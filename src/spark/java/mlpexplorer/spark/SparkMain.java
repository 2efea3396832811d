package mlpexplorer.spark;

import mlpexplorer.cli.Cli;
import mlpexplorer.cli.SweepBackend;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.sweep.SweepExecutor;
import mlpexplorer.ui.headless.HeadlessSheets;

import org.apache.logging.log4j.Level;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.Utils$;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/// The entry point for `spark-submit`: runs `sweep` on the cluster.
public final class SparkMain {
    private static final String STANDALONE = "spark://";
    private static final int CONNECT_MILLIS = 5_000;
    private static final String BUILD = fingerprint();

    private SparkMain() {}

    /// Runs the command in `args`, which is `sweep` with its options, and exits with its exit code.
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        SparkConf conf = new SparkConf();
        if (!conf.contains("spark.log.level")) {
            // Errors are told in a sentence, and lost executors are expected.
            silence();
        }
        // Kubernetes allows no spaces in names.
        conf.setIfMissing("spark.app.name", "mlp-explorer-sweep");
        conf.setIfMissing("spark.ui.showConsoleProgress", "false");
        // The limit is for all results of a job, but each is gone once it is stored.
        conf.setIfMissing("spark.driver.maxResultSize", "0");
        Cluster cluster = new Cluster(conf);
        int code =
                Cli.runSweep(
                        args,
                        System.out,
                        System.err,
                        (table, weights, look) -> new HeadlessSheets().sheet(table, weights, look),
                        cluster);
        cluster.close();
        System.exit(code);
    }

    /// Turns Spark's log off. Its default configuration, which would be loaded later, is loaded
    /// first.
    private static void silence() {
        Utils$.MODULE$.initializeLogIfNecessary(false, true);
        Utils$.MODULE$.setLogLevel(Level.OFF);
    }

    /// The identity of this program: that of its jar.
    static String build() {
        return BUILD;
    }

    private static String fingerprint() {
        CodeSource source = SparkMain.class.getProtectionDomain().getCodeSource();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Path jar = Path.of(source.getLocation().toURI());
            if (Files.isRegularFile(jar)) {
                try (InputStream in = new DigestInputStream(Files.newInputStream(jar), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | URISyntaxException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("The jar of the program cannot be read.", e);
        }
    }

    /// The first line of the deepest message of `failure`.
    static String reason(Throwable failure) {
        String reason = String.valueOf(failure.getMessage());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null) {
                reason = cause.getMessage();
            }
        }
        return reason.lines().findFirst().orElse("").strip().replaceFirst("\\.$", "");
    }

    /// The cluster named by the options of `spark-submit`.
    private static final class Cluster implements SweepBackend, AutoCloseable {
        private final SparkConf conf;
        private Optional<JavaSparkContext> context = Optional.empty();

        Cluster(SparkConf conf) {
            this.conf = conf;
        }

        @Override
        public SweepExecutor executor(Optional<Integer> jobs, Consumer<String> messages) {
            if (jobs.isPresent()) {
                throw new UserError(
                        UserError.Category.USAGE,
                        "--jobs is for the cores of one machine; on Spark, set"
                                + " --total-executor-cores or --num-executors of spark-submit.");
            }
            String master = conf.get("spark.master", "");
            if (master.isEmpty()) {
                throw new UserError(
                        UserError.Category.USAGE,
                        "No Spark master is given; start the program by spark-submit --master"
                                + " URL.");
            }
            requireReachable(master);
            try {
                JavaSparkContext started = new JavaSparkContext(conf);
                context = Optional.of(started);
                return new SparkSweepExecutor(started, messages);
            } catch (RuntimeException | LinkageError e) {
                throw UserError.failure(
                        "Spark cannot start on " + master + ": " + reason(e) + ".", e);
            }
        }

        /// Spark itself would try for a minute.
        private static void requireReachable(String master) {
            if (!master.startsWith(STANDALONE)) {
                return;
            }
            boolean reachable =
                    Arrays.stream(master.substring(STANDALONE.length()).split(","))
                            .anyMatch(Cluster::isReachable);
            if (!reachable) {
                throw UserError.failure(
                        "No Spark master answers at "
                                + master
                                + "; start it, or correct --master of spark-submit.");
            }
        }

        private static boolean isReachable(String place) {
            int colon = place.lastIndexOf(':');
            try (Socket socket = new Socket()) {
                int port = Integer.parseInt(place.substring(colon + 1));
                socket.connect(
                        new InetSocketAddress(place.substring(0, Math.max(0, colon)), port),
                        CONNECT_MILLIS);
                return true;
            } catch (IOException | IllegalArgumentException e) {
                return false;
            }
        }

        @Override
        public String description(Optional<Integer> jobs, int runs) {
            return "on Spark at " + conf.get("spark.master");
        }

        @Override
        public void close() {
            context.ifPresent(JavaSparkContext::stop);
        }
    }
}
