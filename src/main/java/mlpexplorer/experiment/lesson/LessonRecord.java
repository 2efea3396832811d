package mlpexplorer.experiment.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mlpexplorer.data.io.DataLoader;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.JsonText;
import mlpexplorer.experiment.RecordJson;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.nn.Score;
import mlpexplorer.training.EpochMetrics;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// What a bundle says about a lesson.
///
/// @param lesson fingerprint of the lesson
/// @param title title of the lesson
/// @param runs number of runs in the lesson
/// @param seconds time spent in the lesson
/// @param goals goals that are met
/// @param run index of the attempt that the bundle shows, if it can be trained again
/// @param attempts the attempts that met the goals
public record LessonRecord(
        String lesson,
        String title,
        int runs,
        double seconds,
        List<Met> goals,
        Optional<Integer> run,
        List<Attempt> attempts) {
    /// The name of its file in a bundle.
    public static final String FILE = "lesson.json";

    private static final int VERSION = 1;
    private static final int MAX_ATTEMPTS = 5_000;
    private static final int METRICS = 9;
    private static final String SEAL = "seal";
    private static final String FILES = "files";

    /// A goal that is met.
    ///
    /// @param step step, counted from 0
    /// @param goal goal of that step, counted from 0
    /// @param attempts indices of the attempts that met it
    public record Met(int step, int goal, List<Integer> attempts) {
        public Met {
            attempts = List.copyOf(attempts);
        }
    }

    public LessonRecord {
        goals = List.copyOf(goals);
        attempts = List.copyOf(attempts);
    }

    /// The text of the file.
    ///
    /// @param files SHA-256 of the other files of the bundle by name
    public String text(SequencedMap<String, String> files) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", VERSION).put("lesson", lesson).put("title", title);
        json.put("runs", runs).put("seconds", seconds);
        ArrayNode all = json.putArray("goals");
        for (Met met : goals) {
            ArrayNode proof =
                    all.addObject()
                            .put("step", met.step())
                            .put("goal", met.goal())
                            .putArray("attempts");
            met.attempts().forEach(proof::add);
        }
        run.ifPresent(index -> json.put("run", index));
        ArrayNode trained = json.putArray("attempts");
        attempts.forEach(attempt -> trained.add(tree(attempt)));
        ObjectNode digests = json.putObject(FILES);
        files.forEach(digests::put);
        json.put(SEAL, seal(json, lesson));
        return JsonText.sections(json);
    }

    /// A new SHA-256.
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /// The digest of everything but itself, which tells whether the record was edited.
    private static String seal(ObjectNode json, String lesson) {
        ObjectNode rest = json.deepCopy();
        rest.remove(SEAL);
        return LessonFile.sha256(lesson + "\n" + JsonText.compact(rest));
    }

    private static ObjectNode tree(Attempt attempt) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("step", attempt.step()).put("epochs", attempt.epochs());
        json.put("finished", attempt.finished()).put("checked", attempt.checked());
        json.put("parameters", attempt.parameters());
        EpochMetrics metrics = attempt.metrics();
        ArrayNode numbers = json.putArray("metrics").add(metrics.epoch()).add(metrics.updates());
        for (Score score : List.of(metrics.train(), metrics.validation(), metrics.test())) {
            numbers.add(score.loss()).add(score.metric());
        }
        numbers.add(metrics.penalty());
        json.set("spec", SpecJson.tree(attempt.spec()));
        return json;
    }

    /// The record in the text of the file. Throws [UserError] whose message is the end of the
    /// sentence "The bundle cannot be graded: …".
    ///
    /// @param lesson lesson that the bundle should belong to
    /// @param found SHA-256 of the other files of the bundle by name
    static LessonRecord read(String text, Lesson lesson, Map<String, String> found) {
        if (!(RecordJson.document(text, FILE) instanceof ObjectNode json)) {
            throw UserError.input(FILE + " is damaged.");
        }
        if (json.path("version").asInt() != VERSION) {
            throw UserError.input("it was written by another version of the program.");
        }
        String of = json.path("lesson").asText();
        if (!json.path(SEAL).asText().equals(seal(json, of))) {
            throw UserError.input(FILE + " was edited.");
        }
        requireLesson(json, lesson);
        requireFiles(json.path(FILES), found);
        return read(json, of);
    }

    private static void requireLesson(ObjectNode json, Lesson lesson) {
        if (json.path("lesson").asText().equals(LessonFile.fingerprint(lesson))) {
            return;
        }
        String title = json.path("title").asText();
        throw UserError.input(
                title.equals(lesson.title())
                        ? "it belongs to another version of this lesson."
                        : "it belongs to the lesson " + UserError.quoted(title) + ".");
    }

    private static void requireFiles(JsonNode digests, Map<String, String> found) {
        Map<String, String> recorded = new TreeMap<>();
        digests.properties().forEach(file -> recorded.put(file.getKey(), file.getValue().asText()));
        for (Map.Entry<String, String> file : new TreeMap<>(found).entrySet()) {
            String before = recorded.remove(file.getKey());
            if (!file.getValue().equals(before)) {
                throw UserError.input(
                        UserError.quoted(file.getKey())
                                + (before == null ? " was added." : " was edited."));
            }
        }
        if (!recorded.isEmpty()) {
            throw UserError.input(
                    UserError.quoted(recorded.keySet().iterator().next()) + " is missing.");
        }
    }

    private static LessonRecord read(ObjectNode json, String lesson) {
        List<Attempt> attempts = new ArrayList<>();
        if (json.path("attempts").size() > MAX_ATTEMPTS) {
            throw UserError.input("it has too many runs.");
        }
        json.path("attempts").forEach(each -> attempts.add(attempt(each)));
        List<Met> goals = new ArrayList<>();
        for (JsonNode goal : json.path("goals")) {
            List<Integer> proof = goal.path("attempts").valueStream().map(JsonNode::asInt).toList();
            requireIndices(proof, attempts);
            goals.add(new Met(goal.path("step").asInt(), goal.path("goal").asInt(), proof));
        }
        Optional<Integer> run = Optional.ofNullable(json.get("run")).map(JsonNode::asInt);
        requireIndices(run.stream().toList(), attempts);
        return new LessonRecord(
                lesson,
                json.path("title").asText(),
                json.path("runs").asInt(),
                json.path("seconds").asDouble(),
                goals,
                run,
                attempts);
    }

    private static void requireIndices(List<Integer> indices, List<Attempt> attempts) {
        if (indices.stream().anyMatch(index -> index < 0 || index >= attempts.size())) {
            throw UserError.input(FILE + " is damaged.");
        }
    }

    private static Attempt attempt(JsonNode json) {
        JsonNode numbers = json.path("metrics");
        if (numbers.size() != METRICS) {
            throw UserError.input(FILE + " is damaged.");
        }
        Attempt attempt =
                new Attempt(
                        json.path("step").asInt(),
                        RecordJson.spec(json.path("spec")),
                        json.path("epochs").asLong(),
                        json.path("finished").asBoolean(),
                        json.path("checked").asBoolean(),
                        json.path("parameters").asLong(),
                        new EpochMetrics(
                                numbers.path(0).asLong(),
                                numbers.path(1).asLong(),
                                score(numbers, 2),
                                score(numbers, 4),
                                score(numbers, 6),
                                number(numbers.path(8)),
                                Double.NaN));
        if (!DataLoader.named(attempt.spec().data()).isEmpty()) {
            throw UserError.input("a run in it uses a file, which is not read.");
        }
        return attempt;
    }

    private static Score score(JsonNode numbers, int at) {
        return new Score(number(numbers.path(at)), number(numbers.path(at + 1)));
    }

    private static double number(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : Double.NaN;
    }
}
