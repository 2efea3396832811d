package mlpexplorer.cli;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.CsvReader;
import mlpexplorer.data.io.IdxReader;
import mlpexplorer.data.io.NumpyReader;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.BuiltInData;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Task;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/// `data`: the commands for datasets.
@Command(name = "data", description = "Inspect and generate datasets.")
final class DataCommand {

    private final Console console;

    private DataCommand(Console console) {
        this.console = console;
    }

    static CommandLine of(Console console) {
        DataCommand group = new DataCommand(console);
        return new CommandLine(group)
                .addSubcommand(group.new Generate())
                .addSubcommand(group.new Inspect());
    }

    /// The description of a dataset.
    private record Report(Dataset dataset) {
        private static final int MAX_FEATURES = 50;

        /// `150 rows, 4 features, 3 classes`.
        String summary() {
            DataShape shape = dataset.shape();
            String features =
                    dataset.image()
                            .map(size ->
                                    "images of " + size.height() + " × " + size.width() + " pixels")
                            .orElse(Numbers.count(shape.features(), "feature"));
            return Numbers.count(shape.rows(), "row")
                    + ", "
                    + features
                    + ", "
                    + switch (shape.task()) {
                        case Task.Classification(int classes) ->
                                Numbers.count(classes) + " classes";
                        case Task.Regression() -> "a numeric target";
                    };
        }

        /// One line per class, or the range of the targets.
        List<String> labels() {
            if (dataset.task() instanceof Task.Regression) {
                TextTable range = new TextTable().row("target", "min", "mean", "std", "max");
                Summary all = new Summary();
                for (int row = 0; row < dataset.rows(); row++) {
                    all.add(dataset.samples().target(row));
                }
                all.addTo(range, "all rows");
                return range.lines();
            }
            int[] counts = new int[dataset.classes()];
            for (int row = 0; row < dataset.rows(); row++) {
                counts[dataset.samples().label(row)]++;
            }
            TextTable table = new TextTable().row("class", "rows", "share");
            for (int c = 0; c < counts.length; c++) {
                table.row(
                        dataset.classNames().get(c),
                        Numbers.count(counts[c]),
                        Numbers.percent((double) counts[c] / dataset.rows()));
            }
            return table.lines();
        }

        /// One line per feature, for the first ones; pixels are summarized.
        List<String> features() {
            TextTable table = new TextTable().row("feature", "min", "mean", "std", "max");
            int columns = dataset.samples().columns();
            if (dataset.image().isPresent()) {
                addRow(table, "all pixels", IntStream.range(0, columns).toArray());
                return table.lines();
            }
            for (int column = 0; column < Math.min(columns, MAX_FEATURES); column++) {
                addRow(table, oneLine(dataset.featureNames().get(column)), column);
            }
            List<String> lines = new ArrayList<>(table.lines());
            if (columns > MAX_FEATURES) {
                lines.add("and " + Numbers.count(columns - MAX_FEATURES, "more feature"));
            }
            return lines;
        }

        /// Quoted names can contain line breaks.
        private static String oneLine(String name) {
            return name.replaceAll("\\s+", " ");
        }

        private void addRow(TextTable table, String name, int... columns) {
            Summary all = new Summary();
            for (int row = 0; row < dataset.rows(); row++) {
                for (int column : columns) {
                    all.add(dataset.samples().feature(row, column));
                }
            }
            all.addTo(table, name);
        }

        /// The range, mean and standard deviation of the values added.
        private static final class Summary {
            private double min = Double.POSITIVE_INFINITY;
            private double max = Double.NEGATIVE_INFINITY;
            private double mean;
            private double squares;
            private long count;

            void add(double value) {
                min = Math.min(min, value);
                max = Math.max(max, value);
                double difference = value - mean;
                mean += difference / ++count;
                squares += difference * (value - mean);
            }

            void addTo(TextTable table, String name) {
                table.row(
                        name,
                        Numbers.number(min),
                        Numbers.number(mean),
                        Numbers.number(Math.sqrt(squares / count)),
                        Numbers.number(max));
            }
        }
    }

    /// `data generate`: writes a built-in dataset to a file.
    @Command(
            name = "generate",
            description =
                    "Write every built-in dataset as a CSV file; the points are always the same.")
    private final class Generate implements Callable<Integer> {
        @Option(
                names = "--out",
                paramLabel = "DIR",
                required = true,
                description = "The folder for the files.")
        private Path folder = Path.of(".");

        @Override
        public Integer call() {
            AtomicFile.requireFolder(folder);
            for (Map.Entry<String, String> file : BuiltInData.files().entrySet()) {
                console.out()
                        .println(
                                AtomicFile.write(
                                        folder.resolve(file.getKey()),
                                        AtomicFile.Content.of(file.getValue())));
            }
            return ExitCode.DONE;
        }
    }

    /// `data inspect`: describes a data file.
    @Command(
            name = "inspect",
            description =
                    "Show the rows, classes and value ranges of a CSV file, of IDX images and their"
                            + " labels, or of NumPy arrays.")
    private final class Inspect implements Callable<Integer> {
        @Parameters(
                arity = "1..2",
                paramLabel = "FILE",
                description =
                        "A CSV or .npz file; or IDX images or an .npy array, followed by a file of"
                                + " their labels.")
        private List<Path> files = new ArrayList<>();

        @Option(
                names = "--class",
                paramLabel = "COLUMN",
                description =
                        "Name or number of the class column of a CSV file (default: the last"
                                + " column, unless it clearly contains no classes).")
        private @Nullable String classColumn;

        @Option(
                names = "--features",
                paramLabel = "COLUMN",
                split = ",",
                description =
                        "Names or numbers of the feature columns of a CSV file (default: all other"
                                + " columns except row names and row numbers).")
        private List<String> features = new ArrayList<>();

        @Option(
                names = "--target",
                paramLabel = "COLUMN",
                description =
                        "Name or number of the target of a regression in a CSV file, instead of a"
                                + " class column.")
        private @Nullable String target;

        @Option(
                names = "--skip-missing",
                description = "Leave out rows of a CSV file with missing values.")
        private boolean skip;

        @Override
        public Integer call() {
            Path first = files.getFirst();
            if (classColumn != null && target != null) {
                throw UserError.input("A file has a class or a target: --class excludes --target.");
            }
            DataSpec.Csv plain =
                    new DataSpec.Csv(
                            "",
                            Optional.ofNullable(classColumn),
                            features,
                            skip ? DataSpec.Missing.SKIP : DataSpec.Missing.REFUSE);
            DataSpec.Csv columns =
                    target == null ? plain : plain.withLabels(target, true, features);
            boolean arrays = NumpyReader.isNumpy(first);
            boolean table = files.size() == 1 && !arrays;
            Dataset dataset =
                    arrays
                            ? NumpyReader.read(first, files.stream().skip(1).findFirst())
                            : table
                                    ? CsvReader.read(first, columns)
                                    : IdxReader.read(first, files.getLast(), Optional.empty());
            DataCommand.Report report = new DataCommand.Report(dataset);
            line(first + ": " + report.summary());
            if (table) {
                line(CsvReader.preview(first, columns).notes().getFirst());
            }
            dataset.notes().forEach(this::line);
            console.out().println();
            report.labels().forEach(console.out()::println);
            console.out().println();
            report.features().forEach(console.out()::println);
            return ExitCode.DONE;
        }

        private void line(String text) {
            console.out().println(Console.line(text));
        }
    }
}
