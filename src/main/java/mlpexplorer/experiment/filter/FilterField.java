package mlpexplorer.experiment.filter;

import mlpexplorer.experiment.filter.RunFilter.FilterException;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.nn.Score;
import mlpexplorer.nn.Task;
import mlpexplorer.training.EpochMetrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// The fields of a filter, by their lowercase name or an alias.
public enum FilterField {
    ID(number(RunSummary::id)),
    TRAIN_LOSS(number(run -> run.progress().metrics().train().loss())),
    TRAIN_ACC(metric(Task.Metric.ACCURACY, EpochMetrics::train), "train_accuracy"),
    TRAIN_R2(metric(Task.Metric.R2, EpochMetrics::train)),
    VAL_LOSS(number(run -> run.progress().metrics().validation().loss()), "validation_loss"),
    VAL_ACC(metric(Task.Metric.ACCURACY, EpochMetrics::validation), "validation_accuracy"),
    VAL_R2(metric(Task.Metric.R2, EpochMetrics::validation), "validation_r2"),
    TEST_LOSS(number(run -> run.progress().metrics().test().loss())),
    TEST_ACC(metric(Task.Metric.ACCURACY, EpochMetrics::test), "test_accuracy"),
    TEST_R2(metric(Task.Metric.R2, EpochMetrics::test)),
    PENALTY(number(run -> run.progress().metrics().penalty())),
    BEST_EPOCH(number(run -> run.best().map(best -> (double) best.epoch()).orElse(Double.NaN))),
    BEST_LOSS(
            number(run -> run.best().map(RunSummary.Best::loss).orElse(Double.NaN)),
            "best_val_loss"),
    EPOCHS(number(run -> run.progress().epochs())),
    UPDATES(number(run -> run.progress().updates())),
    SECONDS(number(run -> run.progress().seconds())),
    PARAMS(number(RunSummary::parameters), "parameters"),
    /// Units of each hidden layer, or the layers as `8-8`.
    HIDDEN(new Kind.Layers()),
    LAYERS(number(run -> run.factors().hidden().size())),
    UNITS(number(run -> run.factors().hidden().stream().mapToInt(Integer::intValue).sum())),
    RATE(number(run -> run.factors().rate()), "lr"),
    LAMBDA(number(run -> run.factors().lambda1() + run.factors().lambda2())),
    L1(number(run -> run.factors().lambda1()), "lambda1"),
    L2(number(run -> run.factors().lambda2()), "lambda2"),
    DROPOUT(number(run -> run.factors().dropout())),
    SAMPLES(number(run -> run.factors().samples())),
    BATCH(text(run -> run.factors().batch())),
    DATASET(text(run -> run.factors().dataset()), "data"),
    ACTIVATION(text(run -> run.factors().activation())),
    INITIALIZER(text(run -> run.factors().initializer()), "init"),
    OPTIMIZER(text(run -> run.factors().optimizer())),
    REGULARIZER(text(run -> run.factors().regularizer())),
    OUTCOME(text(run -> run.progress().state().key()), "state"),
    NAME(text(run -> run.label().name())),
    NOTES(text(run -> run.label().notes()), "note"),
    TAG(new Kind.Words(run -> run.label().tags()), "tags"),
    FINGERPRINT(text(RunSummary::fingerprint)),
    PARENT(number(run -> run.origin().map(origin -> (double) origin.run()).orElse(Double.NaN))),
    PINNED(flag(run -> run.label().pinned()));

    private static final int FAR = 3;

    private final Kind kind;
    private final List<String> others;

    FilterField(Kind kind, String... others) {
        this.kind = kind;
        this.others = List.of(others);
    }

    Kind kind() {
        return kind;
    }

    /// Ascending; missing numbers come last.
    public Comparator<RunSummary> ascending() {
        return kind.ascending();
    }

    /// Descending; missing numbers come last.
    public Comparator<RunSummary> descending() {
        return kind instanceof Kind.Numeric number
                ? Comparator.comparingDouble(run -> -number.value().applyAsDouble(run))
                : kind.ascending().reversed();
    }

    /// The name in a filter.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The field with the given name, ignoring case.
    public static Optional<FilterField> named(String word) {
        return Arrays.stream(values())
                .filter(field -> field.names().anyMatch(word::equalsIgnoreCase))
                .findFirst();
    }

    /// The field whose name is most similar to `word`, if any is similar.
    static Optional<String> like(String word) {
        return Arrays.stream(values())
                .flatMap(FilterField::names)
                .filter(name ->
                        distance(word.toLowerCase(Locale.ROOT), name)
                                < Math.min(FAR, name.length()))
                .min((one, two) -> distance(word, one) - distance(word, two));
    }

    private Stream<String> names() {
        return Stream.concat(Stream.of(key()), others.stream());
    }

