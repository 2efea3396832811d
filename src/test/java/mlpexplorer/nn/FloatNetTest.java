package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class FloatNetTest {
    private static final int WIDTH = 37;

    @ParameterizedTest
    @CsvSource({"1, TANH", "3, SIGMOID", "16, RELU", "67, RELU", "130, GELU"})
    void valuesOfAllLayersAreTheNetworksToThreeDigits(int units, Activation activation) {
        Mlp mlp =
                new Mlp(
                        new ModelSpec(List.of(units, 5), activation, new Initializer.Xavier()),
                        3,
                        4);
        Parameters parameters = withBiases(mlp);
        FloatNet net = new FloatNet(mlp, parameters, WIDTH);
        net.load(parameters);
        Samples points = points(3);
        for (int p = 0; p < WIDTH; p++) {
            for (int i = 0; i < 3; i++) {
                net.inputs()[p * 3 + i] = (float) points.feature(p, i);
            }
        }

        assertThat(net.forward(() -> false)).isTrue();

        Workspace exact = mlp.workspace(WIDTH);
        exact.load(points, 0, WIDTH);
        mlp.forward(parameters, exact);
        double[] p = new double[4];
        for (int point = 0; point < WIDTH; point++) {
            double sum = 0;
            for (int c = 0; c < 4; c++) {
                p[c] = Math.exp(net.logits()[point * 4 + c]);
                sum += p[c];
            }
            for (int c = 0; c < 4; c++) {
                assertThat(p[c] / sum).isCloseTo(exact.outputs(2)[point * 4 + c], within(1e-3));
            }
        }
        assertThat(net.layer(2)).isSameAs(net.logits());
        assertThat(net.layer(0)).hasSize(units * WIDTH);
    }

    @Test
    void askedToStopItStops() {
        Mlp mlp = new Mlp(new ModelSpec(), 2, 2);
        FloatNet net = new FloatNet(mlp, mlp.initialize(1), WIDTH);
        assertThat(net.forward(() -> true)).isFalse();
        assertThat(net.logits()).containsOnly(0);
    }

    private static Parameters withBiases(Mlp mlp) {
        Parameters parameters = mlp.initialize(7);
        RandomStream random = new RandomStream(8);
        for (int l = 0; l < parameters.layers(); l++) {
            for (int j = 0; j < parameters.fanOut(l); j++) {
                parameters.biases(l)[j] = random.uniform(-1, 1);
            }
        }
        return parameters;
    }

    private static Samples points(int features) {
        RandomStream random = new RandomStream(9);
        double[] values = new double[WIDTH * features];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.uniform(-2, 2);
        }
        return new Samples(values, features, new int[WIDTH]);
    }
}
