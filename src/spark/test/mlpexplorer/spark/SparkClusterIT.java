package mlpexplorer.spark;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.Wait;
import mlpexplorer.cli.Cli;
import mlpexplorer.experiment.Npz;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.training.MetricLog;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;

/// Sweeps on a real cluster of a master and two workers.
final class SparkClusterIT {
    /// 24 runs of about a second.
    private static final List<String> SWEEP =
            List.of(
                    "sweep",
                    "--preset",
                    "circles-capacity",
                    "--set",
                    "training.stop.epochs=4000",
                    "--set",
                    "training.stop.patience=null");

    private static final int RUNS = 24;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static Cluster cluster;
    private static Map<String, String> expected;

    @BeforeAll
    static void trainOnLocalCores() throws IOException {
        cluster = new Cluster(folder, 2);
        expected = local("local.db", SWEEP);
        assertThat(expected).hasSize(RUNS);
    }

    @AfterAll
    static void end() {
        cluster.close();
    }

    private static Map<String, String> local(String store, List<String> sweep) {
        Path file = folder.resolve(store);
        List<String> args = with(sweep, "--quiet", "--store", file.toString());
        int code =
                Cli.run(
                        args.toArray(String[]::new),
                        System.out,
                        System.err,
                        (_, _, _, _) -> {
                            throw new IllegalStateException();
                        },
                        (_, _, _) -> {
                            throw new IllegalStateException();
                        });
        assertThat(code).isZero();
        return numbers(file);
    }

    private static List<String> with(List<String> args, String... more) {
        List<String> all = new ArrayList<>(args);
        all.addAll(List.of(more));
        return all;
    }

    /// The metrics of all epochs, without the times, and the weights, by fingerprint; fails if a
    /// run is there twice.
    private static Map<String, String> numbers(Path file) {
        try (RunStore store = RunStore.open(file)) {
            return store.list().stream()
                    .filter(run -> run.progress().state().key().equals("finished"))
                    .collect(
                            Collectors.toMap(
                                    run -> store.start(run.id()).fingerprint(),
                                    run ->
                                            text(store.metrics(run.id()))
                                                    + Arrays.toString(
                                                            store.weights(run.id())
                                                                    .orElseThrow())));
        }
    }

    private static String text(MetricLog.View log) {
        return IntStream.range(0, log.size())
                .boxed()
                .flatMap(row ->
                        Arrays.stream(MetricLog.Column.values())
                                .filter(column -> column != MetricLog.Column.SECONDS)
                                .map(column -> Double.toHexString(log.value(column, row))))
                .collect(Collectors.joining(" "));
    }

    private static List<Long> finished(Path file) {
        if (Files.notExists(file)) {
            return List.of();
        }
        try (RunStore store = RunStore.open(file)) {
            return store.list().stream()
                    .filter(run -> run.progress().state().key().equals("finished"))
                    .map(RunSummary::id)
                    .toList();
        }
    }

    private static Process submit(String name, List<String> args) throws IOException {
        return Cluster.submit(folder, name, cluster.url(), List.of(), args);
    }

    private static int end(Process driver) {
        Wait.until(() -> !driver.isAlive());
        return driver.exitValue();
    }

    private static String out(String name) {
        return Cluster.text(folder.resolve(name + ".out"));
    }

    private static String err(String name) {
        return Cluster.text(folder.resolve(name + ".err"));
    }

    @Test
    void aKilledWorkerAndAKilledDriverCostOnlyTheirRuns() throws IOException {
        Path store = folder.resolve("cluster.db");
        List<String> args = with(SWEEP, "--store", store.toString());
        List<Long> kept = killedDriver(store, args);
        while (kept.size() == RUNS) {
            // On a busy machine, the whole sweep can end before the test sees its first runs.
            Files.delete(store);
            kept = killedDriver(store, args);
        }
        int before = kept.size();

        Path table = folder.resolve("table.csv");
        Process second = submit("second", with(args, "--resume", "--out", table.toString()));
        Wait.until(() -> !second.isAlive() || finished(store).size() > before);
        int left = RUNS - finished(store).size();
        cluster.killWorker(0);
        assertThat(end(second)).as(() -> err("second")).isZero();

        assertThat(out("second"))
                .startsWith("24 runs: ")
                .contains("; on Spark at " + cluster.url())
                .contains("\n24 of 24 runs in ");
        assertThat(err("second")).doesNotContain("Exception").doesNotContain("WARN");
        if (left > 2) {
            assertThat(err("second")).contains("is gone; its runs are trained again");
        }
        assertThat(finished(store)).hasSize(RUNS).containsAll(kept);
        assertThat(numbers(store)).isEqualTo(expected);
        assertThat(Files.readAllLines(table)).hasSize(1 + RUNS);
    }

    /// The runs in `store` after the driver was killed, which has trained some of them.
    private static List<Long> killedDriver(Path store, List<String> args) throws IOException {
        Process driver = submit("first", args);
        Wait.until(() -> !driver.isAlive() || finished(store).size() >= 4);
        driver.destroyForcibly();
        Wait.until(() -> !driver.isAlive());
        List<Long> kept = finished(store);
        assertThat(kept).as(() -> err("first")).hasSizeGreaterThanOrEqualTo(4);
        return kept;
    }

