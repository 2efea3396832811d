package mlpexplorer.bench;

import static mlpexplorer.nn.Precision.DOUBLE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mlpexplorer.nn.Precision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Sets our figures beside the targets of `performance.md` and the peers measured in the same run;
/// prints the table and writes it, with everything it was made of, to `bench.json` in the folder of
/// the first argument.
///
/// Reads `bench-jmh.json`, `bench-window.json`, `bench-soak.json` and `bench-start.json` there. The
/// second argument is the peers' script; `-Dpeers=false` leaves them out, and a machine without
/// Python has none.
public final class BenchReport {
    private static final String PYTHON = System.getProperty("python", "/usr/bin/python3");
    private static final long PEERS_MINUTES = 15;

    private final Path folder;
    private final JsonNode window;
    private final JsonNode peers;
    private final EngineFigures engine;
    private final List<Row> rows = new ArrayList<>();

    /// One line of the table. `peer` is the best of the peers; `ratio` is above 1 where we are
    /// better.
    record Row(
            String id,
            String workload,
            String target,
            double measured,
            String peer,
            double ratio) {}

    private BenchReport(Path folder, JsonNode jmh, JsonNode window, JsonNode peers) {
        this.folder = folder;
        this.engine = new EngineFigures(jmh);
        this.window = window;
        this.peers = peers;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        JsonNode jmh = BenchJson.read(folder.resolve("bench-jmh.json"));
        JsonNode window = BenchJson.read(folder.resolve("bench-window.json"));
        for (String more : List.of("bench-soak.json", "bench-start.json")) {
            ((ObjectNode) window).setAll((ObjectNode) BenchJson.read(folder.resolve(more)));
        }
        JsonNode peers =
                Boolean.parseBoolean(System.getProperty("peers", "true"))
                        ? peers(Path.of(args[1]))
                        : BenchJson.parse("{}");
        BenchReport report = new BenchReport(folder, jmh, window, peers);
        report.fill();
        report.print();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("table", report.rows);
        all.put("window", window);
        all.put("peers", peers);
        all.put("jmh", jmh);
        BenchJson.write(folder.resolve("bench.json"), all);
    }

