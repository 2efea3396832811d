package mlpexplorer.experiment.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mlpexplorer.data.Split;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Require;
import mlpexplorer.nn.Task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A goal of a step: data that describes the required runs.
public sealed interface Goal {
    int MAX_RUNS = 1000;

    /// A metric of a part.
    enum Measure {
        LOSS,
        ACCURACY,
        R2
    }

    /// A run whose metric is within bounds, with a network and a number of epochs within bounds.
    ///
    /// @param atLeast smallest metric, if bounded
    /// @param atMost largest metric, if bounded
    /// @param maxParameters largest number of weights and biases, if bounded
    /// @param maxEpochs largest number of epochs, if bounded
    record Score(
            Split.Part part,
            Measure measure,
            Optional<Double> atLeast,
            Optional<Double> atMost,
            Optional<Integer> maxParameters,
            Optional<Integer> maxEpochs)
            implements Goal {
        private static final double MAX = 1e9;

        /// Validation accuracy without bounds, which are absent by default.
        public Score() {
            this(
                    Split.Part.VALIDATION,
                    Measure.ACCURACY,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        public Score {
            atLeast.ifPresent(bound -> Require.between("atLeast", bound, -MAX, MAX));
            atMost.ifPresent(bound -> Require.between("atMost", bound, -MAX, MAX));
            maxParameters.ifPresent(
                    bound -> Require.between("maxParameters", bound, 1, Integer.MAX_VALUE));
            maxEpochs.ifPresent(bound -> Require.between("maxEpochs", bound, 1, Integer.MAX_VALUE));
        }

        @Override
        public void requireFit(RunSpec spec) {
            if (atLeast.isEmpty() && atMost.isEmpty()) {
                throw new IllegalArgumentException(
                        "atLeast and atMost are missing; one is needed.");
            }
            boolean fits =
                    measure == Measure.LOSS
                            || (measure == Measure.R2) == (spec.data().metric() == Task.Metric.R2);
            if (!fits) {
                throw new IllegalArgumentException(
                        "measure is "
                                + measure.name().toLowerCase(Locale.ROOT)
                                + ", but the data has "
                                + spec.data().metric().key()
                                + ".");
            }
        }

        @Override
        public String text() {
            StringBuilder text = new StringBuilder();
            String name = part.key();
            text.append(part == Split.Part.TRAIN ? "training" : name);
            text.append(' ')
                    .append(measure == Measure.R2 ? "R²" : measure.name().toLowerCase(Locale.ROOT));
            atLeast.ifPresent(bound -> text.append(" of at least ").append(number(bound)));
            atMost.ifPresent(bound ->
                    text.append(atLeast.isPresent() ? " and at most " : " of at most ")
                            .append(number(bound)));
            maxParameters.ifPresent(bound ->
                    text.append(" with at most ").append(Numbers.count(bound, "parameter")));
            maxEpochs.ifPresent(
                    bound -> text.append(" within ").append(Numbers.count(bound, "epoch")));
            return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        }

        private String number(double bound) {
            return measure == Measure.ACCURACY ? Numbers.exactPercent(bound) : Numbers.exact(bound);
        }

        @Override
        public Optional<List<Attempt>> proof(List<Attempt> attempts) {
            return attempts.stream().filter(this::isMet).findFirst().map(List::of);
        }

        private boolean isMet(Attempt attempt) {
            double value =
                    measure == Measure.LOSS
                            ? attempt.score(part).loss()
                            : attempt.score(part).metric();
            return attempt.epochs() > 0
                    && !Double.isNaN(value)
                    && atLeast.map(bound -> value >= bound).orElse(true)
                    && atMost.map(bound -> value <= bound).orElse(true)
                    && maxParameters.map(bound -> attempt.parameters() <= bound).orElse(true)
                    && maxEpochs.map(bound -> attempt.epochs() <= bound).orElse(true);
        }
    }

    /// A gradient check.
    record GradientCheck() implements Goal {
        @Override
        public void requireFit(RunSpec spec) {}

        @Override
        public String text() {
            return "Gradient check done";
        }

        @Override
        public Optional<List<Attempt>> proof(List<Attempt> attempts) {
            return attempts.stream().filter(Attempt::checked).findFirst().map(List::of);
        }
    }

    /// Runs that differ only in one setting, and in their seeds of weights and batches.
    ///
    /// @param axis path of the setting, such as `training.rate`
    /// @param values smallest number of different values
    record Compared(String axis, int values) implements Goal {
        /// Three learning rates.
        public Compared() {
            this("training.rate", 3);
        }

        public Compared {
            Require.between("values", values, 2, MAX_RUNS);
        }

        @Override
        public void requireFit(RunSpec spec) {
            JsonNode known = SpecJson.tree(spec).at(pointer());
            if (known.isMissingNode() || axis.startsWith("seeds.init")) {
                throw new IllegalArgumentException(
                        "axis is \"" + axis + "\", which is not a setting of the specification.");
            }
        }

        private String pointer() {
            return "/" + axis.replace('.', '/');
        }

        @Override
        public String text() {
            return "Runs with at least " + values + " values of " + axis + ", all else equal";
        }

        @Override
        public Optional<List<Attempt>> proof(List<Attempt> attempts) {
            Map<JsonNode, Map<JsonNode, Attempt>> groups = new LinkedHashMap<>();
            for (Attempt attempt : attempts) {
                ObjectNode tree = (ObjectNode) SpecJson.tree(attempt.spec());
                JsonNode value = tree.at(pointer());
                if (attempt.finished() && !value.isMissingNode()) {
                    int slash = pointer().lastIndexOf('/');
                    ObjectNode owner = (ObjectNode) tree.at(pointer().substring(0, slash));
                    owner.remove(pointer().substring(slash + 1));
                    ((ObjectNode) tree.get("seeds")).remove(List.of("init", "batches"));
                    groups.computeIfAbsent(tree, _ -> new LinkedHashMap<>())
                            .putIfAbsent(value, attempt);
                }
            }
            return groups.values().stream()
                    .filter(group -> group.size() >= values)
                    .findFirst()
                    .map(group -> new ArrayList<>(group.values()).subList(0, values));
        }
    }

    /// A number of different runs that have ended.
    ///
    /// @param runs smallest number
    record Trained(int runs) implements Goal {
        /// One run.
        public Trained() {
            this(1);
        }

        public Trained {
            Require.between("runs", runs, 1, MAX_RUNS);
        }

        @Override
        public void requireFit(RunSpec spec) {}

        @Override
        public String text() {
            return runs == 1 ? "A run trained to its end" : runs + " different runs trained";
        }

        @Override
        public Optional<List<Attempt>> proof(List<Attempt> attempts) {
            List<Attempt> finished = attempts.stream().filter(Attempt::finished).toList();
            return finished.size() >= runs
                    ? Optional.of(finished.subList(0, runs))
                    : Optional.empty();
        }
    }

    /// Throws [IllegalArgumentException] if this goal cannot be met in a step that starts with
    /// `spec`.
    void requireFit(RunSpec spec);

    /// The goal in words, without a period.
    String text();

    /// The attempts that meet this goal, if there are any.
    ///
    /// @param attempts different attempts in one step
    Optional<List<Attempt>> proof(List<Attempt> attempts);
}
