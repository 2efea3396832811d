package mlpexplorer.bench;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Optional;
import java.util.stream.StreamSupport;

/// Medians out of JMH's own file; NaN for what was not run.
final class EngineFigures {
    private final JsonNode results;

    EngineFigures(JsonNode results) {
        this.results = results;
    }

    double epochs(Workload workload) {
        return median(EngineBench.class, workload.name());
    }

    double samples(Workload workload) {
        return epochs(workload) * workload.rows();
    }

    double fieldMillis(String activation) {
        return median("FieldBench", activation);
    }

    double convergenceMillis() {
        return result(ConvergenceBench.class.getSimpleName(), "")
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
        return median("RunsBench.list", "");
    }

    double filterMillis() {
        return median("RunsBench.filter", "");
    }

    /// Two bare loops at once against one alone.
    double scaling() {
        return median("ScalingBench.sideBySide", "") / median("ScalingBench.alone", "");
    }

    private double median(Class<?> benchmark, String parameter) {
        return median(benchmark.getSimpleName(), parameter);
    }

    private double median(String benchmark, String parameter) {
        Quantiles iterations = new Quantiles();
        result(benchmark, parameter)
                .ifPresent(found ->
                        found.path("primaryMetric")
                                .path("rawData")
                                .forEach(fork ->
                                        fork.forEach(score -> iterations.add(score.asDouble()))));
        return iterations.median();
    }

    private Optional<JsonNode> result(String benchmark, String parameter) {
        return StreamSupport.stream(results.spliterator(), false)
                .filter(found ->
                        (found.path("benchmark").asText() + ".").contains("." + benchmark + "."))
                .filter(found ->
                        parameter.isEmpty()
                                || found.path("params")
                                        .valueStream()
                                        .anyMatch(p -> p.asText().equals(parameter)))
                .findFirst();
    }
}