    private static JsonNode peers(Path script) throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of(PYTHON))) {
            return BenchJson.parse("{}");
        }
        System.out.println("Measuring the peers, which takes some minutes …");
        Path output = Files.createTempFile("peers", ".json");
        Process python =
                new ProcessBuilder(PYTHON, script.toString())
                        .redirectOutput(output.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        if (!python.waitFor(PEERS_MINUTES, TimeUnit.MINUTES)) {
            python.destroyForcibly();
        }
        String text = Files.readString(output);
        return BenchJson.parse(text.isBlank() ? "{}" : text);
    }

    private void fill() throws IOException {
        faster("W1A", "2-8-8-2 tanh, epochs/s", "≥ 5,000", engine.epochs(Workload.W1A, DOUBLE));
        double live = figure("W1A live epochs per second");
        plain("W1A live", "the same with everything on screen", "≥ 80 % of W1A", live);
        plain(
                "W1A live",
                "share of a bare loop in between",
                "≥ 0.8",
                live / figure("W1A bare loop in between, epochs per second"));
        for (Precision precision : Precision.values()) {
            faster(
                    "W1B",
                    "2-64-64-2 ReLU Adam, epochs/s" + in(precision),
                    "≥ 2.5 × peers",
                    engine.epochs(Workload.W1B, precision));
        }
        slower("W2", "ms to 99 %", "≤ 35", engine.convergenceMillis());
        samples(Workload.W3A, "784-300-10 batch 50, samples/s");
        samples(Workload.W3B, "784-200-10 batch 1, samples/s");
        samples(Workload.W3C, "784-256-128-10 Adam, samples/s");
        for (Precision precision : Precision.values()) {
            JsonNode full = BenchJson.read(folder.resolve("bench-full-" + precision + ".json"));
            String what = "60,000 images, Adam, ";
            slower("FULL", what + "s/epoch" + in(precision), "–", figure(full, "seconds"));
            slower("FULL_MB", what + "peak MB" + in(precision), "≤ 1,000", figure(full, "MB"));
        }
        slower("W4_TANH", "boundary 200², 16-16 tanh, ms", "≤ 2", engine.fieldMillis("TANH"));
        slower("W4_RELU", "boundary 200², 64-64 ReLU, ms", "≤ 5", engine.fieldMillis("RELU"));
        limits();
        for (String tab : WindowMeter.VIEWS) {
            plain(
                    "U1",
                    "FX thread per frame, " + tab + ", p99 ms",
                    "≤ 8",
                    figure("U1 " + tab + ": FX thread per frame ms p99"));
            plain(
                    "U1",
                    "frames/s, software pipeline, " + tab,
                    "≥ 30",
                    figure("U1 " + tab + ": frames per second"));
        }
        plain(
                "U2",
                "tick to first new boundary, p95 ms",
                "≤ 50",
                figure("U2 tick to first new boundary ms p95"));
        plain(
                "U2",
                "tick to retrained boundary, p95 ms",
                "≤ 250",
                figure("U2 tick to retrained boundary ms p95"));
        plain(
                "U2",
                "click to visible reaction, p95 ms",
                "≤ 100",
                figure("U2 click to visible reaction ms p95"));
        plain("U2", "Pause to Paused, p95 ms", "≤ 100", figure("U2 pause to Paused ms p95"));
        plain(
                "U2",
                "close to trainer ended, ms",
                "≤ 1,000",
                figure("U2 close to trainer ended ms"));
        plain(
                "U3",
                "packaged start to first picture, ms",
                "≤ 2,000",
                figure("U3 start to first picture ms"));
        plain(
                "U3",
                "packaged start to a button that answers, ms",
                "≤ 2,000",
                figure("U3 start to a button that answers ms"));
        plain(
                "U3",
                "first picture over that of a bare window",
                "≤ 2",
                figure("U3 start to first picture ms") / figure("U3 start of a bare window ms"));
        for (String what :
                List.of(
                        "heap %s MB",
                        "memory outside the heap %s MB", "threads %s", "file handles %s")) {
            for (String when : List.of("at start", "in the middle", "at the end")) {
                plain("U4", what.formatted(when), "flat", figure("U4 " + what.formatted(when)));
            }
        }
        plain("U5", "sweep of 72 runs, two at a time, s", "< 10", engine.sweepSeconds(2));
        plain(
                "U5",
                "the same, speed-up over one at a time",
                "≥ 1.9",
                engine.sweepSeconds(1) / engine.sweepSeconds(2));
        plain("runs", "10,000 opened and listed, ms", "≤ 500", engine.listMillis());
        plain("runs", "10,000 filtered, ms", "–", engine.filterMillis());
        plain("U5", "two bare loops at once: the limit here", "–", engine.scaling());
    }

    private void samples(Workload workload, String text) {
        for (Precision precision : Precision.values()) {
            faster(
                    workload.name(),
                    text + in(precision),
                    "≥ 1.3 × peers",
                    engine.samples(workload, precision));
        }
    }

    private static String in(Precision precision) {
        return precision == DOUBLE ? "" : ", single";
    }

    /// W5: the fastest products of our OpenBLAS with any core type, and of the peers'.
    private void limits() throws IOException {
        JsonNode own = BenchJson.read(folder.resolve("bench-limit.json"));
        List<JsonNode> all = new ArrayList<>(List.of(own, peers.path("LIMIT")));
        for (String type : LimitMeter.types()) {
            all.add(BenchJson.read(folder.resolve("bench-limit-" + type + ".json")));
        }
        plain("W5", "memory, two copies at once, GB/s", "–", figure(own, "memory GB/s"));
        for (Precision precision : Precision.values()) {
            String name = LimitMeter.unit(precision);
            double limit =
                    all.stream().mapToDouble(each -> each.path(name).asDouble()).max().orElse(0);
            plain("W5", "limit of products, " + name, "–", limit);
            plain("W5", "our OpenBLAS, share of that", "≥ 0.9", figure(own, name) / limit);
            for (Workload workload : List.of(Workload.W1B, Workload.W3A, Workload.W3C)) {
                double done = engine.samples(workload, precision) * workload.flopsPerSample();
                plain(
                        "W5 " + workload,
                        "share of the limit" + in(precision),
                        workload == Workload.W3A ? "≥ 0.8" : "–",
                        done / 1e9 / limit);
            }
            double done = engine.samples(Workload.W3A, precision) * Workload.W3A.flopsPerSample();
            plain(
                    "W5 W3A",
                    "share of its own products alone" + in(precision),
                    "≥ 0.8",
                    done / 1e9 / figure(own, LimitMeter.W3A + name));
        }
    }

    private double figure(String name) {
        return figure(window, name);
    }

    private static double figure(JsonNode figures, String name) {
        return figures.path(name).asDouble(Double.NaN);
    }

    private void plain(String id, String workload, String target, double measured) {
        rows.add(new Row(id, workload, target, measured, "", Double.NaN));
    }

    private void faster(String id, String workload, String target, double measured) {
        Optional<Map.Entry<String, JsonNode>> best =
                peersOf(id).max(Map.Entry.comparingByValue(BenchReport::compare));
        rows.add(new Row(id, workload, target, measured, name(best), measured / value(best)));
    }

    private void slower(String id, String workload, String target, double measured) {
        Optional<Map.Entry<String, JsonNode>> best =
                peersOf(id).min(Map.Entry.comparingByValue(BenchReport::compare));
        rows.add(new Row(id, workload, target, measured, name(best), value(best) / measured));
    }

    private Stream<Map.Entry<String, JsonNode>> peersOf(String id) {
        return peers.path(id).properties().stream();
    }

    private static int compare(JsonNode a, JsonNode b) {
        return Double.compare(a.asDouble(), b.asDouble());
    }

    private static String name(Optional<Map.Entry<String, JsonNode>> best) {
        return best.map(peer -> "%s %,.1f".formatted(peer.getKey(), peer.getValue().asDouble()))
                .orElse("not installed");
    }

    private static double value(Optional<Map.Entry<String, JsonNode>> best) {
        return best.map(peer -> peer.getValue().asDouble()).orElse(Double.NaN);
    }

    private void print() {
        if (peers.has("CORE")) {
            System.out.printf("%nOpenBLAS of the peers: %s%n", peers.path("CORE").asText());
        }
        System.out.printf(
                "%n%-9s %-40s %-14s %12s  %-26s %6s%n",
                "#", "workload", "target", "measured", "best peer here", "ratio");
        for (Row row : rows) {
            System.out.printf(
                    "%-9s %-40s %-14s %12s  %-26s %6s%n",
                    row.id(),
                    row.workload(),
                    row.target(),
                    number("%,.2f", row.measured()),
                    row.peer(),
                    number("%.1f", row.ratio()));
        }
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "" : format.formatted(value);
    }
}
