package mlpexplorer.experiment;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.ImageSize;
import mlpexplorer.data.io.CsvReader;
import mlpexplorer.data.io.IdxReader;
import mlpexplorer.data.io.Npy;
import mlpexplorer.data.io.NumpyReader;
import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.Numbers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/// New data for a [TrainedModel], with or without labels, read row by row: CSV, NumPy's `.npy`, or
/// IDX images. The label of a row is the index of its class or, in regression, its target. Files
/// have the names of classes or, unless a name is a whole number, their indices from 0.
///
/// - CSV columns are found by the names of the model's features. If the header has none of them, or
///   there is no header, columns are taken in order. One more column holds the labels.
/// - `.npy` has rows × features; the labels are a second file.
/// - IDX images need the size of the model's pictures; the labels are a second file.
///
/// For a model of pictures, whose pixels are from 0 to 1, larger values in CSV and `.npy` files are
/// divided by 255.
public final class ModelInput {
    /// The label of rows without one.
    public static final double NO_LABEL = Double.NaN;

    private static final int NO_COLUMN = -1;
    private static final Set<String> CLASS_NAMES =
            Set.of("label", "class", "target", "species", "y");
    private static final Set<String> TARGET_NAMES = Set.of("target", "value", "label", "y");
    private static final double WHITE = 255;

    private final TrainedModel model;
    private final Path file;
    private final Optional<Path> labels;

    /// Indices by name.
    private final Map<String, Integer> classes = new HashMap<>();

    /// Processes each row.
    public interface Action {
        /// @param features raw features, in the model's order; overwritten by the next row
        /// @param label class index or target, or [#NO_LABEL]
        /// @param share approximate fraction of the rows that were read
        void row(double[] features, double label, double share) throws IOException;
    }

    /// @param labels file of the labels of `.npy` or IDX data
    public ModelInput(TrainedModel model, Path file, Optional<Path> labels) {
        this.model = model;
        this.file = file;
        this.labels = labels;
        for (int c = 0; c < model.classes().size(); c++) {
            classes.put(model.classes().get(c), c);
        }
        if (model.classes().stream().noneMatch(name -> name.matches("[+-]?\\d+"))) {
            for (int c = 0; c < model.classes().size(); c++) {
                classes.put(Integer.toString(c), c);
            }
        }
    }

    /// Passes every row to `action`; throws [UserError] if the data does not fit the model.
    public void forEach(Action action) {
        try {
            if (Files.isDirectory(file)) {
                throw UserError.input(file + " is a folder, but must be a file of data.");
            }
            int start;
            try (InputStream in = Files.newInputStream(file)) {
                start = in.read() << 8 | in.read();
            }
            if (start == 0x934e) {
                numpy(action);
            } else if (start == 0 || start == 0x1f8b) {
                idx(action);
            } else if (labels.isPresent()) {
                throw UserError.input(
                        file
                                + " is a table, whose labels are one of its columns, not the file "
                                + labels.get()
                                + ".");
            } else {
                new Table().read(action);
            }
        } catch (IOException e) {
            throw UserError.unreadable(file, e);
        }
    }

    private void numpy(Action action) throws IOException {
        double[] known = labels.isPresent() ? numpyLabels(labels.get()) : new double[0];
        double[] scaled = new double[model.features().size()];
        long[] rows = new long[1];
        Npy.forEachRow(
                file,
                (values, index, share) -> {
                    rows[0]++;
                    requireCount(values.length);
                    for (int i = 0; i < scaled.length; i++) {
                        scaled[i] = finite(file, values[i], index);
                    }
                    shrink(scaled);
                    action.row(scaled, label(known, index), share);
                });
        if (known.length > rows[0]) {
            throw labelCount(known.length, Numbers.count(rows[0], "row"));
        }
    }

    private static double finite(Path file, double value, long index) {
        if (!Double.isFinite(value)) {
            throw UserError.input(file + ", row " + index + " contains " + value + ".");
        }
        return value;
    }

