package mlpexplorer.experiment.export;

import mlpexplorer.data.Input;
import mlpexplorer.data.Split;
import mlpexplorer.data.io.AtomicFile.Content;
import mlpexplorer.experiment.Npz;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.RunTables;
import mlpexplorer.experiment.SpecText;
import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Precision;
import mlpexplorer.nn.ShortestDecimal;
import mlpexplorer.nn.Task;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.TrainingSpec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.zip.ZipOutputStream;

/// A run as a Python script that trains it again: the same data, split, initial weights and
/// batches, so that its loss and metric after every epoch match those of the run, except for
/// rounding. Beside the script are `run.npz` (`X` and `y` unscaled, the row numbers of the parts,
/// `W1`, `b1`, … before training) and `metrics.csv`, which the script compares its numbers with.
///
/// Only the code that the run needs is written. Dropout masks are those of the run in NumPy; those
/// of PyTorch are its own.
public final class TrainingScript {
    private static final String ARRAYS = "run.npz";
    private static final String METRICS = "metrics.csv";

    private final RunStart start;
    private final Split split;
    private final MetricLog.View log;
    private final boolean withTest;

    /// The library that a script uses.
    public enum Library {
        NUMPY,
        PYTORCH;

        /// The name of the script.
        public String file() {
            return "train_" + name().toLowerCase(Locale.ROOT) + ".py";
        }
    }

    /// @param start start of the run, not one that continues a training
    /// @param split data of the run
    /// @param log metrics of the run
    public TrainingScript(RunStart start, Split split, MetricLog.View log) {
        this(start, split, log, true);
    }

    private TrainingScript(RunStart start, Split split, MetricLog.View log, boolean withTest) {
        this.start = start;
        this.split = split;
        this.log = log;
        this.withTest = withTest;
    }

    /// The same without test metrics; the script does not compute them either.
    public TrainingScript withoutTest() {
        return new TrainingScript(start, split, log.withoutTest(), false);
    }

    /// The script and its files by name.
    public SequencedMap<String, Content> files(Library library) {
        SequencedMap<String, Content> files = new LinkedHashMap<>();
        files.put(library.file(), Content.of(text(library)));
        files.put(ARRAYS, this::writeArrays);
        files.put(METRICS, RunTables.metrics(log, split.shape().task().metric()));
        return files;
    }

    /// The text of the script.
    public String text(Library library) {
        Task task = split.shape().task();
        String code =
                switch (library) {
                    case NUMPY -> NumPyCode.of(spec(), task);
                    case PYTORCH -> PyTorchCode.of(spec(), task);
                };
        SequencedMap<String, String> blocks = new LinkedHashMap<>(TaskCode.shared(task));
        blocks.put("about", about(library));
        blocks.put("settings", settings());
        blocks.put(
                "scaling",
                computed(spec().split().inputs())
                        + TaskCode.scaling(task, spec().split().standardize()));
        blocks.put("single", isSingle() ? TaskCode.single(task) : "");
        blocks.put("cast", isSingle() ? ".astype(np.float32)" : "");
        blocks.put("dtype", isSingle() ? "float32" : "float64");
        blocks.put("random", isShuffled() || hasDropout(library) ? template("random.txt") : "");
        blocks.put("batches", isReplaced() ? REPLACED : isShuffled() ? SHUFFLED : FULL);
        blocks.put("schedule", schedule(spec().training().schedule()));
        blocks.put("compare", template("compare.txt"));
        return fill(code, blocks).replaceAll("\\n{4,}", "\n\n\n").strip() + "\n";
    }

