package mlpexplorer.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.Parameters;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

final class RunStartTest {
    private final RunSpec spec = new RunSpec();
    private final DataShape plane = new DataShape(300, 2, 2);

    @Test
    void weightsAreDrawnUnlessGiven() {
        assertThat(new RunStart(spec).initial(plane).weights(0))
                .isEqualTo(spec.mlp(plane).initialize(1).weights(0));
        Parameters given = new Parameters(2, 8, 8, 2);
        given.weights(0)[3] = 42;
        assertThat(new RunStart(spec, Optional.of(given)).initial(plane).weights(0)[3])
                .isEqualTo(42);
    }

    @Test
    void aStartIsNotTouchedByTraining() {
        Parameters given = new Parameters(2, 8, 8, 2);
        RunStart start = new RunStart(spec, Optional.of(given));
        start.trainer(spec.splitData()).update();
        start.initial(plane).weights(0)[0] = 1;
        assertThat(given.norm()).isZero();
    }

    @Test
    void weightsMustFitTheNetwork() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> new RunStart(spec, Optional.of(new Parameters(2, 3, 2))))
                .withMessage(
                        "The given weights are for the network 2-3-2, but the specification asks"
                                + " for 2-8-8-2.");
    }

    @Test
    void theContentOfADataFileIsPartOfTheFingerprint(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("points.csv"), "1,2,a\n3,4,b\n");
        RunStart start = new RunStart(spec.withData(new DataSpec.Csv(file.toString())));
        String before = start.fingerprint();
        assertThat(start.fingerprint()).isEqualTo(before);
        Files.writeString(file, "1,2,a\n3,5,b\n");
        assertThat(start.fingerprint()).isNotEqualTo(before);
        Files.delete(file);
        assertThat(start.fingerprint()).hasSize(64);
    }

    @Test
    void givenWeightsArePartOfTheFingerprint() {
        Parameters other = new Parameters(2, 8, 8, 2);
        other.biases(2)[1] = 1e-300;
        assertThat(new RunStart(spec).fingerprint())
                .isEqualTo(new RunStart(spec, Optional.empty()).fingerprint())
                .isNotEqualTo(
                        new RunStart(spec, Optional.of(new Parameters(2, 8, 8, 2))).fingerprint());
        assertThat(new RunStart(spec, Optional.of(other)).fingerprint())
                .isNotEqualTo(
                        new RunStart(spec, Optional.of(new Parameters(2, 8, 8, 2))).fingerprint());
    }

    @Test
    void keysThatAreNewAndHaveTheirDefaultAreNotPartOfTheFingerprint() {
        assertThat(SpecJson.identity(new RunSpec()))
                .isEqualTo(
                        """
                        {"data":{"type":"circles","samples":300,"noise":0.1,"split":[0.6,0.2,0.2],"standardize":true},"model":{"hidden":[8,8],"activation":"tanh","initializer":{"type":"xavier"}},"training":{"optimizer":{"type":"sgd"},"rate":0.03,"schedule":{"type":"constant"},"batch":10,"regularizer":{"type":"none"},"dropout":0,"clip":null,"stop":{"epochs":500,"loss":null,"patience":null,"seconds":null}},"seeds":{"data":1,"split":1,"init":1,"batches":1}}\
                        """);
        RunSpec changed =
                SpecJson.set(new RunSpec(), List.of("training.logEvery=10", "model.biases=random"));
        assertThat(SpecJson.identity(changed)).contains("\"logEvery\":10", "\"biases\":\"random\"");
    }
}
