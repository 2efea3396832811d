package mlpexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.lesson.LessonFile;
import mlpexplorer.experiment.lesson.Lessons;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class LessonOptionsTest {

    @Test
    void aLockedSettingCannotBeChanged() {
        Ran ran =
                Ran.with(
                        "train",
                        "--lesson",
                        "features-against-depth",
                        "--lesson-step",
                        "2",
                        "--set",
                        "model.hidden=4");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err())
                .isEqualTo(
                        "mlp-explorer: Step 2 of the lesson \"Features against depth\" locks the"
                                + " hidden layers.\n");
    }

    @Test
    void aFileOfALessonLocksTheSame(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.mlpx.json");
        Files.writeString(file, LessonFile.write(Lessons.named("xor-to-iris")));
        for (String verb : new String[] {"train", "check", "rate-range", "sweep"}) {
            Ran ran =
                    Ran.with(
                            verb,
                            "--spec",
                            file.toString(),
                            verb.equals("sweep") ? "--axis" : "--set",
                            verb.equals("sweep") ? "model.hidden=2,3" : "model.hidden=2");
            assertThat(ran.code()).as(verb).isEqualTo(3);
            assertThat(ran.err()).contains("locks the hidden layers");
        }
    }

    @Test
    void stepsThatDoNotExistAreTold() {
        assertThat(Ran.with("train", "--lesson-step", "1").err())
                .contains("--lesson-step is the step of a lesson");
        assertThat(Ran.with("train", "--lesson", "xor-to-iris", "--lesson-step", "5").err())
                .contains("--lesson-step is 5, but the lesson has 4 steps.");
    }

    @Test
    void lessonsAreListedAndShown() {
        assertThat(Ran.with("lessons").out().lines())
                .hasSize(6)
                .first()
                .isEqualTo("xor-to-iris              From XOR to Iris: 4 steps, 9 goals");
        assertThat(Ran.with("lessons", "features-against-depth").out())
                .startsWith("Features against depth\n\n1. Depth\n   The inputs are")
                .contains("   - Training accuracy of at least 100% with at most 6 parameters\n");
        assertThat(Ran.with("lessons", "--json").out()).contains("\"fingerprint\"");
    }
}
