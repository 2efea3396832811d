package mlpexplorer.bench;

import com.fasterxml.jackson.databind.JsonNode;

import mlpexplorer.nn.Precision;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Medians out of JMH's own file; NaN for what was not run.
final class EngineFigures {
    private final JsonNode results;

    EngineFigures(JsonNode results) {
        this.results = results;
    }

    double epochs(Workload workload, Precision precision) {
        return median(EngineBench.class, workload.name(), precision.name());
    }

    double samples(Workload workload, Precision precision) {
        return epochs(workload, precision) * workload.rows();
    }

    double fieldMillis(String activation) {
        return median("FieldBench", activation);
    }

    double convergenceMillis() {
        return result(ConvergenceBench.class.getSimpleName())
                .map(found ->
                        found.path("primaryMetric")
                                .path("scorePercentiles")
                                .path("50.0")
                                .asDouble(Double.NaN))
                .orElse(Double.NaN);
    }

    double sweepSeconds(int jobs) {
        return median(SweepBench.class, Integer.toString(jobs));
    }

    /// With ten thousand runs in the store.
    double listMillis() {
        return median("RunsBench.list");
    }

    double filterMillis() {
        return median("RunsBench.filter");
    }

    /// Two bare loops at once against one alone.
    double scaling() {
        return median("ScalingBench.sideBySide") / median("ScalingBench.alone");
    }

    private double median(Class<?> benchmark, String... parameters) {
        return median(benchmark.getSimpleName(), parameters);
    }

    private double median(String benchmark, String... parameters) {
        Quantiles iterations = new Quantiles();
        result(benchmark, parameters)
                .ifPresent(found ->
                        found.path("primaryMetric")
                                .path("rawData")
                                .forEach(fork ->
                                        fork.forEach(score -> iterations.add(score.asDouble()))));
        return iterations.median();
    }

    private Optional<JsonNode> result(String benchmark, String... parameters) {
        return StreamSupport.stream(results.spliterator(), false)
                .filter(found ->
                        (found.path("benchmark").asText() + ".").contains("." + benchmark + "."))
                .filter(found ->
                        Arrays.stream(parameters)
                                .allMatch(wanted ->
                                        found.path("params")
                                                .valueStream()
                                                .anyMatch(p -> p.asText().equals(wanted))))
                .findFirst();
    }
}
