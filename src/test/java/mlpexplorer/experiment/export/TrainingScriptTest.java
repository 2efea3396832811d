package mlpexplorer.experiment.export;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecJson;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Compares the scripts with stored ones that reproduce the run.
final class TrainingScriptTest {
    static TrainingScript script(String settings) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "data.type=gaussians",
                                "data.samples=90",
                                "model.hidden=6,5",
                                "training.batch=8",
                                "training.rate=0.02",
                                "training.stop.epochs=25"));
        all.addAll(List.of(settings.split(" ")));
        RunSpec spec = SpecJson.set(new RunSpec(), all);
        RunStart start = new RunStart(spec);
        RunLoop loop = new RunLoop(start, () -> 0);
        loop.run(() -> false, _ -> {});
        return new TrainingScript(start, loop.split(), loop.log());
    }

    @ParameterizedTest
    @ValueSource(strings = {"numpy", "pytorch"})
    void theCodeIsTheCommittedOne(String name) throws Exception {
        TrainingScript.Library library =
                TrainingScript.Library.valueOf(name.toUpperCase(Locale.ROOT));
        String text = script("training.optimizer=adam training.regularizer=l2").text(library);
        assertThat(text).doesNotContain("{about}", "\n\n\n\n");
        Path expected = Path.of("src/test/resources/mlpexplorer/experiment", library.file());
        if (Boolean.getBoolean("mlpexplorer.write-expected")) {
            Files.writeString(expected, text);
        }
        assertThat(text).isEqualTo(Files.readString(expected));
    }
}
