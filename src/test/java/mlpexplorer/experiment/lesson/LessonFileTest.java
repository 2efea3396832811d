package mlpexplorer.experiment.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class LessonFileTest {

    static Lesson lesson(String steps) {
        return LessonFile.read(
                "{\"lesson\": {\"title\": \"T\", \"steps\": [" + steps + "]}}", "The lesson");
    }

    @Test
    void aLessonIsReadBackUnchanged(@TempDir Path folder) throws IOException {
        for (String name : Lessons.NAMES) {
            Lesson lesson = Lessons.named(name);
            Path file = folder.resolve(name + ".mlpx.json");
            Files.writeString(file, LessonFile.write(lesson));
            assertThat(LessonFile.isLesson(file)).isTrue();
            assertThat(LessonFile.read(file)).isEqualTo(lesson);
            assertThat(LessonFile.fingerprint(LessonFile.read(file)))
                    .isEqualTo(LessonFile.fingerprint(lesson));
        }
    }

    @Test
    void theFingerprintDoesNotDependOnWhiteSpaceButOnEveryGoal() {
        String goal =
                "{\"title\":\"a\",\"text\":\"b\",\"goals\":[{\"type\":\"trained\",\"runs\":2}]}";
        String fingerprint = LessonFile.fingerprint(lesson(goal));
        assertThat(LessonFile.fingerprint(lesson(goal.replace(",", " ,\n "))))
                .isEqualTo(fingerprint);
        assertThat(LessonFile.fingerprint(lesson(goal.replace("2", "3"))))
                .isNotEqualTo(fingerprint);
        assertThat(fingerprint).matches("[0-9a-f]{64}");
    }

    @Test
    void aStepStartsWithItsSettings() {
        Lesson lesson =
                lesson(
                        "{\"title\":\"a\",\"text\":\"b\",\"set\":[\"training.rate=0.5\","
                                + "\"data=moons\"],\"locked\":\"rate\",\"hidden\":[\"data\"]}");
        RunSpec start = lesson.spec(0);
        assertThat(start.training().rate()).isEqualTo(0.5);
        assertThat(lesson.broken(0, start)).isEmpty();
        assertThat(lesson.broken(0, SpecJson.set(start, List.of("model.hidden=3")))).isEmpty();
        assertThat(lesson.broken(0, SpecJson.set(start, List.of("training.rate=0.6"))))
                .contains(Control.RATE);
        assertThat(lesson.broken(0, SpecJson.set(start, List.of("data.noise=0.3"))))
                .contains(Control.DATA);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"title":"a","text":"b","locked":["brakes"]} | lesson.steps[0].locked[0] is "brakes", but must be one of data, parts,
                    {"title":"a","text":"b","goals":[{"type":"run","command":"rm"}]} | lesson.steps[0].goals[0].type is "run", but must be one of score, gradientCheck, compared, trained.
                    {"title":"a","text":"b","goals":[{"runs":2}]} | lesson.steps[0].goals[0] is {"runs": 2}, but must be an object with a type
                    {"title":"a","text":"b","goals":[{"type":"trained","runs":1e9}]} | lesson.steps[0].goals[0].runs is 1,000,000,000, but must be from 1 to 1,000.
                    {"title":"a","text":"b","goals":[{"type":"score"}]} | lesson.steps[0].goals[0].atLeast and atMost are missing
                    {"title":"a","text":"b","goals":[{"type":"score","atLeast":1e300}]} | lesson.steps[0].goals[0].atLeast is
                    {"title":"a","text":"b","goals":[{"type":"score","measure":"r2","atLeast":0}]} | lesson.steps[0].goals[0].measure is r2, but the data has accuracy.
                    {"title":"a","text":"b","goals":[{"type":"compared","axis":"../../etc","values":2}]} | lesson.steps[0].goals[0].axis is "../../etc", which is not a setting
                    {"title":"a","text":"b","url":"http://x"} | lesson.steps[0].url is not known
                    {"title":"a","text":"b","set":["training.rate=1e9"]} | lesson.steps[0].set: training.rate is
                    {"title":"a","text":"b","set":["lesson.title=x"]} | lesson.steps[0].set: lesson is not known
                    {"title":"a","text":"b","set":["data={\\"type\\":\\"csv\\",\\"path\\":\\"/etc/passwd\\"}"]} | lesson.steps[0].set names the file "/etc/passwd", but a lesson can only use built-in data
                    {"title":"a","text":"b","set":["data={\\"type\\":\\"numpy\\",\\"path\\":\\"https://x/y.npz\\"}"]} | lesson.steps[0].set names the file
                    {"title":"a","text":""} | lesson.steps[0].text is missing or empty
                    {"text":"b"} | lesson.steps[0].title is missing or empty
                    {"title":"a\\u202e","text":"b"} | lesson.steps[0].title contains control characters
                    {"title":"a","text":"b","locked":["test"],"goals":[{"type":"score","part":"test","atLeast":1}]} | lesson.steps[0].goals[0].part is test, but the step locks test
                    7 | lesson.steps[0] is 7, but must be an object
                    """)
    void aStepThatCannotBeUsedIsToldWithItsPlace(String step, String message) {
        assertThatThrownBy(() -> lesson(step))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void sizesAreLimited() {
        String step = "{\"title\":\"a\",\"text\":\"b\"}";
        assertThatThrownBy(() -> lesson((step + ",").repeat(50) + step))
                .hasMessage("lesson.steps has 51 steps, but at most 50 are allowed.");
        assertThatThrownBy(() -> lesson(step.replace("b", "b".repeat(5000))))
                .hasMessage(
                        "lesson.steps[0].text has 5000 characters, but at most 4000 are allowed.");
        assertThatThrownBy(() -> lesson(""))
                .hasMessage("lesson.steps is empty, but a lesson needs at least one step.");
    }

    @Test
    void aDataFileOfTheSpecIsRefused() {
        assertThatThrownBy(() ->
                        LessonFile.read(
                                "{\"data\":{\"type\":\"csv\",\"path\":\"/x.csv\"},\"lesson\":"
                                        + "{\"title\":\"T\",\"steps\":[{\"title\":\"a\",\"text\":"
                                        + "\"b\"}]}}",
                                "The lesson"))
                .hasMessageStartingWith("data names the file \"/x.csv\"");
    }

    @Test
    void aSpecIsNoLesson(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.mlpx.json");
        Files.writeString(file, SpecJson.write(new RunSpec()));
        assertThat(LessonFile.isLesson(file)).isFalse();
        assertThatThrownBy(() -> LessonFile.read(file))
                .hasMessage(file + ": lesson is missing, so this is not a lesson.");
    }
}
