package mlpexplorer.data.io;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.io.CsvField.Decimals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Detects the [CsvLayout] of a file, step by step.
final class CsvLayoutFinder {
    private static final int MANY_ROWS = 10;
    private static final int FEW_ROWS = 5;

    private final String file;
    private final CsvReader.Row first;
    private final List<List<String>> below;
    private final Decimals decimals;
    private final DataSpec.Csv spec;
    private final int columns;
    private final Optional<List<String>> classNames;
    private final boolean rowNames;
    private final boolean header;
    private final List<String> heads;
    private final List<String> notes = new ArrayList<>();
    private final CsvColumns stats;

    CsvLayoutFinder(String file, List<CsvReader.Row> head, DataSpec.Csv spec) {
        this.file = file;
        this.spec = spec;
        first = head.getFirst();
        List<List<String>> rows =
                head.stream()
                        .skip(1)
                        .filter(row -> !row.isComment(first.fields().size()))
                        .map(CsvReader.Row::fields)
                        .toList();
        decimals = Decimals.of(Stream.concat(Stream.of(first.fields()), rows.stream()).toList());
        int width = width(rows);
        classNames = scikitLearn(width);
        boolean shorter = first.fields().size() == width - 1 && isNames(first.fields());
        boolean lastEmpty = shorter && rows.stream().allMatch(row -> row.getLast().isEmpty());
        rowNames = shorter && !lastEmpty;
        int all = classNames.isPresent() || rowNames ? width : first.fields().size();
        columns = used(all, rows);
        requireColumns();
        List<String> shown = new ArrayList<>(first.fields());
        if (rowNames) {
            shown.addFirst("");
        }
        below = rows.stream().filter(row -> row.size() >= columns).toList();
        header = classNames.isEmpty() && (rowNames || isHeader(shown));
        heads = shown;
        stats =
                new CsvColumns(
                        columns,
                        header || classNames.isPresent()
                                ? below
                                : CsvColumns.withFirst(shown, below),
                        decimals);
    }

    /// The number of columns of the rows below the first, or 0 if they differ.
    private static int width(List<List<String>> rows) {
        List<Integer> widths = rows.stream().map(List::size).distinct().toList();
        return widths.size() == 1 ? widths.getFirst() : 0;
    }

    /// The number of columns without those at the end that are empty and have no name.
    private int used(int all, List<List<String>> rows) {
        int used = all;
        while (used > 2 && isUnused(used - 1, rows)) {
            used--;
        }
        return used;
    }

    private boolean isUnused(int column, List<List<String>> rows) {
        int shift = rowNames ? 1 : 0;
        boolean named =
                column - shift < first.fields().size()
                        && !isUnnamed(first.fields().get(column - shift));
        return !named
                && rows.stream().allMatch(row -> row.size() <= column || row.get(column).isEmpty());
    }

    private void requireColumns() {
        String place = file + ", line " + first.line();
        if (columns < 2) {
            throw UserError.input(
                    place
                            + " has one column, but must have a feature and a class, separated"
                            + " by a comma, semicolon or tab.");
        }
        if (columns > CsvReader.MAX_COLUMNS) {
            throw UserError.input(
                    place + " has more than " + CsvReader.MAX_COLUMNS + " columns, the maximum.");
        }
    }

    /// The class names of a first line `rows,features,name,name…`, as scikit-learn writes it.
    private Optional<List<String>> scikitLearn(int width) {
        List<String> line = first.fields();
        boolean numbers =
                line.size() >= 4
                        && line.getFirst().matches("\\d{1,9}")
                        && line.get(1).equals(Integer.toString(width - 1));
        List<String> names = numbers ? line.subList(2, line.size()) : List.of();
        List<String> bare = names.stream().filter(name -> !name.isEmpty()).toList();
        return bare.size() >= 2
                        && names.subList(0, bare.size()).equals(bare)
                        && isNames(bare)
                        && new HashSet<>(bare).size() == bare.size()
                ? Optional.of(bare)
                : Optional.empty();
    }

    private boolean isNames(List<String> fields) {
        return 2 * fields.stream().filter(this::isWord).count() > fields.size();
    }

    private boolean isWord(String field) {
        return CsvField.isWord(field, decimals);
    }

