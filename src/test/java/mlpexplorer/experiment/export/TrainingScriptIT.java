package mlpexplorer.experiment.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import mlpexplorer.Python;
import mlpexplorer.data.io.AtomicFile;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Runs the scripts where Python has their library, and compares the numbers of every epoch. All
/// scripts run in one process, since importing PyTorch takes seconds.
final class TrainingScriptIT {
    private static final double TOLERANCE = 1e-9;
    private static final double SINGLE_TOLERANCE = 1e-4;
    private static final List<String> SETTINGS =
            List.of(
                    "training.optimizer=sgd",
                    "training.optimizer=momentum model.activation=relu",
                    "training.optimizer=nesterov model.activation=elu",
                    "training.optimizer=rmsprop training.rate=0.003 model.activation=softplus",
                    "training.optimizer=adagrad model.activation=silu",
                    "training.optimizer=adam model.activation=gelu",
                    "training.optimizer=adamw model.activation=sigmoid",
                    "model.activation=leakyRelu training.clip=0.05",
                    "model.activation=identity training.regularizer=elasticNet",
                    "model.activation=[\"tanh\",\"relu\"] training.regularizer=l1",
                    "model.hidden=[] training.regularizer=l2 training.batch=full",
                    "training.regularizer={\"type\":\"perLayer\",\"layers\":[{\"l1\":0.01},{\"l2\":0.02},{}]}",
                    "training.schedule=step data.standardize=false",
                    "training.schedule=exponential",
                    "training.sampling=withReplacement data.standardize=center",
                    "training.sampling=withReplacement training.batch=full training.logEvery=2",
                    "data.folds=4 data.fold=3 data.stratify=true",
                    "data.type=plane data.standardize=center",
                    "training.schedule=cosine data.type=iris",
                    "training.schedule=warmup",
                    "training.precision=single training.optimizer=adam",
                    "training.precision=single data.type=plane training.clip=0.05",
                    "training.schedule=inverseTime",
                    "training.schedule={\"type\":\"lossRatio\",\"window\":7}",
                    "training.schedule={\"type\":\"plateau\",\"patience\":0} training.rate=0.9",
                    "training.stop.patience=2 training.rate=1",
                    "data.split=[1,0,0] training.stop.loss=0.2 training.rate=0.3",
                    "data.inputs=x1,x2,x1^2,x2^2,x1*x2,sin(x1),sin(x2)",
                    "data.inputs=x1*x2,sin(x2) data.standardize=false model.hidden=[]",
                    "data.type=plane data.inputs=x1*x2,sin(x2),x1^2",
                    "seeds.batches=-7 seeds.split=12345678901234",
                    "data.type=plane training.optimizer=adam model.activation=gelu",
                    "data.type=hills training.optimizer=momentum training.schedule=plateau"
                            + " training.regularizer=l2",
                    "data.type=curve training.optimizer=rmsprop training.rate=0.003"
                            + " training.clip=0.05",
                    "data.type=curve data.standardize=false training.batch=full"
                            + " training.stop.patience=2 training.rate=0.3",
                    "data.type=plane model.hidden=[] data.split=[0.8,0.2,0]");

    private static final String RUN_ALL =
            """
            import os, runpy, sys
            for folder in sys.argv[2:]:
                print("folder " + folder)
                runpy.run_path(os.path.join(folder, sys.argv[1]), run_name="__main__")
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void scriptsTrainTheSameRun(TrainingScript.Library library) throws Exception {
        assumeTrue(Python.has("numpy"), "NumPy is not installed");
        if (library == TrainingScript.Library.PYTORCH) {
            assumeTrue(Python.has("torch"), "PyTorch is not installed");
        }
        List<String> settings = new ArrayList<>(SETTINGS);
        if (library == TrainingScript.Library.NUMPY) {
            settings.add("training.dropout=0.3");
        }
        List<String> arguments = new ArrayList<>(List.of(library.file()));
        for (int i = 0; i < settings.size(); i++) {
            arguments.add(written(settings.get(i), "run" + i, library).toString());
        }
        String output = Python.run(RUN_ALL, arguments.toArray(String[]::new));
        String[] outputs = output.split("folder .*\\R");
        assertThat(outputs).hasSize(settings.size() + 1);
        for (int i = 0; i < settings.size(); i++) {
            String last = outputs[i + 1].lines().toList().getLast();
            assertThat(last).startsWith("largest difference from metrics.csv: ");
            assertThat(Double.parseDouble(last.substring(last.lastIndexOf(' '))))
                    .as(settings.get(i))
                    .isLessThan(settings.get(i).contains("single") ? SINGLE_TOLERANCE : TOLERANCE);
        }
    }

    private Path written(String settings, String name, TrainingScript.Library library)
            throws IOException {
        Path place = Files.createDirectory(folder.resolve(name));
        for (Map.Entry<String, AtomicFile.Content> file :
                TrainingScriptTest.script(settings).files(library).entrySet()) {
            AtomicFile.write(place.resolve(file.getKey()), file.getValue());
        }
        return place;
    }
}