    private double[] numpyLabels(Path file) throws IOException {
        DoubleStream.Builder all = DoubleStream.builder();
        if (isRegression()) {
            Npy.forEachRow(file, (values, index, _) -> all.add(finite(file, values[0], index)));
        } else {
            List<String> names = NumpyReader.labels(file);
            for (int i = 0; i < names.size(); i++) {
                int row = i;
                all.add(known(names.get(i), () -> file + ", row " + row));
            }
        }
        return all.build().toArray();
    }

    private boolean isRegression() {
        return model.classes().isEmpty();
    }

    private double label(double[] known, long index) {
        if (labels.isPresent() && index >= known.length) {
            throw labelCount(known.length, "more rows");
        }
        return labels.isPresent() ? known[(int) index] : NO_LABEL;
    }

    private UserError labelCount(int count, String rows) {
        return UserError.input(
                labels.map(Path::toString).orElse("")
                        + " has "
                        + Numbers.count(count, "label")
                        + ", but "
                        + file
                        + " has "
                        + rows
                        + ".");
    }

    private void requireCount(int columns) {
        if (columns != model.features().size()) {
            throw UserError.input(
                    file
                            + " has "
                            + Numbers.count(columns, "feature")
                            + ", but the model needs "
                            + Numbers.count(model.features().size())
                            + ".");
        }
    }

    private void idx(Action action) throws IOException {
        try (IdxReader.Images images = new IdxReader.Images(file)) {
            idx(images, action);
        }
    }

    private void idx(IdxReader.Images images, Action action) throws IOException {
        if (!model.image().equals(Optional.of(images.size()))) {
            throw UserError.input(
                    file
                            + " has pictures of "
                            + size(images.size())
                            + ", but the model needs "
                            + model.image()
                                    .map(ModelInput::size)
                                    .orElse(
                                            "a table of "
                                                    + Numbers.count(
                                                            model.features().size(), "feature"))
                            + ".");
        }
        byte[] bytes = labels.map(IdxReader::labelBytes).orElseGet(() -> new byte[0]);
        if (labels.isPresent() && bytes.length != images.count()) {
            throw labelCount(bytes.length, Numbers.count(images.count(), "picture"));
        }
        double[] features = new double[model.features().size()];
        for (int row = 0; row < images.count(); row++) {
            byte[] pixels = images.next();
            for (int i = 0; i < features.length; i++) {
                features[i] = (pixels[i] & 0xff) / WHITE;
            }
            int index = row;
            double label =
                    labels.isPresent()
                            ? known(
                                    Integer.toString(bytes[row] & 0xff),
                                    () -> labels.get() + ", label " + index)
                            : NO_LABEL;
            action.row(features, label, (row + 1.0) / images.count());
        }
    }

    private static String size(ImageSize size) {
        return size.height() + " × " + size.width() + " pixels";
    }

    /// Divides pixels from 0 to 255 (modified) by 255, if the model has pixels from 0 to 1.
    private void shrink(double[] features) {
        if (model.image().isPresent() && Arrays.stream(features).anyMatch(value -> value > 1)) {
            for (int i = 0; i < features.length; i++) {
                features[i] /= WHITE;
            }
        }
    }

    /// @param label name of a class or, if no class has a whole number as its name, its index
    private int known(String label, Supplier<String> place) {
        Integer index = classes.get(label);
        if (index == null) {
            String names = String.join(", ", model.classes());
            throw UserError.input(
                    place.get()
                            + " is \""
                            + label
                            + "\", but the model knows the classes "
                            + (names.length() > 80 ? names.substring(0, 80) + "…" : names)
                            + ".");
        }
        return index;
    }

    /// The roles of the columns of a CSV file.
    private final class Table {
        private final List<String> first;
        private final boolean header;
        private final int[] columns;
        private final int labelColumn;

