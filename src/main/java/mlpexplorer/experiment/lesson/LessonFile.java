package mlpexplorer.experiment.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.JsonText;
import mlpexplorer.experiment.RecordJson;
import mlpexplorer.experiment.SpecJson;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/// The file of a lesson: that of a spec, `….mlpx.json`, with the key `lesson`.
public final class LessonFile {
    private static final int MAX_MEGABYTES = 1;
    private static final String KEY = "lesson";

    private LessonFile() {}

    /// Whether the UTF-8 file of at most 1 MB contains a lesson. Throws [UserError] if it is not
    /// JSON.
    public static boolean isLesson(Path file) {
        return RecordJson.file(file, MAX_MEGABYTES).has(KEY);
    }

    /// The lesson in a file; throws [UserError] if it cannot be used.
    public static Lesson read(Path file) {
        JsonNode tree = RecordJson.file(file, MAX_MEGABYTES);
        try {
            return lesson(tree);
        } catch (UserError e) {
            throw UserError.input(file + ": " + e.getMessage(), e);
        }
    }

    /// The lesson in a text that `source` names.
    static Lesson read(String text, String source) {
        return lesson(RecordJson.document(text, source));
    }

    private static Lesson lesson(JsonNode tree) {
        if (!(tree instanceof ObjectNode) || !tree.has(KEY)) {
            throw UserError.input("lesson is missing, so this is not a lesson.");
        }
        ObjectNode spec = tree.deepCopy();
        JsonNode script = spec.remove(KEY);
        return new Lesson(RecordJson.spec(spec), RecordJson.read(Lesson.Script.class, script, KEY));
    }

    /// The text of a file, with every key.
    public static String write(Lesson lesson) {
        return JsonText.sections(tree(lesson));
    }

    private static ObjectNode tree(Lesson lesson) {
        ObjectNode tree = SpecJson.tree(lesson.spec()).deepCopy();
        tree.set(KEY, RecordJson.tree(lesson.script()));
        return tree;
    }

    /// The identity of a lesson: SHA-256 of its text without white space, as 64 hexadecimal digits.
    public static String fingerprint(Lesson lesson) {
        return sha256(JsonText.compact(tree(lesson)));
    }

    static String sha256(String text) {
        return HexFormat.of()
                .formatHex(LessonRecord.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
