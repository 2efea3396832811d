package mlpexplorer.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import mlpexplorer.nn.ShortestDecimal;

import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;

/// Writes JSON trees, with numbers as the shortest text that reads back to the same bits. NaN and
/// infinities, which JSON cannot represent, become `null`.
public final class JsonText {
    private static final int MAX_COLUMNS = 120;

    private JsonText() {}

    /// Without white space: the canonical form.
    public static String compact(JsonNode node) {
        return text(node, ",", ":");
    }

    /// On one line, with a space after each comma and colon.
    public static String line(JsonNode node) {
        return text(node, ", ", ": ");
    }

    /// One line per member of the outer object; members that are too long wrap at their inner
    /// commas.
    public static String sections(JsonNode object) {
        StringJoiner lines = new StringJoiner(",\n ", "{", "}\n");
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String name = quoted(member.getKey()) + ": ";
            lines.add(name + wrapped(member.getValue(), name.length() + 2));
        }
        return lines.toString();
    }

    /// On one line for display: numbers that JSON cannot represent are named.
    static String shown(JsonNode node) {
        boolean special = node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue());
        return special ? node.asText() : line(node);
    }

    private static String wrapped(JsonNode node, int indent) {
        if (indent + line(node).length() <= MAX_COLUMNS) {
            return line(node);
        }
        if (!node.isObject()) {
            return rows(node, indent);
        }
        StringBuilder text = new StringBuilder("{");
        int column = indent;
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = quoted(member.getKey()) + ": ";
            String value = rows(member.getValue(), indent);
            if (text.length() > 1) {
                text.append(',');
                boolean fits = column + name.length() + value.length() + 2 <= MAX_COLUMNS;
                text.append(fits ? " " : "\n" + " ".repeat(indent));
                column = fits ? column + 1 : indent;
            }
            text.append(name).append(value);
            column += name.length() + value.length() + 1;
        }
        return text.append('}').toString();
    }

    /// Tables (points of a dataset, weights) get one line per row; everything else one line.
    private static String rows(JsonNode node, int indent) {
        if (!node.isArray() || node.isEmpty() || !node.get(0).isArray()) {
            return line(node);
        }
        StringJoiner rows = new StringJoiner(",\n" + " ".repeat(indent + 1), "[", "]");
        node.forEach(row -> rows.add(line(row)));
        return rows.toString();
    }

    private static String text(JsonNode node, String comma, String colon) {
        Function<JsonNode, String> inner = child -> text(child, comma, colon);
        if (node.isObject()) {
            StringJoiner members = new StringJoiner(comma, "{", "}");
            node.properties()
                    .forEach(m ->
                            members.add(quoted(m.getKey()) + colon + inner.apply(m.getValue())));
            return members.toString();
        }
        if (node.isArray()) {
            StringJoiner elements = new StringJoiner(comma, "[", "]");
            node.forEach(element -> elements.add(inner.apply(element)));
            return elements.toString();
        }
        if (node.isFloatingPointNumber()) {
            return Double.isFinite(node.doubleValue())
                    ? ShortestDecimal.text(node.doubleValue())
                    : "null";
        }
        return node.toString();
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
