package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

class ModelSpecTest {

    @ParameterizedTest
    @CsvSource({
        "'', 2, 2, 6",
        "'8,8', 2, 3, 123",
        "'300', 784, 10, 238510",
        "'1024,1024,1024,1024,1024,1024', 784, 10, 6062090"
    })
    void parametersAreCountedWithBiases(String hidden, int inputs, int classes, long count) {
        assertThat(spec(hidden).parameterCount(inputs, classes)).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"'', 2, 2", "'5', 3, 4", "'4,3,2', 2, 3"})
    void theCountIsThatOfTheNetwork(String hidden, int inputs, int classes) {
        assertThat(new Mlp(spec(hidden), inputs, classes).initialize(1).count())
                .isEqualTo((int) spec(hidden).parameterCount(inputs, classes));
    }

    @Test
    void hiddenLayersCannotBeChangedLater() {
        List<Integer> hidden = new ArrayList<>(List.of(3));
        ModelSpec spec = new ModelSpec(hidden, Activation.TANH, new Initializer.He());
        hidden.add(4);
        assertThat(spec.hidden()).containsExactly(3);
    }

    @Test
    void sizesOutOfRangeAreRefusedByPlace() {
        assertThatThrownBy(() -> spec("8,0"))
                .hasMessage("hidden[1] is 0, but must be from 1 to 1,024.");
        assertThatThrownBy(() -> spec("1025"))
                .hasMessage("hidden[0] is 1,025, but must be from 1 to 1,024.");
        assertThatThrownBy(() -> spec("1,1,1,1,1,1,1"))
                .hasMessage("hidden has 7 layers, but must have from 0 to 6.");
    }

    @Test
    void anActivationServesAllLayersOrEachHasItsOwn() {
        ModelSpec mixed = spec(Activation.TANH, Activation.RELU);
        assertThat(mixed.activation(0)).isEqualTo(Activation.TANH);
        assertThat(mixed.activation(1)).isEqualTo(Activation.RELU);
        assertThat(spec(Activation.ELU).activation(1)).isEqualTo(Activation.ELU);
    }

    @Test
    void activationsThatAreAllAlikeAreTheOne() {
        assertThat(spec(Activation.RELU, Activation.RELU)).isEqualTo(spec(Activation.RELU));
    }

    @Test
    void asManyActivationsAsLayersAreWanted() {
        String message =
                " names, but must have one for all layers or one for each of the 2 hidden layers.";
        assertThatThrownBy(() -> spec()).hasMessage("activation has 0" + message);
        assertThatThrownBy(() -> spec(Activation.RELU, Activation.RELU, Activation.RELU))
                .hasMessage("activation has 3" + message);
    }

    private static ModelSpec spec(Activation... activation) {
        return new ModelSpec(List.of(4, 3), List.of(activation), new Initializer.He());
    }

    private static ModelSpec spec(String hidden) {
        List<Integer> sizes =
                hidden.isEmpty()
                        ? List.of()
                        : List.of(hidden.split(",")).stream().map(Integer::valueOf).toList();
        return new ModelSpec(sizes, Activation.TANH, new Initializer.Xavier());
    }
}
