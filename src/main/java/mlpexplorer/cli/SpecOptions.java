package mlpexplorer.cli;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.ModelFile;
import mlpexplorer.experiment.Npz;
import mlpexplorer.experiment.Preset;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecFolder;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.WeightsJson;
import mlpexplorer.nn.Parameters;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The options that select the run: a preset or a file, with overridden settings.
final class SpecOptions {
    @ArgGroup private Source source = new Source();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description =
                    "Set a value, for example training.rate=0.1 or model.hidden=16,16. May be"
                            + " repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--weights",
            paramLabel = "FILE.npz",
            description =
                    "Start from these weights: arrays W1, b1, W2, ... in a NumPy .npz file or a"
                            + " model.json.")
    private @Nullable Path weights;

    private static final class Source {
        @Option(
                names = "--preset",
                paramLabel = "NAME",
                description = "Start from a preset; see the presets command.")
        private @Nullable String preset;

        @Option(
                names = "--spec",
                paramLabel = "FILE",
                description = "Start from a specification in JSON.")
        private @Nullable Path file;

        @Option(
                names = "--model",
                paramLabel = "FILE.mlpm.zip",
                description =
                        "Start from a model file: train continues its training, the other commands"
                                + " start from its weights. Only training settings may be changed.")
        private @Nullable Path model;
    }

    Optional<Preset> preset() {
        return Optional.ofNullable(source.preset).map(Presets::named);
    }

    /// The run that the options describe; throws [mlpexplorer.data.io.UserError] if it is invalid.
    RunStart start() {
        RunStart base = preset().map(Preset::start).orElseGet(this::fileOrDefault);
        SpecFolder place =
                source.model == null ? SpecFolder.working() : SpecFolder.of(source.model);
        RunSpec spec = place.absolute(SpecJson.set(base.spec(), settings));
        if (base.resumed().isPresent()) {
            requireOnlyTraining(place.absolute(base.spec()), spec);
            return new RunStart(spec, base.weights(), base.resumed());
        }
        return new RunStart(spec, given(spec).or(base::weights));
    }

    private void requireOnlyTraining(RunSpec model, RunSpec spec) {
        if (!spec.withTraining(model.training()).equals(model)) {
            throw UserError.input(
                    "A training can only be continued with the data, network and seeds of its"
                            + " model; to train "
                            + source.model
                            + " on others, use --weights "
                            + source.model
                            + ".");
        }
        if (weights != null) {
            throw UserError.input("--model and --weights cannot be used together.");
        }
    }

    private RunStart fileOrDefault() {
        if (source.model != null) {
            return ModelFile.read(source.model).start();
        }
        return new RunStart(
                Optional.ofNullable(source.file).map(SpecJson::read).orElseGet(RunSpec::new));
    }

    private Optional<Parameters> given(RunSpec spec) {
        return Optional.ofNullable(weights)
                .map(file -> {
                    Parameters shape = RunStart.shape(spec);
                    return file.toString().endsWith(".json")
                            ? WeightsJson.read(file, shape)
                            : Npz.read(file, shape);
                });
    }
}