    /// The Levenshtein distance.
    private static int distance(String one, String two) {
        int[] row = new int[two.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= two.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[two.length()];
    }

    private static Kind number(ToDoubleFunction<RunSummary> value) {
        return new Kind.Numeric(value);
    }

    /// Missing in runs that are measured by another metric.
    private static Kind metric(Task.Metric metric, Function<EpochMetrics, Score> part) {
        return number(run ->
                run.factors().metric() == metric
                        ? part.apply(run.progress().metrics()).metric()
                        : Double.NaN);
    }

    private static Kind text(Function<RunSummary, String> value) {
        return new Kind.Words(run -> List.of(value.apply(run)));
    }

    private static Kind flag(Predicate<RunSummary> value) {
        return new Kind.Flag(value);
    }

    /// The type of a field, which determines its comparisons.
    sealed interface Kind {

        /// The condition `field operator value`; throws [FilterException] if it is not applicable.
        Predicate<RunSummary> compare(Token field, Token operator, Token value);

        Comparator<RunSummary> ascending();

        record Numeric(ToDoubleFunction<RunSummary> value) implements Kind {
            @Override
            public Predicate<RunSummary> compare(Token field, Token operator, Token given) {
                DoublePredicate asked = asked(field, operator, given);
                return run -> asked.test(value.applyAsDouble(run));
            }

            @Override
            public Comparator<RunSummary> ascending() {
                return Comparator.comparingDouble(value);
            }

            /// A missing number satisfies no condition.
            static DoublePredicate asked(Token field, Token operator, Token given) {
                double limit = number(field, given);
                return switch (operator.text()) {
                    case "=", "==" -> x -> x == limit;
                    case "!=", "<>" -> x -> x < limit || x > limit;
                    case "<" -> x -> x < limit;
                    case "<=" -> x -> x <= limit;
                    case ">" -> x -> x > limit;
                    case ">=" -> x -> x >= limit;
                    default ->
                            throw new FilterException(
                                    operator.column(),
                                    field.text()
                                            + " is a number; compare it with = != < <= > or >=.");
                };
            }

            private static double number(Token field, Token given) {
                boolean percent = given.text().endsWith("%");
                try {
                    double number =
                            Double.parseDouble(
                                    percent
                                            ? given.text().substring(0, given.text().length() - 1)
                                            : given.text());
                    return percent ? number / 100 : number;
                } catch (NumberFormatException e) {
                    throw new FilterException(
                            given.column(),
                            field.text() + " is a number, but \"" + given.text() + "\" is not.");
                }
            }
        }

        /// Texts, one of which must match.
        record Words(Function<RunSummary, List<String>> value) implements Kind {
            @Override
            public Predicate<RunSummary> compare(Token field, Token operator, Token given) {
                String wanted = given.text().toLowerCase(Locale.ROOT);
                Predicate<RunSummary> equal =
                        run -> value.apply(run).stream().anyMatch(wanted::equalsIgnoreCase);
                Predicate<RunSummary> contains =
                        run ->
                                value.apply(run).stream()
                                        .anyMatch(text ->
                                                text.toLowerCase(Locale.ROOT).contains(wanted));
                return switch (operator.text()) {
                    case "=", "==" -> equal;
                    case "!=", "<>" -> equal.negate();
                    case "~" -> contains;
                    case "!~" -> contains.negate();
                    default ->
                            throw new FilterException(
                                    operator.column(),
                                    field.text()
                                            + " is text; compare it with = or !=, or with ~ for"
                                            + " \"contains\".");
                };
            }

            @Override
            public Comparator<RunSummary> ascending() {
                return Comparator.comparing(
                        run -> String.join(" ", value.apply(run)), String.CASE_INSENSITIVE_ORDER);
            }
        }

        /// Hidden layers: a number is compared to the units of each, `8-8` to all of them.
        record Layers() implements Kind {
            @Override
            public Predicate<RunSummary> compare(Token field, Token operator, Token given) {
                if (given.text().contains("-")) {
                    return new Words(run -> List.of(run.factors().layers()))
                            .compare(field, operator, given);
                }
                DoublePredicate asked = Numeric.asked(field, operator, given);
                return run ->
                        run.factors().hidden().isEmpty()
                                ? asked.test(0)
                                : run.factors().hidden().stream()
                                        .allMatch(units -> asked.test(units));
            }

            @Override
            public Comparator<RunSummary> ascending() {
                return Comparator.comparingInt(
                        run -> run.factors().hidden().stream().mapToInt(Integer::intValue).sum());
            }
        }

        record Flag(Predicate<RunSummary> value) implements Kind {
            @Override
            public Predicate<RunSummary> compare(Token field, Token operator, Token given) {
                boolean wanted =
                        switch (given.text().toLowerCase(Locale.ROOT)) {
                            case "true", "yes", "1" -> true;
                            case "false", "no", "0" -> false;
                            default ->
                                    throw new FilterException(
                                            given.column(), field.text() + " must be yes or no.");
                        };
                return switch (operator.text()) {
                    case "=", "==" -> run -> value.test(run) == wanted;
                    case "!=", "<>" -> run -> value.test(run) != wanted;
                    default ->
                            throw new FilterException(
                                    operator.column(),
                                    field.text() + " can only be compared with = or !=.");
                };
            }

            @Override
            public Comparator<RunSummary> ascending() {
                return Comparator.comparing(value::test);
            }
        }
    }
}
