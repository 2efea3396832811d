package mlpexplorer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.io.CsvReader;
import mlpexplorer.data.io.IdxReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `data inspect`: what is in a file of samples.
@Command(
        name = "inspect",
        description = "Show the rows, classes and value ranges of a CSV file, or of IDX images and their labels.")
final class DataInspectCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(arity = "1..2", paramLabel = "FILE", description = "A CSV file, or an IDX file of images and one of labels.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--class",
            paramLabel = "COLUMN",
            description = "Name or number of the class column of a CSV file (default: the last column).")
    private @Nullable String classColumn;

    DataInspectCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Dataset dataset = files.size() == 1
                ? CsvReader.read(files.getFirst(), Optional.ofNullable(classColumn))
                : IdxReader.read(files.getFirst(), files.getLast(), Optional.empty());
        DataReport report = new DataReport(dataset);
        streams.out().println(files.getFirst() + ": " + report.summary());
        streams.out().println();
        report.classes().forEach(streams.out()::println);
        streams.out().println();
        report.features().forEach(streams.out()::println);
        return ExitCode.DONE;
    }
}