    /// The template with each `{key}` replaced by the code of that key. On a line of its own, its
    /// indentation applies to all lines of the code, and no code leaves no line.
    static String fill(String template, Map<String, String> blocks) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        for (String line : template.lines().toList()) {
            String key = line.strip();
            Optional<String> block =
                    key.startsWith("{") && key.endsWith("}")
                            ? Optional.ofNullable(blocks.get(key.substring(1, key.length() - 1)))
                            : Optional.empty();
            if (block.isPresent()) {
                String indent = line.substring(0, line.indexOf('{'));
                block.get()
                        .lines()
                        .map(code -> code.isEmpty() ? code : indent + code)
                        .forEach(lines::add);
            } else {
                String filled = line;
                for (Map.Entry<String, String> each : blocks.entrySet()) {
                    filled = filled.replace("{" + each.getKey() + "}", each.getValue());
                }
                lines.add(filled);
            }
        }
        return lines.toString();
    }

    /// The template in the resource `name`.
    static String template(String name) {
        try (InputStream in = TrainingScript.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunSpec spec() {
        return start.spec();
    }

    private String about(Library library) {
        Parameters initial = start.initial(split.shape());
        return (library == Library.NUMPY ? "NumPy" : "PyTorch")
                + ".\n\n"
                + SpecText.of(spec())
                + "\nNetwork "
                + initial.shape()
                + ", "
                + Numbers.count(initial.count(), "parameter");
    }

    private boolean isSingle() {
        return spec().training().precision() == Precision.SINGLE;
    }

    private boolean isReplaced() {
        return spec().training().sampling() == TrainingSpec.Sampling.WITH_REPLACEMENT;
    }

    private boolean isShuffled() {
        return isReplaced()
                || spec().training().batch().within(split.train().rows()) < split.train().rows();
    }

    private boolean hasDropout(Library library) {
        return library == Library.NUMPY && spec().training().dropout() > 0;
    }

    private String settings() {
        StringJoiner lines = new StringJoiner("\n");
        lines.add("EPOCHS = " + log.lastEpoch());
        lines.add("RATE = " + number(spec().training().rate()));
        if (isShuffled()) {
            lines.add("BATCH = " + spec().training().batch().within(split.train().rows()));
        }
        if (isShuffled() || spec().training().dropout() > 0) {
            lines.add("SEED = " + spec().seeds().batches());
        }
        return lines.toString();
    }

    /// A number in Python.
    static String number(double value) {
        return ShortestDecimal.text(value);
    }

    private static String schedule(LearningRateSchedule schedule) {
        return switch (schedule) {
            case LearningRateSchedule.Constant() -> plain("RATE");
            case LearningRateSchedule.Step(double factor, int epochs) ->
                    plain("RATE * " + number(factor) + " ** (epoch // " + epochs + ")");
            case LearningRateSchedule.Exponential(double decay) ->
                    plain("RATE * " + number(decay) + " ** epoch");
            case LearningRateSchedule.Cosine(int epochs, double floor) ->
                    """
                    def rate(epoch):
                        \"""The learning rate of an epoch, counted from 0: a cosine down to a floor.\"""
                        wave = 0.5 * (1 + np.cos(np.pi * min(1, epoch / %s)))
                        return RATE * (%s + (1 - %s) * wave)
                    """
                            .formatted(epochs, number(floor), number(floor));
            case LearningRateSchedule.Warmup(int epochs) ->
                    plain("RATE * min(1, (epoch + 1) / " + epochs + ")");
            case LearningRateSchedule.InverseTime(double decay) ->
                    plain("RATE / (1 + " + number(decay) + " * epoch)");
            case LearningRateSchedule.LossRatio(int window) ->
                    """
                    class LossRatio:
                        \"""Every WINDOW updates: factor *= their mean loss / the mean loss of the WINDOW before.\"""
                        WINDOW = %s

                        def __init__(self):
                            self.factor, self.losses, self.mean = 1.0, [], None

                        def observe(self, loss):
                            self.losses.append(float(loss))
                            if len(self.losses) == self.WINDOW:
                                mean = sum(self.losses) / self.WINDOW
                                if self.mean is not None and self.mean > 0:
                                    self.factor *= mean / self.mean
                                self.mean, self.losses = mean, []


                    schedule = LossRatio()


                    def rate(epoch):
                        \"""The learning rate of the next update.\"""
                        return RATE * schedule.factor
                    """
                            .formatted(window);
            case LearningRateSchedule.Plateau(double factor, int patience) ->
                    """
                    class Plateau:
                        \"""factor *= FACTOR after more than PATIENCE epochs without a loss that is 0.01%% better.\"""
                        FACTOR, PATIENCE = %s, %s

                        def __init__(self):
                            self.factor, self.best, self.bad = 1.0, np.inf, 0

                        def observe_epoch(self, loss):
                            if loss < self.best * (1 - 1e-4):
                                self.best, self.bad = loss, 0
                            else:
                                self.bad += 1
                            if self.bad > self.PATIENCE:
                                self.factor, self.bad = self.factor * self.FACTOR, 0


                    schedule = Plateau()


                    def rate(epoch):
                        \"""The learning rate of the next update.\"""
                        return RATE * schedule.factor
                    """
                            .formatted(number(factor), patience);
        };
    }

    /// The computation of the network's inputs from raw features, if any.
    private static String computed(List<Input> inputs) {
        String columns =
                inputs.stream()
                        .map(input ->
                                input.formula()
                                        .replace("^2", " ** 2")
                                        .replace("*x", " * x")
                                        .replace("sin", "np.sin"))
                        .collect(Collectors.joining(", "));
        return columns.isEmpty()
                ? ""
                : """

                # Compute the inputs of the network
                x1, x2 = X.T
                X = np.column_stack([%s])
                """
                        .formatted(columns);
    }

    private static String plain(String expression) {
        return """
        def rate(epoch):
            \"""The learning rate of an epoch, counted from 0.\"""
            return %s
        """
                .formatted(expression);
    }

    /// What the training loop does after each update, for schedules that follow the loss.
    static String afterUpdate(LearningRateSchedule schedule) {
        return schedule instanceof LearningRateSchedule.LossRatio ? "schedule.observe(loss)" : "";
    }

    /// What the training loop does after each epoch.
    static String afterEpoch(LearningRateSchedule schedule) {
        return schedule instanceof LearningRateSchedule.Plateau
                ? """

                row = history[-1]
                schedule.observe_epoch(row["validation_loss"] if len(parts["validation"]) else row["train_loss"])\
                """
                : "";
    }

    private void writeArrays(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        int rows = split.dataset().rows();
        int columns = split.dataset().samples().columns();
        Npz.put(
                zip,
                "X",
                rows,
                columns,
                (row, target) -> split.dataset().samples().copyRow(row, target, 0));
        double[] labels = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] =
                    switch (split.shape().task()) {
                        case Task.Classification _ -> split.dataset().samples().label(row);
                        case Task.Regression() -> split.dataset().samples().target(row);
                    };
        }
        Npz.put(zip, "y", labels);
        int from = 0;
        for (Split.Part part : Split.Part.values()) {
            int count = split.part(part).rows();
            boolean shown = withTest || part != Split.Part.TEST;
            double[] numbers = new double[shown ? count : 0];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = split.row(from + i);
            }
            Npz.put(zip, part.key(), numbers);
            from += count;
        }
        Npz.put(zip, start.initial(split.shape()));
        zip.finish();
    }

    private static final String SHUFFLED =
            """
            def batches(epoch):
                \"""The row numbers of each mini-batch: the training rows in a new order every epoch.\"""
                order = train[RandomStream(SEED, 1, epoch).permutation(len(train))]
                return [order[i:i + BATCH] for i in range(0, len(order), BATCH)]
            """;

    private static final String REPLACED =
            """
            def batches(epoch):
                \"""The row numbers of each mini-batch: training rows drawn with replacement.\"""
                rows = np.uint64(len(train))
                drawn = (RandomStream(SEED, 1, epoch).bits(len(train)) >> np.uint64(32)) * rows >> np.uint64(32)
                order = train[drawn.astype(int)]
                return [order[i:i + BATCH] for i in range(0, len(order), BATCH)]
            """;

    private static final String FULL =
            """
            def batches(epoch):
                \"""One batch of all training rows.\"""
                return [train]
            """;
}
