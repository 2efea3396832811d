package mlpexplorer.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import mlpexplorer.data.DataSpec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The differences between two specs, in the order of their JSON form.
///
/// A *factor* is something that a comparison of two runs could be about: a value, or a choice with
/// all its own values (another optimizer is one factor, whatever its settings). If more than one
/// factor differs, the difference between the runs cannot be attributed to one of them. The seeds
/// of data and split count, since other data is another task; the seeds of initial weights and
/// batch order do not.
///
/// @param differences the different values
/// @param otherData whether the runs learn from different data, so that their scores cannot be
///   compared at all
public record SpecDiff(List<Difference> differences, boolean otherData) {
    private static final String ABSENT = "-";

    /// One different value.
    ///
    /// @param path path such as `training.rate`
    /// @param before JSON value; `-` if the first spec has none
    /// @param after JSON value; `-` if the second spec has none
    /// @param factor its factor: its own path, or that of the choice it belongs to; empty for seeds
    ///   that do not count
    public record Difference(String path, String before, String after, String factor) {}

    public static SpecDiff of(RunSpec before, RunSpec after) {
        List<Difference> found = new ArrayList<>();
        compare(new Pair("", SpecWriter.tree(before), SpecWriter.tree(after)), "", found);
        return new SpecDiff(List.copyOf(found), !isSameData(before, after));
    }

    /// Generated points depend on their seed; a file holds the same data whichever features are
    /// used.
    private static boolean isSameData(RunSpec before, RunSpec after) {
        return switch (before.data()) {
            case DataSpec.Generated _ ->
                    before.data().equals(after.data())
                            && before.seeds().data() == after.seeds().data();
            case DataSpec.Csv was ->
                    after.data() instanceof DataSpec.Csv now
                            && was.path().equals(now.path())
                            && was.withFeatures(now.features())
                                    .withMissing(now.missing())
                                    .equals(now);
            case DataSpec.XorTable _,
                    DataSpec.Points _,
                    DataSpec.Iris _,
                    DataSpec.Idx _,
                    DataSpec.Numpy _ ->
                    before.data().equals(after.data());
        };
    }

    /// The different factors, each once.
    public List<String> factors() {
        Set<String> factors = new LinkedHashSet<>();
        differences.stream()
                .map(Difference::factor)
                .filter(factor -> !factor.isEmpty())
                .forEach(factors::add);
        return List.copyOf(factors);
    }

    /// Whether the difference between the runs could have more than one cause.
    public boolean isConfounded() {
        return factors().size() > 1;
    }

    private record Pair(String path, JsonNode before, JsonNode after) {
        Pair child(String key) {
            return new Pair(
                    path.isEmpty() ? key : path + "." + key,
                    member(before, key),
                    member(after, key));
        }

        /// Whether neither has a value: `null` is written for an optional one.
        boolean isAbsent() {
            return isAbsent(before) && isAbsent(after);
        }

        private static boolean isAbsent(JsonNode node) {
            return node.isMissingNode() || node.isNull();
        }

        boolean areObjects() {
            return before.isObject() && after.isObject();
        }

        private static JsonNode member(JsonNode node, String key) {
            return node.has(key) ? node.get(key) : MissingNode.getInstance();
        }
    }

    private static void compare(Pair pair, String choice, List<Difference> found) {
        if (pair.before().equals(pair.after()) || pair.isAbsent()) {
            return;
        }
        if (!pair.areObjects()) {
            found.add(
                    new Difference(
                            pair.path(),
                            text(pair.before()),
                            text(pair.after()),
                            factor(pair.path(), choice)));
            return;
        }
        Pair type = pair.child(SpecTypes.TYPE);
        boolean chosen = !type.before().equals(type.after());
        Set<String> keys = new LinkedHashSet<>();
        pair.before().fieldNames().forEachRemaining(keys::add);
        pair.after().fieldNames().forEachRemaining(keys::add);
        for (String key : keys) {
            boolean shared = pair.path().equals("data") && SpecReader.SPLIT_KEYS.contains(key);
            compare(pair.child(key), chosen && !shared ? type.path() : choice, found);
        }
    }

    private static String factor(String path, String choice) {
        boolean chance = path.equals("seeds.init") || path.equals("seeds.batches");
        return chance ? "" : choice.isEmpty() ? path : choice;
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? ABSENT : JsonText.line(node);
    }
}
