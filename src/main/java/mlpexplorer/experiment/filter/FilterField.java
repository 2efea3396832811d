package mlpexplorer.experiment.filter;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import mlpexplorer.experiment.store.RunSummary;

/// The fields of a filter, by their lowercase name or an alias.
public enum FilterField {
    ID(number(RunSummary::id)),
    TRAIN_LOSS(number(run -> run.progress().metrics().train().loss())),
    TRAIN_ACC(number(run -> run.progress().metrics().train().accuracy()), "train_accuracy"),
    VAL_LOSS(number(run -> run.progress().metrics().validation().loss()), "validation_loss"),
    VAL_ACC(number(run -> run.progress().metrics().validation().accuracy()), "validation_accuracy"),
    TEST_LOSS(number(run -> run.progress().metrics().test().loss())),
    TEST_ACC(number(run -> run.progress().metrics().test().accuracy()), "test_accuracy"),
    PENALTY(number(run -> run.progress().metrics().penalty())),
    BEST_EPOCH(number(run -> run.best().map(best -> (double) best.epoch()).orElse(Double.NaN))),
    BEST_LOSS(number(run -> run.best().map(RunSummary.Best::loss).orElse(Double.NaN)), "best_val_loss"),
    EPOCHS(number(run -> run.progress().epochs())),
    UPDATES(number(run -> run.progress().updates())),
    SECONDS(number(run -> run.progress().seconds())),
    PARAMS(number(RunSummary::parameters), "parameters"),
    /// Units of each hidden layer, or the layers as `8-8`.
    HIDDEN(new FilterKind.Layers()),
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
    OUTCOME(text(run -> run.progress().state().word()), "state"),
    NAME(text(run -> run.label().name())),
    NOTES(text(run -> run.label().notes()), "note"),
    TAG(new FilterKind.Words(run -> run.label().tags()), "tags"),
    FINGERPRINT(text(RunSummary::fingerprint)),
    PARENT(number(run -> run.origin().map(origin -> (double) origin.run()).orElse(Double.NaN))),
    PINNED(flag(run -> run.label().pinned()));

    private static final int FAR = 3;

    private final FilterKind kind;
    private final List<String> others;

    FilterField(FilterKind kind, String... others) {
        this.kind = kind;
        this.others = List.of(others);
    }

    FilterKind kind() {
        return kind;
    }

    /// Ascending; missing numbers come last.
    public Comparator<RunSummary> ascending() {
        return kind.ascending();
    }

    /// Descending; missing numbers come last.
    public Comparator<RunSummary> descending() {
        return kind instanceof FilterKind.Number number
                ? Comparator.comparingDouble(run -> -number.value().applyAsDouble(run)) : kind.ascending().reversed();
    }

    /// The name in a filter.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The field with the given name, ignoring case.
    public static Optional<FilterField> named(String word) {
        return Arrays.stream(values()).filter(field -> field.names().anyMatch(word::equalsIgnoreCase)).findFirst();
    }

    /// The field whose name is most similar to `word`, if any is similar.
    static Optional<String> like(String word) {
        return Arrays.stream(values()).flatMap(FilterField::names)
                .filter(name -> distance(word.toLowerCase(Locale.ROOT), name) < Math.min(FAR, name.length()))
                .min((one, two) -> distance(word, one) - distance(word, two));
    }

    private Stream<String> names() {
        return Stream.concat(Stream.of(word()), others.stream());
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

    private static FilterKind number(ToDoubleFunction<RunSummary> value) {
        return new FilterKind.Number(value);
    }

    private static FilterKind text(Function<RunSummary, String> value) {
        return new FilterKind.Words(run -> List.of(value.apply(run)));
    }

    private static FilterKind flag(Predicate<RunSummary> value) {
        return new FilterKind.Flag(value);
    }
}
