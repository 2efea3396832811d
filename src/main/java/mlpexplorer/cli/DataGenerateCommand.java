package mlpexplorer.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import mlpexplorer.data.io.WholeFile;
import mlpexplorer.experiment.BuiltInData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `data generate`: the built-in datasets as files.
@Command(name = "generate", description = "Write every built-in dataset as a CSV file; the points are always the same.")
final class DataGenerateCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder for the files.")
    private Path folder = Path.of(".");

    DataGenerateCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        WholeFile.requireFolder(folder);
        for (Map.Entry<String, String> file : BuiltInData.files().entrySet()) {
            streams.out().println(WholeFile.write(folder.resolve(file.getKey()), WholeFile.Content.of(file.getValue())));
        }
        return ExitCode.DONE;
    }
}
