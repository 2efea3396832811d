package mlpexplorer.experiment.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mlpexplorer.experiment.filter.RunFilter.FilterException;
import mlpexplorer.experiment.store.RunLabel;
import mlpexplorer.experiment.store.RunState;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.experiment.store.StoredRuns;
import mlpexplorer.nn.Score;
import mlpexplorer.nn.Task;
import mlpexplorer.training.EpochMetrics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

final class RunFilterTest {
    /// Number 7: a spiral, 8-8 relu, Adam; 93.75 % on validation, no test part.
    private static final RunSummary RUN =
            new RunSummary(
                    7,
                    new RunLabel("Wide Net", "try again", List.of("course", "α"), true, "#12b5cb"),
                    "abc123",
                    new RunSummary.Factors(
                            "spiral",
                            "",
                            300,
                            List.of(8, 8),
                            "relu",
                            "he",
                            "adam",
                            0.01,
                            "32",
                            "l2",
                            0,
                            0.001,
                            0,
                            Task.Metric.ACCURACY),
                    114,
                    Optional.empty(),
                    new RunSummary.Progress(
                            StoredRuns.STARTED,
                            2.5,
                            50,
                            500,
                            RunState.FINISHED,
                            "epochs_done",
                            new EpochMetrics(
                                    50,
                                    500,
                                    new Score(0.1, 0.97),
                                    new Score(0.2, 0.9375),
                                    new Score(Double.NaN, Double.NaN),
                                    0.01,
                                    0.03),
                            0),
                    Optional.of(new RunSummary.Best(40, 0.19)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "val_acc > 0.9 and hidden = 8",
                "val_acc>=93.75%",
                "VAL_ACC < 1",
                "validation_accuracy = 0.9375",
                "hidden = 8-8",
                "hidden >= 8",
                "layers = 2 units = 16",
                "rate = 1e-2",
                "lr = 0.01",
                "lambda = 0.001",
                "l1 = 0",
                "optimizer = Adam",
                "dataset != xor",
                "name ~ wide",
                "name contains WIDE",
                "name = 'wide net'",
                "name = \"Wide Net\"",
                "tag = α",
                "tag ~ cour",
                "not tag = old",
                "pinned",
                "pinned = yes",
                "pinned != false",
                "outcome = finished",
                "wide",
                "\"try again\"",
                "finished spiral",
                "best_epoch = 40",
                "params > 100 and params < 200",
                "seconds <= 2.5",
                "batch = 32",
                "notes !~ never",
                "val_acc < 0.1 or (dataset = spiral and not (layers = 1))",
                "dataset = xor and layers = 1 or id = 7"
            })
    void picks(String filter) {
        assertThat(new RunFilter(filter).test(RUN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "val_acc > 0.95", "hidden = 16", "hidden = 8-8-8", "hidden != 8", "test_acc > 0",
                        "test_acc <= 1", "test_acc != 0.5",
                "not pinned", "tag = cour", "xor", "parent = 1",
                        "dataset = xor and (layers = 1 or id = 7)", "not (id = 7)",
                        "optimizer != adam"
            })
    void leavesOut(String filter) {
        assertThat(new RunFilter(filter).test(RUN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "val_ac > 0.9             | 1  | \"val_ac\" is not a field; did you mean val_acc?",
                "id = 7 and colour = red  | 12 | \"colour\" is not a field; examples are val_acc,"
                        + " hidden, rate and dataset.",
                "val_acc > high           | 11 | val_acc is a number, but \"high\" is not.",
                "val_acc >                | 10 | a value is missing after val_acc >.",
                "val_acc > and id = 7     | 11 | val_acc is a number, but \"and\" is not.",
                "optimizer > adam         | 11 | optimizer is text; compare it with = or !=, or"
                        + " with ~ for \"contains\".",
                "rate ~ 1                 | 6  | rate is a number; compare it with = != < <= > or"
                        + " >=.",
                "pinned = maybe           | 10 | pinned must be yes or no.",
                "pinned > yes             | 8  | pinned can only be compared with = or !=.",
                "(id = 7                  | 1  | this parenthesis is not closed.",
                "id = 7)                  | 7  | \")\" has no opening parenthesis.",
                "id = 7 and               | 11 | a condition is missing, for example val_acc >"
                        + " 0.9.",
                "or id = 7                | 1  | a condition is missing, for example val_acc >"
                        + " 0.9.",
                "> 7                      | 1  | a condition is missing, for example val_acc >"
                        + " 0.9.",
                "name = \"wide            | 8  | the quotation mark is not closed.",
                "id ! 7                   | 4  | \"!\" is not an operator; write != or not."
            })
    void whatIsWrongIsToldWithItsColumn(String filter, int column, String message) {
        assertThatExceptionOfType(FilterException.class)
                .isThrownBy(() -> new RunFilter(filter))
                .satisfies(invalid -> {
                    assertThat(invalid.column()).isEqualTo(column);
                    assertThat(invalid)
                            .hasMessage("Column " + column + " of the filter: " + message);
                });
    }

    @ParameterizedTest
    @EnumSource
    void eachFieldCanBeAskedByItsName(FilterField field) {
        String value = field == FilterField.PINNED ? "yes" : "7";
        assertThat(new RunFilter(field.key() + " = " + value + " or id = 7").test(RUN)).isTrue();
    }

    @Test
    void aRunWithoutHiddenLayerHasNoUnitsInThem() {
        RunSummary.Factors linear =
                new RunSummary.Factors(
                        "xor",
                        "",
                        4,
                        List.of(),
                        "tanh",
                        "xavier",
                        "sgd",
                        1,
                        "full",
                        "none",
                        0,
                        0,
                        0,
                        Task.Metric.ACCURACY);
        RunSummary run =
                new RunSummary(
                        8,
                        RUN.label(),
                        RUN.fingerprint(),
                        linear,
                        6,
                        Optional.empty(),
                        RUN.progress(),
                        RUN.best());
        assertThat(new RunFilter("hidden = 0").test(run)).isTrue();
        assertThat(new RunFilter("hidden = 8").test(run)).isFalse();
    }

    @Test
    void deepNestingIsRefusedAndLongFiltersAreNot() {
        String open = "(".repeat(20_000) + "pinned" + ")".repeat(20_000);
        assertThatExceptionOfType(FilterException.class)
                .isThrownBy(() -> new RunFilter(open))
                .withMessage(
                        "Column 101 of the filter: parentheses are nested more than 100 deep.");
        assertThat(new RunFilter("not ".repeat(20_001) + "pinned")).rejects(RUN);
        assertThat(new RunFilter("pinned " + "and pinned ".repeat(20_000))).accepts(RUN);
        assertThat(new RunFilter("spiral " + "or spiral ".repeat(20_000))).accepts(RUN);
    }

    @Test
    void accuracyIsThatOfClassifiersAndR2ThatOfRegressions() {
        RunSummary regression =
                new RunSummary(
                        8,
                        RUN.label(),
                        RUN.fingerprint(),
                        new RunSummary.Factors(
                                "plane",
                                "",
                                300,
                                List.of(),
                                "tanh",
                                "xavier",
                                "sgd",
                                1,
                                "full",
                                "none",
                                0,
                                0,
                                0,
                                Task.Metric.R2),
                        3,
                        Optional.empty(),
                        RUN.progress(),
                        RUN.best());
        assertThat(new RunFilter("val_r2 > 0").test(regression)).isTrue();
        assertThat(new RunFilter("train_r2 > -1 or test_r2 > -1").test(regression)).isTrue();
        assertThat(new RunFilter("val_acc > 0").test(regression)).isFalse();
        assertThat(new RunFilter("val_acc > 0").test(RUN)).isTrue();
        assertThat(new RunFilter("val_r2 > -1000 or train_r2 < 1000").test(RUN)).isFalse();
    }
}
