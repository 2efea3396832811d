package mlpexplorer.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.data.DataSpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

class SpecTextTest {
    private static final String POINTS =
            "[1,2,0],[2,1,1],[3,4,0],[4,3,1],[5,5,0],[1,2,0],[2,1,1],[3,4,0],[4,3,1],[5,5,0],"
                + "[1,2,0],[2,1,1],[3,4,0],[4,3,1],[5,5,0],[1,2,0],[2,1,1],[3,4,0],[4,3,1],[5,5,0]";

    private static RunSpec spec(String json) {
        return SpecJson.read(json);
    }

    @Test
    void theDefaultsAreNotDescribed() {
        assertThat(SpecText.of(new RunSpec()))
                .isEqualTo("Circles · 8-8 Tanh · SGD, rate 0.03, batch 10");
        assertThat(SpecText.withStop(new RunSpec()))
                .isEqualTo("Circles · 8-8 Tanh · SGD, rate 0.03, batch 10 · 500 epochs");
    }

    static List<DataSpec> datasets() {
        return List.of(
                new DataSpec.Circles(),
                new DataSpec.Moons(),
                new DataSpec.Spiral(),
                new DataSpec.Gaussians(),
                new DataSpec.Xor(),
                new DataSpec.Iris(),
                new DataSpec.Csv(),
                new DataSpec.Numpy(),
                new DataSpec.Idx());
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void noDatasetHasItsDefaultsDescribed(DataSpec data) {
        RunSpec spec = new RunSpec().withData(data);
        assertThat(SpecText.dataAndModel(spec)).isEqualTo(SpecText.name(data) + " · 8-8 Tanh");
    }

    @Test
    void everythingThatAPictureNeedsToBeRepeatedIsDescribed() {
        RunSpec spec =
                spec(
                        """
                        {"data": {"type": "spiral", "samples": 600, "arms": 4, "turns": 1.25, "noise": 0.05, "split": [0.7, 0.15, 0.15], "standardize": false},
                         "model": {"hidden": [34, 8], "activation": ["elu", "relu"], "initializer": {"type": "gaussian", "deviation": 0.1}},
                         "training": {"optimizer": {"type": "adam", "beta1": 0.8}, "rate": 0.0003, "schedule": {"type": "exponential", "decay": 0.99},
                           "batch": 32, "regularizer": {"type": "l2", "l2": 0.001}, "dropout": 0.2, "clip": 1,
                           "stop": {"epochs": 2000, "patience": 50, "loss": 0.01, "seconds": 60}},
                         "seeds": {"init": 7}}\
                        """);
        assertThat(SpecText.withStop(spec))
                .isEqualTo(
                        "Spiral, 600 points, 4 arms, 1.25 turns, noise 5%, split 70/15/15%, not"
                            + " standardized · 34-8 ELU/ReLU, Gaussian init 0.1 · Adam, β₁ 0.8,"
                            + " rate 3e-4, batch 32, exponential decay 0.99, L2 0.001, dropout 20%,"
                            + " gradients clipped at 1 · init seed 7 · 2,000 epochs · patience 50 ·"
                            + " loss ≤ 0.01 · 60 s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data.samples | 200",
                "data.noise | 0.2",
                "data.split | [0.5,0.3,0.2]",
                "data.standardize | false",
                "data.inputs | x1^2",
                "data | moons",
                "data | iris",
                "data | {\"type\":\"gaussians\",\"classes\":4}",
                "data | {\"type\":\"csv\",\"path\":\"a.csv\"}",
                "data | {\"type\":\"csv\",\"path\":\"a.csv\",\"classColumn\":\"b\"}",
                "data | {\"type\":\"idx\",\"limit\":5000}",
                "data | {\"type\":\"points\",\"points\":[" + POINTS + "]}",
                "model.hidden | []",
                "model.hidden | [8]",
                "model.activation | relu",
                "model.initializer | he",
                "model.initializer | zeros",
                "model.initializer | scaled",
                "model.initializer | {\"type\":\"uniform\",\"range\":1}",
                "training.optimizer | {\"type\":\"momentum\",\"momentum\":0.8}",
                "training.optimizer | {\"type\":\"nesterov\",\"momentum\":0.8}",
                "training.optimizer | {\"type\":\"rmsprop\",\"rho\":0.9}",
                "training.optimizer | {\"type\":\"rmsprop\",\"epsilon\":1e-6}",
                "training.optimizer | {\"type\":\"adagrad\",\"epsilon\":1e-6}",
                "training.optimizer | {\"type\":\"adam\",\"beta2\":0.99}",
                "training.optimizer | {\"type\":\"adamw\",\"weightDecay\":0.1}",
                "training.rate | 0.1",
                "training.batch | 20",
                "training.batch | full",
                "training.schedule | {\"type\":\"step\",\"factor\":0.1,\"epochs\":100}",
                "training.schedule | {\"type\":\"cosine\",\"floor\":0.1}",
                "training.schedule | warmup",
                "training.schedule | lossRatio",
                "training.regularizer | l1",
                "training.regularizer | elasticNet",
                "training.regularizer | perLayer",
                "training.dropout | 0.1",
                "training.clip | 2",
                "training.stop.epochs | 100",
                "training.stop.patience | 5",
                "training.stop.loss | 0.1",
                "training.stop.seconds | 5",
                "seeds.data | 2",
                "seeds.split | 2",
                "seeds.init | 2",
                "seeds.batches | 2"
            })
    void everyChangeOfASettingChangesTheDescription(String path, String value) {
        String text = SpecText.withStop(SpecJson.set(new RunSpec(), List.of(path + "=" + value)));
        assertThat(text)
                .isNotEqualTo(SpecText.withStop(new RunSpec()))
                .doesNotContain(" , ", ",,", "·  ·");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "circles | '' | 8,8 | tanh | sgd | Circles · 8-8 Tanh · SGD",
                "xorTable | '' | 8 | relu | rmsprop | XOR truth table · 8 ReLU · RMSProp",
                "csv | /home/ada/wine.csv | 4,4 | [\"tanh\", \"leakyRelu\"] | adam | wine.csv · 4-4"
                        + " Tanh/Leaky ReLU · Adam"
            })
    void titlesAreMadeOfTheNamesOfTheStore(
            String dataset,
            String file,
            String hidden,
            String activation,
            String optimizer,
            String title) {
        List<Integer> units = List.of(hidden.split(",")).stream().map(Integer::valueOf).toList();
        assertThat(SpecText.title(dataset, file, units, activation, optimizer)).isEqualTo(title);
    }

    @Test
    void aNetworkWithoutHiddenLayersIsSoftmaxRegression() {
        assertThat(SpecText.title("moons", "", List.of(), "tanh", "sgd"))
                .isEqualTo("Moons · softmax regression · SGD");
    }

    @Test
    void aFileIsNamedWithoutItsFolder() {
        assertThat(SpecText.name(new DataSpec.Csv("C:\\data\\wine.csv"))).isEqualTo("wine.csv");
        assertThat(SpecText.name(new DataSpec.Csv("/home/a/iris.csv"))).isEqualTo("iris.csv");
    }
}