    @Test
    void executorsGetTheDataFiles() throws IOException {
        Path data = folder.resolve("points.csv");
        try (PrintStream out = new PrintStream(data.toFile())) {
            out.println("a,b,class");
            for (int i = 0; i < 60; i++) {
                out.println(Math.sin(i) + "," + Math.cos(3 * i) + "," + (i % 3 == 0 ? "x" : "y"));
            }
        }
        List<String> sweep =
                List.of(
                        "sweep",
                        "--set",
                        "data.type=csv",
                        "--set",
                        "data.path=" + data,
                        "--set",
                        "training.stop.epochs=20",
                        "--set",
                        "model.hidden=64,64",
                        "--repeats",
                        "3",
                        "--folds",
                        "2");
        Path store = folder.resolve("csv.db");
        Path sheet = folder.resolve("sheet.png");
        Process driver =
                submit(
                        "csv",
                        with(
                                sweep,
                                "--store",
                                store.toString(),
                                "--json",
                                "--sheet",
                                sheet.toString()));
        assertThat(end(driver)).as(() -> err("csv")).isZero();
        assertThat(numbers(store)).hasSize(6).isEqualTo(local("csv-local.db", sweep));
        assertThat(out("csv").lines()).hasSize(1);
        assertThat(Files.readAllBytes(sheet)).startsWith(0x89, 'P', 'N', 'G');
        try (Stream<Path> all = Files.walk(folder)) {
            // Spark cleans up the folders of executors.
            assertThat(all.map(Path::toString))
                    .anyMatch(file -> file.matches(".*work-[01].*openblas.*libopenblas.*"));
        }
    }

    @Test
    void executorsGetImagesAndTrainInSinglePrecision() throws IOException {
        Path images = folder.resolve("images");
        Path labels = folder.resolve("labels");
        idx(images, 3, i -> i * i % 251, 90, 6, 6);
        idx(labels, 1, i -> i % 3, 90);
        isAsOnLocalCores(
                "idx",
                "--set",
                "data.type=idx",
                "--set",
                "data.images=" + images,
                "--set",
                "data.labels=" + labels,
                "--set",
                "training.precision=single",
                "--axis",
                "model.hidden=[40],[30,20]");
    }

    private static void idx(Path file, int rank, IntUnaryOperator value, int... sizes)
            throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeInt(0x800 + rank);
            int count = 1;
            for (int size : sizes) {
                out.writeInt(size);
                count *= size;
            }
            for (int i = 0; i < count; i++) {
                out.writeByte(value.applyAsInt(i));
            }
        }
    }

    @Test
    void executorsGetArraysAndInitialWeights() throws IOException {
        Path data = folder.resolve("arrays.npz");
        Path weights = folder.resolve("weights.npz");
        Path spec = folder.resolve("spec.json");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(data))) {
            Npz.put(zip, "X", 80, 5, (row, x) -> Arrays.setAll(x, j -> Math.sin(7 * row + j)));
            Npz.put(zip, "y", IntStream.range(0, 80).mapToDouble(i -> i % 2).toArray());
        }
        Files.writeString(
                spec,
                "{\"data\": {\"type\": \"numpy\", \"path\": \"arrays.npz\"},"
                        + " \"model\": {\"hidden\": [40, 30]}}");
        RunSpec known = SpecJson.read(spec);
        try (OutputStream out = Files.newOutputStream(weights)) {
            Npz.write(known.mlp(known.splitData().shape()).initialize(7), out);
        }
        isAsOnLocalCores(
                "numpy",
                "--spec",
                spec.toString(),
                "--weights",
                weights.toString(),
                "--axis",
                "training.rate=0.01,0.1");
    }

    private static void isAsOnLocalCores(String name, String... options) throws IOException {
        List<String> sweep = with(List.of("sweep", "--set", "training.stop.epochs=10"), options);
        Path store = folder.resolve(name + ".db");
        Process driver = submit(name, with(sweep, "--store", store.toString()));
        assertThat(end(driver)).as(() -> err(name)).isZero();
        assertThat(numbers(store)).hasSize(2).isEqualTo(local(name + "-local.db", sweep));
    }

    @Test
    void whatCannotWorkIsToldInASentence() throws IOException {
        Path store = folder.resolve("none.db");
        List<String> sweep =
                List.of("sweep", "--preset", "xor-mlp", "--repeats", "2", "--store", "none.db");
        String nowhere = "spark://127.0.0.1:1";
        Process noMaster = Cluster.submit(folder, "nowhere", nowhere, List.of(), sweep);
        assertThat(end(noMaster)).isEqualTo(1);
        assertThat(err("nowhere"))
                .isEqualTo(
                        "mlp-explorer: No Spark master answers at spark://127.0.0.1:1; start it, or"
                                + " correct --master of spark-submit.\n");
        Process noData =
                submit(
                        "no-data",
                        with(sweep, "--set", "data.type=csv", "--set", "data.path=none.csv"));
        assertThat(end(noData)).isEqualTo(3);
        assertThat(err("no-data"))
                .endsWith("none.csv cannot be read: there is no such file or folder.\n")
                .hasLineCount(1);
        Process jobs = submit("jobs", with(sweep, "--jobs", "2"));
        assertThat(end(jobs)).isEqualTo(2);
        assertThat(err("jobs")).startsWith("mlp-explorer: --jobs is for the cores").hasLineCount(1);
        Path other = folder.resolve("other.jar");
        Files.copy(Cluster.JAR, other);
        Files.write(other, new byte[1], StandardOpenOption.APPEND);
        Process another =
                Cluster.submit(
                        folder,
                        "version",
                        cluster.url(),
                        List.of("--conf", "spark.executor.extraClassPath=" + other),
                        sweep);
        assertThat(end(another)).isEqualTo(1);
        assertThat(err("version"))
                .endsWith("has another version of the program on its class path than the driver.\n")
                .doesNotContain("Exception");
        Process train = submit("train", List.of("train", "--preset", "xor-mlp"));
        assertThat(end(train)).isEqualTo(2);
        assertThat(err("train")).endsWith("; the command is sweep.\n").hasLineCount(1);
        assertThat(finished(store)).isEmpty();
    }
}
