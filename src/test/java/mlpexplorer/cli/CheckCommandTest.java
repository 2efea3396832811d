package mlpexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import mlpexplorer.nn.GradientCheck;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

final class CheckCommandTest {

    private static JsonNode json(Ran ran) throws IOException {
        return new ObjectMapper().readTree(ran.out());
    }

    @Test
    void showsTheGradientsOfTheWorkedExample() {
        Ran ran = Ran.with("check", "--preset", "worked-example");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .startsWith(
                        """
                        network 2-3-2 on 1 row, loss 0.6931, step 0.001
                        block  checked  kinks  relative error                     ratio  verdict
                        W1           6      0               0  1.00000000 to 1.00000000  CORRECT
                        b1           3      0               0  1.00000000 to 1.00000000  CORRECT
                        W2           6      0\
                        """);
        assertThat(ran.out())
                .endsWith(
                        """

                        gradient of W1
                          0  0  0
                          0  0  0
                        gradient of b1
                          0  0  0

                        gradient of W2
                          -0.4404  0.4404
                          -0.4404  0.4404
                          -0.4404  0.4404
                        gradient of b2
                          -0.5  0.5
                        """);
    }

    @Test
    void theGradientsAreInTheJsonToo() throws IOException {
        JsonNode json = json(Ran.with("check", "--preset", "worked-example", "--json"));
        assertThat(json.get("verdict").asText()).isEqualTo("CORRECT");
        assertThat(json.get("blocks")).hasSize(4);
        assertThat(json.get("blocks").get(2).get("name").asText()).isEqualTo("W2");
        assertThat(json.get("gradient").get("W2").get(1).get(0).asDouble())
                .isCloseTo(-0.4404, within(1e-4));
        assertThat(json.get("gradient").get("b2").get(1).asDouble()).isEqualTo(0.5);
    }

    @Test
    void largerNetworksShowTheirsWhenAsked() {
        assertThat(Ran.with("check").out()).doesNotContain("gradient of");
        assertThat(Ran.with("check", "--gradients").out()).contains("gradient of W3");
    }

    @Test
    void checksFreshAndTrainedNetworksWithAndWithoutPenalty() {
        for (String preset : List.of("spiral-softmax", "spiral-mlp", "circles-capacity")) {
            assertThat(Ran.with("check", "--preset", preset).code()).as(preset).isZero();
            assertThat(
                            Ran.with("check", "--preset", preset, "--trained", "20", "--rows", "5")
                                    .code())
                    .as(preset)
                    .isZero();
        }
        assertThat(
                        Ran.with(
                                        "check",
                                        "--set",
                                        "training.regularizer=elasticNet",
                                        "--set",
                                        "model.activation=gelu")
                                .code())
                .isZero();
    }

    @Test
    void trainingFirstMovesTheNetwork() throws IOException {
        double fresh = json(Ran.with("check", "--json")).get("loss").asDouble();
        double trained =
                json(Ran.with("check", "--json", "--trained", "50")).get("loss").asDouble();
        assertThat(trained).isLessThan(fresh / 2);
    }

    @Test
    void entriesLimitWhatIsCheckedOfEachBlock() throws IOException {
        JsonNode blocks = json(Ran.with("check", "--entries", "3", "--json")).get("blocks");
        assertThat(blocks.findValues("checked"))
                .allSatisfy(count -> assertThat(count.asInt()).isLessThanOrEqualTo(3));
    }

    @Test
    void whatLiesOnKinksIsCalledUnchecked() {
        Ran ran = Ran.with("check", "--preset", "zero-init");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).containsPattern("W1 +0 +200 .* UNCHECKED");
    }

    @Test
    void aWrongBlockIsCalledSo() {
        CheckCommand.Report report =
                new CheckCommand.Report(
                        List.of(
                                new GradientCheck.Block("W1", 4, 0, 1e-9, 1, 1),
                                new GradientCheck.Block("b1", 2, 1, 0.5, 0.5, 1)),
                        0.7,
                        Optional.empty());
        assertThat(report.hasWrongBlock()).isTrue();
        assertThat(report.lines().getLast())
                .isEqualTo(
                        "b1           2      1            0.50  0.50000000 to 1.00000000    WRONG");
        assertThat(report.json()).startsWith("{\"verdict\": \"WRONG\"");
    }

    @Test
    void anErrorThatIsNoNumberIsWrong() {
        GradientCheck.Block block = new GradientCheck.Block("W1", 4, 0, Double.NaN, 1, 1);
        assertThat(new CheckCommand.Report(List.of(block), 0.7, Optional.empty()).hasWrongBlock())
                .isTrue();
    }

    @Test
    void aNetworkThatDivergesInTrainingCannotBeChecked() {
        Ran ran =
                Ran.with(
                        "check",
                        "--trained",
                        "5",
                        "--set",
                        "training.rate=900",
                        "--set",
                        "model.activation=relu");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).startsWith("mlp-explorer: Training diverged in epoch 1");
    }
}