    /// Whether the first row is a header: most of its cells above numbers are words, a column is
    /// named `class` or chosen by its name, or it counts the columns above fractions.
    private boolean isHeader(List<String> shown) {
        CsvColumns rows = new CsvColumns(columns, below, decimals);
        long words = 0;
        long numbers = 0;
        for (int i = 0; i < columns; i++) {
            boolean counted = below.isEmpty() ? i < columns - 1 : rows.isNumeric(i);
            words += counted && isWord(shown.get(i)) ? 1 : 0;
            numbers += counted && CsvField.isNumber(shown.get(i), decimals) ? 1 : 0;
        }
        boolean chosen =
                Stream.of(spec.labelColumn(), spec.partColumn())
                        .flatMap(Optional::stream)
                        .flatMap(name -> Stream.concat(Stream.of(name), spec.features().stream()))
                        .anyMatch(name -> isWord(name) && shown.contains(name));
        return words > numbers
                || chosen
                || CsvColumns.isClassName(shown.get(classGuess()))
                || countsColumns(shown, rows);
    }

    private int classGuess() {
        return spec.labelColumn()
                .filter(name -> name.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .filter(number -> number >= 1 && number <= columns)
                .map(number -> number - 1)
                .orElse(columns - 1);
    }

    /// Whether the first row is 0, 1, 2, … (perhaps after an empty cell), but the columns contain
    /// other numbers.
    private boolean countsColumns(List<String> shown, CsvColumns rows) {
        int start = shown.getFirst().isEmpty() ? 1 : 0;
        boolean counts =
                columns - start >= 2
                        && (counts(shown.subList(start, columns), 0)
                                || counts(shown.subList(start, columns), 1));
        boolean fractions = IntStream.range(0, columns).anyMatch(i -> rows.isMostlyFractions(i));
        if (counts && (fractions || start == 1)) {
            notes.add(
                    "Line "
                            + first.line()
                            + " counts the columns ("
                            + String.join(", ", shown.subList(start, Math.min(columns, 3)))
                            + (columns > 3 ? ", …" : "")
                            + "), so it was read as the header.");
            return true;
        }
        if (counts && columns - start >= 3) {
            notes.add(
                    "Line "
                            + first.line()
                            + " was read as a row, but may be a header, since it counts the"
                            + " columns.");
        }
        return false;
    }

    private static boolean counts(List<String> fields, int from) {
        return IntStream.range(0, fields.size())
                .allMatch(i -> fields.get(i).equals(Integer.toString(from + i)));
    }

    CsvLayout layout() {
        noteHeader();
        List<Integer> out = leftOut();
        Optional<Integer> part =
                spec.partColumn()
                        .map(name -> column(name, "the part column"))
                        .or(() -> partGuess(out));
        part.filter(column -> !out.contains(column)).ifPresent(out::add);
        ClassGuess guess = classColumn(out);
        List<String> names = names(guess.column());
        part.ifPresent(column -> requireOther(column, guess.column(), out));
        return new CsvLayout(
                names,
                header,
                guess.column(),
                features(guess.column(), out),
                defaultFeatures(guess.column(), out),
                classNames,
                decimals,
                guess.reason(),
                List.copyOf(notes),
                spec.target().isPresent(),
                spec.target().isEmpty() && stats.isTarget(guess.column()),
                part);
    }

    /// The part column, unless something else was chosen.
    private Optional<Integer> partGuess(List<Integer> out) {
        boolean open =
                header
                        && columns - out.size() > 2
                        && spec.equals(new DataSpec.Csv(spec.path()).withMissing(spec.missing()));
        Optional<Integer> found = open ? stats.partColumn(heads) : Optional.empty();
        found.ifPresent(i -> notes.add("Column " + (i + 1) + " has the part of each row."));
        return found;
    }

    private void requireOther(int part, int classColumn, List<Integer> out) {
        boolean feature = !spec.features().isEmpty() && features(classColumn, out).contains(part);
        if (part == classColumn || feature) {
            throw UserError.input(
                    file
                            + ": column "
                            + (part + 1)
                            + " gives the parts, so it cannot be "
                            + (feature ? "a feature." : role() + "."));
        }
        if (defaultFeatures(classColumn, out).isEmpty()) {
            throw UserError.input(
                    file + " has no feature beside the class column and the part column.");
        }
    }

    private void noteHeader() {
        if (decimals == Decimals.COMMA) {
            notes.add("The numbers have decimal commas.");
        }
        classNames.ifPresent(names -> {
            String told = first.fields().getFirst();
            notes.add(
                    "Line "
                            + first.line()
                            + " is a scikit-learn header: "
                            + told
                            + " rows, "
                            + (columns - 1)
                            + " features and the names of the classes.");
        });
    }

    /// Columns that are not features unless they are chosen: row names and row numbers.
    private List<Integer> leftOut() {
        List<Integer> out = new ArrayList<>();
        if (rowNames) {
            out.add(0);
            notes.add(
                    "Column 1 contains row names, since the header has one name less than the"
                            + " rows have values; it is not a feature.");
        }
        for (int i = rowNames ? 1 : 0; i < columns - 1 && columns - out.size() > 2; i++) {
            if (isRowNumber(i)) {
                out.add(i);
                notes.add(
                        "Column "
                                + (i + 1)
                                + (header && !heads.get(i).isEmpty()
                                        ? " (" + UserError.bare(heads.get(i)) + ")"
                                        : "")
                                + " numbers the rows, so it is not a feature unless you choose"
                                + " it.");
            } else if (i == 0
                    && header
                    && isUnnamed(heads.getFirst())
                    && stats.isText(0)
                    && stats.isNearlyDistinct(0)) {
                out.add(0);
                notes.add(
                        "Column 1 has no name and another text in nearly every row, so it"
                                + " contains row names and is not a feature.");
            }
        }
        return out;
    }

    private boolean isRowNumber(int column) {
        boolean counts = stats.countsRows(column);
        if (!header) {
            return column == 0 && counts && stats.rows() >= MANY_ROWS;
        }
        String name = heads.get(column);
        return isUnnamed(name)
                ? counts || stats.isWholeAndDistinct(column) && stats.rows() >= MANY_ROWS
                : counts && stats.rows() >= FEW_ROWS && CsvColumns.isRowNumberName(name);
    }

    private static boolean isUnnamed(String name) {
        return name.isEmpty() || name.matches("(?i)unnamed: ?\\d+(\\.\\d+)?");
    }

    private String role() {
        return spec.target().isPresent() ? "the target" : "the class column";
    }

    private record ClassGuess(int column, String reason) {}

    private ClassGuess classColumn(List<Integer> out) {
        if (spec.labelColumn().isPresent()) {
            int column = column(spec.labelColumn().get(), role());
            return new ClassGuess(column, message(column, "as chosen"));
        }
        int last = columns - (out.contains(columns - 1) ? 2 : 1);
        Optional<Integer> other = stats.betterClass(last, out, header ? heads : List.of());
        return other.map(column ->
                        new ClassGuess(
                                column,
                                message(column, "with " + stats.distinctText(column))
                                        + " The last column has "
                                        + stats.distinctText(last)
                                        + "."))
                .orElseGet(() -> new ClassGuess(last, message(last, "the last column")));
    }

    private String message(int column, String why) {
        String name = header ? heads.get(column) : "";
        return (spec.target().isPresent() ? "The target is column " : "The class is column ")
                + (column + 1)
                + (name.isEmpty() ? "" : " (" + UserError.bare(name) + ")")
                + ", "
                + why
                + ".";
    }

    private List<Integer> defaultFeatures(int classColumn, List<Integer> out) {
        return IntStream.range(0, columns)
                .filter(i -> i != classColumn && !out.contains(i))
                .boxed()
                .toList();
    }

    private List<Integer> features(int classColumn, List<Integer> out) {
        if (spec.features().isEmpty()) {
            return defaultFeatures(classColumn, out);
        }
        Set<Integer> chosen = new LinkedHashSet<>();
        for (String name : spec.features()) {
            int column = column(name, "a feature");
            if (column == classColumn) {
                throw UserError.input(
                        file
                                + ": column "
                                + (column + 1)
                                + " is "
                                + role()
                                + ", so it cannot be a feature.");
            }
            if (!chosen.add(column)) {
                throw UserError.input(
                        file + ": data.features contains column " + (column + 1) + " twice.");
            }
        }
        return List.copyOf(chosen);
    }

    /// @param role what the column is, for messages
    private int column(String name, String role) {
        String place = file + ", line " + first.line();
        List<Integer> found =
                header && isWord(name)
                        ? IntStream.range(0, columns)
                                .filter(i -> heads.get(i).equals(name))
                                .boxed()
                                .toList()
                        : List.of();
        if (found.size() > 1) {
            throw UserError.input(
                    place
                            + " has "
                            + found.size()
                            + " columns named "
                            + UserError.quoted(name)
                            + "; give "
                            + role
                            + " by its number.");
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (name.matches("\\d{1,6}")) {
            int column = Integer.parseInt(name);
            if (column >= 1 && column <= columns) {
                return column - 1;
            }
        }
        throw UserError.input(
                place
                        + " has no column "
                        + UserError.quoted(name)
                        + "; "
                        + role
                        + " must be a column name or a number from 1 to "
                        + columns
                        + ".");
    }

    private List<String> names(int classColumn) {
        List<String> names = new ArrayList<>();
        int feature = 0;
        for (int i = 0; i < columns; i++) {
            boolean rowName = rowNames && i == 0;
            String label = spec.target().isPresent() ? "target" : "class";
            String usual = i == classColumn ? label : rowName ? "row" : "x" + ++feature;
            names.add(header && !heads.get(i).isEmpty() ? heads.get(i) : usual);
        }
        return List.copyOf(names);
    }
}
