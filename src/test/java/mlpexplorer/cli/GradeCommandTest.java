package mlpexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mlpexplorer.experiment.JsonText;
import mlpexplorer.experiment.lesson.LessonFile;
import mlpexplorer.experiment.lesson.LessonRecord;
import mlpexplorer.experiment.lesson.Lessons;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

class GradeCommandTest {
    private static final String LESSON = "features-against-depth";

    @TempDir private Path folder;

    private Path bundle(String name, String... settings) {
        Path file = folder.resolve(name + ".zip");
        List<String> args =
                new ArrayList<>(
                        List.of(
                                "snapshot",
                                "--lesson",
                                LESSON,
                                "--lesson-step",
                                "2",
                                "--bundle",
                                file.toString()));
        for (String setting : settings) {
            args.addAll(List.of("--set", setting));
        }
        Ran ran = Ran.with(args.toArray(String[]::new));
        assertThat(ran.err()).isEmpty();
        return file;
    }

    private static Map<String, byte[]> files(Path bundle) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    /// A copy of a bundle with a changed file.
    private Path changed(Path bundle, String name, String file, UnaryOperator<String> change)
            throws IOException {
        Map<String, byte[]> files = files(bundle);
        String before = new String(files.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
        files.put(file, change.apply(before).getBytes(StandardCharsets.UTF_8));
        Path copy = folder.resolve(name + ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return copy;
    }

    /// The record with the seal of somebody who knows how it is made.
    private static String forged(String record, String before, String after) {
        try {
            ObjectNode json =
                    (ObjectNode) new ObjectMapper().readTree(record.replace(before, after));
            json.remove("seal");
            String text = json.path("lesson").asText() + "\n" + JsonText.compact(json);
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return JsonText.compact(json.put("seal", HexFormat.of().formatHex(digest)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode grade(Path... bundles) throws IOException {
        List<String> args = new ArrayList<>(List.of("grade", "--json", LESSON));
        for (Path bundle : bundles) {
            args.add(bundle.toString());
        }
        return new ObjectMapper().readTree(Ran.with(args.toArray(String[]::new)).out());
    }

    @Test
    void printsARowPerBundleWithGoalsAndFiguresTrainedAgain() {
        Path good = bundle("ada", "data.inputs=x1^2,x2^2");
        Path bad = bundle("bob");
        Ran ran = Ran.with("grade", LESSON, good.toString(), bad.toString());
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        List<String> lines = ran.out().lines().toList();
        assertThat(lines.getFirst())
                .startsWith("student,goals_met,goals,step_1_goal_1,step_2_goal_1,")
                .endsWith(",test_loss,test_accuracy,note");
        assertThat(lines.get(1)).startsWith("ada,1,4,0,1,0,0,1,").contains(",6,200,");
        assertThat(lines.get(2)).startsWith("bob,0,4,0,0,0,0,1,").contains(",6,200,");
        assertThat(lines).hasSize(3);
    }

    @Test
    void tellsWhatIsWrongWithABundleAndGradesTheOthers() throws IOException {
        Path good = bundle("ada", "data.inputs=x1^2,x2^2");
        Path edited = changed(good, "edited", "metrics.csv", text -> text.replace("1", "2"));
        Path record = changed(good, "record", "lesson.json", text -> text.replace("200", "100"));
        Path added = changed(good, "added", "more.txt", _ -> "x");
        Path plain = folder.resolve("plain.zip");
        Ran.with("snapshot", "--set", "training.stop.epochs=2", "--bundle", plain.toString());
        Path other = folder.resolve("other.zip");
        Ran.with("snapshot", "--lesson", "xor-to-iris", "--bundle", other.toString());
        Path later =
                changed(
                        good,
                        "later",
                        "lesson.json",
                        text -> forged(text, "\"version\": 1", "\"version\": 2"));
        Path revised =
                changed(
                        good,
                        "revised",
                        "lesson.json",
                        text ->
                                forged(
                                        text,
                                        LessonFile.fingerprint(Lessons.named(LESSON)),
                                        "0".repeat(64)));
        Path damaged = folder.resolve("damaged.zip");
        byte[] bytes = Files.readAllBytes(good);
        Files.write(damaged, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        Path text = folder.resolve("text.zip");
        Files.writeString(text, "no bundle");
        Path gone = folder.resolve("gone.zip");
        JsonNode grades =
                grade(
                        edited, record, added, plain, other, later, revised, damaged, text, gone,
                        folder, good);
        assertThat(grades.findValuesAsText("note"))
                .containsExactly(
                        "The bundle cannot be graded: \"metrics.csv\" was edited.",
                        "The bundle cannot be graded: lesson.json was edited.",
                        "The bundle cannot be graded: \"more.txt\" was added.",
                        "The bundle cannot be graded: it was not saved within a lesson.",
                        "The bundle cannot be graded: it belongs to the lesson \"From XOR to"
                                + " Iris\".",
                        "The bundle cannot be graded: it was written by another version of the"
                                + " program.",
                        "The bundle cannot be graded: it belongs to another version of this"
                                + " lesson.",
                        "The bundle cannot be graded: it is damaged, or no bundle.",
                        "The bundle cannot be graded: it is damaged, or no bundle.",
                        "The bundle cannot be graded: there is no such file or folder.",
                        "The bundle cannot be graded: it is a folder.",
                        "");
        assertThat(grades.get(11).get("goalsMet").asInt()).isEqualTo(1);
        Ran ran = Ran.with("grade", LESSON, gone.toString(), good.toString());
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err())
                .isEqualTo(
                        "mlp-explorer: 1 of 2 bundles could not be graded; the column note says"
                                + " why.\n");
        assertThat(ran.out().lines()).hasSize(3);
    }

    @Test
    void forgedFiguresAreNotBelieved() throws IOException {
        Path bad = bundle("bob");
        Path claimed =
                changed(
                        bad,
                        "claimed",
                        "lesson.json",
                        text ->
                                forged(
                                        text,
                                        "\"goals\": []",
                                        "\"goals\": [{\"step\": 1, \"goal\": 0, \"attempts\":"
                                                + " [0]}]"));
        JsonNode grade = grade(claimed).get(0);
        assertThat(grade.get("goalsMet").asInt()).isZero();
        assertThat(grade.get("note").asText())
                .isEqualTo("The bundle claims 1 goal, but its runs, trained again, meet 0.");
    }

    @Test
    void oneRunThatIsRecordedThreeTimesIsNotThreeRuns() throws IOException {
        Path one = folder.resolve("one.zip");
        String[] args = {
            "snapshot",
            "--lesson",
            "xor-to-iris",
            "--lesson-step",
            "4",
            "--set",
            "training.stop.epochs=2",
            "--bundle",
            one.toString()
        };
        assertThat(Ran.with(args).err()).isEmpty();
        Path thrice = changed(one, "thrice", "lesson.json", GradeCommandTest::recordedThrice);
        Ran ran = Ran.with("grade", "--json", "xor-to-iris", thrice.toString());
        JsonNode grade = new ObjectMapper().readTree(ran.out()).get(0);
        assertThat(grade.get("goalsMet").asInt()).isZero();
        assertThat(grade.get("note").asText()).startsWith("The bundle claims 1 goal, but");
    }

    private static String recordedThrice(String record) {
        try {
            ObjectNode json = (ObjectNode) new ObjectMapper().readTree(record);
            JsonNode run = json.get("attempts").get(0);
            json.putArray("attempts").add(run).add(run).add(run);
            json.putArray("goals")
                    .addObject()
                    .put("step", 3)
                    .put("goal", 2)
                    .putArray("attempts")
                    .add(0)
                    .add(1)
                    .add(2);
            return forged(json.toString(), "none", "none");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aForgedRunOutsideTheLimitsOfTheStepIsNotGraded() throws IOException {
        Path good = bundle("ada", "data.inputs=x1^2,x2^2");
        Path unlocked =
                changed(
                        good,
                        "unlocked",
                        "lesson.json",
                        text -> forged(text, "\"hidden\": []", "\"hidden\": [8]"));
        assertThat(grade(unlocked).get(0).get("note").asText())
                .isEqualTo(
                        "The bundle cannot be graded: a run changes the hidden layers, which step 2"
                                + " locks.");
        Path reader =
                changed(
                        good,
                        "reader",
                        "lesson.json",
                        text ->
                                forged(
                                        text,
                                        "\"type\": \"circles\", \"samples\": 300, \"noise\": 0.1,",
                                        "\"type\": \"csv\", \"path\": \"/etc/passwd\","));
        assertThat(grade(reader).get(0).get("note").asText())
                .isEqualTo(
                        "The bundle cannot be graded: a run in it uses a file, which is not"
                                + " read.");
    }

    @Test
    void aRunThatTakesTooLongIsGivenUp() throws IOException {
        Path good = bundle("ada", "data.inputs=x1^2,x2^2");
        Path slow =
                changed(
                        good,
                        "slow",
                        "lesson.json",
                        text ->
                                forged(
                                        text.replace("\"epochs\": 200", "\"epochs\": 900000000"),
                                        "no",
                                        "no"));
        Ran ran = Ran.with("grade", "--limit", "0.2", LESSON, slow.toString());
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.out())
                .contains(
                        "The bundle cannot be graded: training a run again takes more than 0.2 s.");
    }

    @Test
    void wrongUseIsTold() {
        assertThat(Ran.with("grade", LESSON).code()).isEqualTo(2);
        assertThat(Ran.with("grade", "nothing", "a.zip").err())
                .startsWith(
                        "mlp-explorer: There is no lesson or file \"nothing\"; the lessons are");
        assertThat(Ran.with("grade", "--jobs", "0", LESSON, "a.zip").code()).isEqualTo(2);
    }

    @Test
    void theRecordOfTheBundleNamesTheLesson() throws IOException {
        Path good = bundle("ada", "data.inputs=x1^2,x2^2");
        JsonNode record = new ObjectMapper().readTree(files(good).get(LessonRecord.FILE));
        assertThat(record.get("lesson").asText())
                .isEqualTo(LessonFile.fingerprint(Lessons.named(LESSON)));
        assertThat(record.get("files").has("spec.json")).isTrue();
        assertThat(record.get("attempts").get(0).get("metrics").get(6).isNull())
                .as("test loss, which the step hides")
                .isTrue();
    }
}
