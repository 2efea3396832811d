package mlpexplorer.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.ui.controls.Messages;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;

/// The names of settings in the differences of two runs.
class SettingNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "data.type=circles",
                "data.type=spiral",
                "data.type=xor",
                "data.type=xorTable",
                "data.type=gaussians",
                "data.type=moons",
                "data.type=iris",
                "data.type=csv",
                "data.type=idx",
                "data.type=numpy",
                "data.type=points",
                "data.type=plane",
                "data.type=hills",
                "data.type=curve",
                "model.initializer.type=gaussian",
                "model.initializer.type=uniform",
                "training.optimizer.type=momentum",
                "training.optimizer.type=nesterov",
                "training.optimizer.type=rmsprop",
                "training.optimizer.type=adagrad",
                "training.optimizer.type=adam",
                "training.optimizer.type=adamw",
                "training.regularizer.type=l1",
                "training.regularizer.type=l2",
                "training.regularizer.type=elasticNet",
                "training.regularizer.type=perLayer",
                "training.schedule.type=step",
                "training.schedule.type=exponential",
                "training.schedule.type=cosine",
                "training.schedule.type=inverseTime",
                "training.schedule.type=warmup",
                "training.schedule.type=lossRatio",
                "training.schedule.type=plateau"
            })
    void everySettingHasAName(String setting) {
        RunSpec spec = SpecJson.set(new RunSpec(), List.of(setting));
        assertThat(paths("setting", SpecJson.tree(spec))).isNotEmpty().allMatch(Messages::has);
    }

    private static Stream<String> paths(String path, JsonNode node) {
        return node.isObject()
                ? node.properties().stream()
                        .flatMap(field -> paths(path + "." + field.getKey(), field.getValue()))
                : Stream.of(path);
    }
}
