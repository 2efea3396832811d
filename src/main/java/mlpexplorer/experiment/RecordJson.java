package mlpexplorer.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mlpexplorer.data.io.UserError;

import java.nio.file.Path;
import java.util.List;

/// Other files in the JSON form of specs: records, sealed interfaces and enums with the names of
/// the code. Reading is as strict as for specs: an unknown key, a wrong type or a value out of its
/// range causes a [UserError] that names its path.
public final class RecordJson {
    private RecordJson() {}

    /// The tree in a UTF-8 file; throws [UserError] if it is malformed, unreadable or too large.
    public static JsonNode file(Path file, int maxMegabytes) {
        return JsonSource.file(file, maxMegabytes);
    }

    /// The tree in `text`; `source` names it in the [UserError] for malformed text.
    public static JsonNode document(String text, String source) {
        return JsonSource.document(text, source);
    }

    /// The record at `path` of a tree. Absent values take the defaults of its constructor without
    /// arguments.
    public static <T extends Record> T read(Class<T> type, JsonNode node, String path) {
        Object defaults = SpecTypes.defaults(type);
        return type.cast(SpecReader.read(type, new SpecPlace(node, path), defaults, List.of()));
    }

    /// The tree of a record, with every key.
    public static ObjectNode tree(Record known) {
        return (ObjectNode) SpecWriter.value(known);
    }

    /// The spec in a tree with the sections of a spec.
    public static RunSpec spec(JsonNode tree) {
        return SpecReader.read(tree);
    }

    /// The name of a constant.
    public static String name(Enum<?> constant) {
        return SpecTypes.name(constant);
    }
}