        Table() {
            List<List<String>> head = CsvReader.firstRows(file);
            if (head.isEmpty()) {
                throw UserError.input(file + " is empty, but must be a table of features.");
            }
            first = head.getFirst();
            long words =
                    first.stream().filter(field -> Double.isNaN(CsvReader.number(field))).count();
            boolean byName = model.features().stream().anyMatch(first::contains);
            header = byName || words > 1 && 2 * words > first.size();
            List<Integer> left = new ArrayList<>();
            for (int column = 0; column < first.size(); column++) {
                left.add(column);
            }
            if (byName) {
                columns = model.features().stream().mapToInt(this::named).toArray();
                left.removeAll(Arrays.stream(columns).boxed().toList());
                labelColumn = left.size() == 1 ? left.getFirst() : NO_COLUMN;
            } else {
                int extra = first.size() - model.features().size();
                labelColumn = extra == 1 ? labelColumn(head) : NO_COLUMN;
                left.remove((Integer) labelColumn);
                columns = left.stream().mapToInt(Integer::intValue).toArray();
                if (columns.length == model.features().size()) {
                    left.clear();
                }
            }
            boolean labeled = labelColumn != NO_COLUMN && isLabel(head);
            if (left.size() > (labeled ? 1 : 0) || byName && !left.isEmpty() && !labeled) {
                throw extra(left);
            }
        }

        /// Whether the column that is left over is named like labels, or holds classes of the
        /// model.
        private boolean isLabel(List<List<String>> head) {
            return isNamedLabel(labelColumn)
                    || head.stream()
                            .skip(1)
                            .anyMatch(row ->
                                    row.size() > labelColumn
                                            && classes.containsKey(row.get(labelColumn)));
        }

        private boolean isNamedLabel(int column) {
            Set<String> names = isRegression() ? TARGET_NAMES : CLASS_NAMES;
            String name = first.get(column);
            boolean chosen =
                    model.spec().data() instanceof DataSpec.Csv csv
                            && csv.labelColumn().equals(Optional.of(name));
            return chosen || names.contains(name.toLowerCase(Locale.ROOT));
        }

        private int named(String feature) {
            int column = first.indexOf(feature);
            if (column < 0) {
                throw UserError.input(
                        file + " has no column \"" + feature + "\", which the model needs.");
            }
            return column;
        }

        /// The first or the last column.
        private int labelColumn(List<List<String>> head) {
            int last = first.size() - 1;
            boolean named = header && isNamedLabel(0);
            if (isRegression()) {
                return named ? 0 : last;
            }
            boolean lastKnown =
                    head.stream()
                            .skip(header ? 1 : 0)
                            .allMatch(row -> classes.containsKey(row.getLast()));
            return named || !lastKnown ? 0 : last;
        }

        private UserError extra(List<Integer> left) {
            if (left.size() > 2 || !header || first.size() < model.features().size()) {
                return UserError.input(
                        file
                                + " has "
                                + Numbers.count(first.size(), "column")
                                + ", but the model needs "
                                + Numbers.count(model.features().size(), "feature")
                                + " and, if there are labels, one more column.");
            }
            return UserError.input(
                    file
                            + " has the column \""
                            + first.get(left.getFirst())
                            + "\", which is neither a feature of the model nor holds its "
                            + (isRegression() ? "target" : "classes")
                            + "; remove it.");
        }

        void read(Action action) {
            double[] features = new double[columns.length];
            boolean[] begun = {false};
            CsvReader.forEachRow(
                    file,
                    (fields, line, share) -> {
                        if (header && !begun[0]) {
                            begun[0] = true;
                            return;
                        }
                        for (int i = 0; i < columns.length; i++) {
                            features[i] = number(fields.get(columns[i]), line, columns[i]);
                        }
                        shrink(features);
                        action.row(features, label(fields, line), share);
                    });
        }

        private double label(List<String> fields, long line) {
            if (labelColumn == NO_COLUMN) {
                return NO_LABEL;
            }
            String field = fields.get(labelColumn);
            return isRegression()
                    ? number(field, line, labelColumn)
                    : known(field, () -> place(line, labelColumn));
        }

        private double number(String field, long line, int column) {
            double value = CsvReader.number(field);
            if (Double.isNaN(value)) {
                String what = field.isEmpty() ? "empty" : '"' + field + '"';
                throw UserError.input(
                        place(line, column) + " is " + what + ", but must be a number.");
            }
            return value;
        }

        private String place(long line, int column) {
            String name = header ? " (" + first.get(column) + ")" : "";
            return file + ", line " + line + ", column " + (column + 1) + name;
        }
    }
}
