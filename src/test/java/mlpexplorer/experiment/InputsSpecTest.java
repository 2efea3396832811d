package mlpexplorer.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Input;
import mlpexplorer.data.Split;
import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.sweep.Axis;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

/// Computed inputs in specs and in everything derived from them.
class InputsSpecTest {
    private static final String SQUARES = "data.inputs=x1^2,x2^2";

    @TempDir private Path folder;

    private static RunSpec set(String... settings) {
        return SpecJson.set(new RunSpec(), List.of(settings));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"x1*x2\", \"sin(x1)\"]",
                "x1*x2,sin(x1)",
                "[x1*x2, sin(x1)]",
                "\"x1*x2, sin(x1)\""
            })
    void aListIsWrittenInAnyOfTheseForms(String value) {
        assertThat(set("data.inputs=" + value).split().inputs())
                .containsExactly(Input.PRODUCT, Input.SIN_X1);
    }

    @Test
    void theTextFormKeepsThemInOrder() {
        RunSpec spec = set("data.inputs=sin(x2),x1");
        assertThat(SpecJson.canonical(spec)).contains("\"inputs\":[\"sin(x2)\",\"x1\"]");
        assertThat(SpecJson.read(SpecJson.write(spec))).isEqualTo(spec);
    }

    @Test
    void theFeaturesThemselvesAreTheDefault() {
        assertThat(set("data.inputs=x1,x2")).isEqualTo(new RunSpec());
        assertThat(set("data.inputs=null")).isEqualTo(new RunSpec());
        assertThat(set("data.inputs=x2,x1")).isNotEqualTo(new RunSpec());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[\"x1\",\"x3\"] | data.inputs[1] is \"x3\", but must be one of x1, x2, x1^2, x2^2,"
                        + " x1*x2, sin(x1), sin(x2).",
                "x1^2,x1^2 | data.inputs contains x1^2 twice.",
                "[] | data.inputs is [], but must be null or at least one of x1, x2, x1^2, x2^2,"
                        + " x1*x2, sin(x1), sin(x2)."
            })
    void whatCannotBeIsRefusedInOneSentence(String value, String message) {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> set("data.inputs=" + value))
                .withMessage(message);
    }

    @Test
    void otherThanTwoFeaturesAreRefused() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> set("data.type=iris", SQUARES))
                .withMessage(
                        "data.inputs needs data with two features, but there are 4; set it to"
                                + " null.");
    }

    @Test
    void aFileIsRefusedWhenItIsRead() {
        Path file =
                AtomicFile.write(
                        folder.resolve("three.csv"),
                        AtomicFile.Content.of(
                                "a,b,c,d\n1,2,3,0\n2,3,4,1\n3,4,6,0\n4,5,7,1\n5,6,9,0\n"));
        RunSpec spec = set("data={\"type\":\"csv\",\"path\":\"" + file + "\"}", SQUARES);
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(spec::splitData)
                .withMessage(
                        "data.inputs needs data with two features, but there are 3; set it to"
                                + " null.");
    }

    @Test
    void theyAreKeptForOtherDataWithTwoFeatures() {
        RunSpec spec = set(SQUARES);
        assertThat(spec.withData(new DataSpec.Moons()).split()).isEqualTo(spec.split());
        assertThat(spec.withData(new DataSpec.Iris()).split().inputs()).isEmpty();
    }

    @Test
    void theNetworkHasOneInputForEach() {
        RunSpec spec = set(SQUARES, "model.hidden=[]");
        Split split = spec.splitData();
        assertThat(spec.mlp(split.shape()).inputs()).isEqualTo(2);
        assertThat(set("data.inputs=x1,x2,x1*x2").parameterCount(split.shape()))
                .isEqualTo(3 * 8 + 8 + 8 * 8 + 8 + 8 * 2 + 2);
        assertThat(SpecText.dataAndModel(spec))
                .isEqualTo("Circles, inputs x₁² x₂² · softmax regression");
    }

    @Test
    void anAxisTakesListsInBrackets() {
        Axis axis = Axis.parse("data.inputs=[x1,x2],[x1^2,x2^2],x1*x2,null");
        assertThat(axis.values()).containsExactly("[x1,x2]", "[x1^2,x2^2]", "x1*x2", "null");
        assertThat(set("data.inputs=" + axis.values().get(1)).split().inputs())
                .containsExactly(Input.X1_SQUARED, Input.X2_SQUARED);
    }

    @Test
    void theModelFileComputesThem() {
        RunSpec spec = set(SQUARES, "model.hidden=3", "training.stop.epochs=2");
        RunLoop loop = new RunLoop(new RunStart(spec), () -> 0);
        loop.run(() -> false, _ -> {});
        TrainedModel read = ModelFile.read(ModelFile.bytes(loop.model(spec)));
        assertThat(read.features()).containsExactly("x1", "x2");
        assertThat(read.mlp().inputs()).isEqualTo(2);
        double[] inputs = new double[2];
        read.scaling().apply(new double[] {-2, 3}, inputs, 0);
        assertThat(inputs).containsExactly(read.scaling().scale(0, 4), read.scaling().scale(1, 9));
    }

    @Test
    void squaresAloneSolveCirclesWithoutAHiddenLayer() {
        RunLoop loop = new RunLoop(Presets.named("features-against-depth").start(), () -> 0);
        loop.run(() -> false, _ -> {});
        assertThat(loop.result().parameters().layers()).isEqualTo(1);
        assertThat(loop.result().end().metrics().train().metric()).isEqualTo(1);
        assertThat(loop.result().end().metrics().validation().metric()).isEqualTo(1);
    }
}
