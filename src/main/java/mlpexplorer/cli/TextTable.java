package mlpexplorer.cli;

import mlpexplorer.nn.Numbers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows of text in columns as wide as their widest cell: the first one aligned left, the others
/// right.
final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    TextTable row(String... cells) {
        rows.add(Arrays.stream(cells).map(Console::line).map(TextTable::ascii).toList());
        return this;
    }

    /// Some terminals lack the minus sign and the dash of [Numbers].
    private static String ascii(String cell) {
        return cell.equals(Numbers.NONE) || cell.startsWith("−") ? "-" + cell.substring(1) : cell;
    }

    /// Lines without trailing spaces.
    List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            String space = " ".repeat(width(column) - cell.length());
            line.append(column == 0 ? cell + space : GAP + space + cell);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
