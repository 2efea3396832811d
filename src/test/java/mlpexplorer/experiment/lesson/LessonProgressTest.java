package mlpexplorer.experiment.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.nn.Score;
import mlpexplorer.training.EpochMetrics;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class LessonProgressTest {
    private static final String STEP =
            """
            {"title": "a", "text": "b", "locked": ["data"],
             "goals": [{"type": "score", "atLeast": 0.95, "maxParameters": 60, "maxEpochs": 100},
                       {"type": "gradientCheck"},
                       {"type": "compared", "axis": "training.rate", "values": 3},
                       {"type": "trained", "runs": 2}]}\
            """;

    private final Lesson lesson = LessonFileTest.lesson(STEP + "," + STEP);
    private final LessonProgress progress = new LessonProgress(lesson);

    private Attempt attempt(double accuracy, long parameters, long epochs, String... settings) {
        RunSpec spec = SpecJson.set(lesson.spec(0), List.of(settings));
        Score score = new Score(0.1, accuracy);
        EpochMetrics metrics = new EpochMetrics(epochs, epochs, score, score, score, 0, 0.03);
        return new Attempt(0, spec, epochs, true, false, parameters, metrics);
    }

    @Test
    void aScoreNeedsAllItsBounds() {
        assertThat(progress.add(attempt(0.94, 60, 100))).isFalse();
        assertThat(progress.add(attempt(0.95, 61, 100))).isFalse();
        assertThat(progress.add(attempt(0.95, 60, 101))).isFalse();
        assertThat(progress.isMet(0, 0)).isFalse();
        assertThat(progress.add(attempt(0.95, 60, 100))).isTrue();
        assertThat(progress.isMet(0, 0)).isTrue();
        assertThat(progress.isMet(1, 0)).isFalse();
    }

    @Test
    void onlyRunsThatDifferInOneSettingAreCompared() {
        progress.add(attempt(0, 99, 9, "training.rate=0.1"));
        progress.add(attempt(0, 99, 9, "training.rate=0.2", "model.hidden=3"));
        progress.add(attempt(0, 99, 9, "training.rate=0.3", "seeds.init=7"));
        progress.add(attempt(0, 99, 9, "training.rate=0.3", "seeds.init=8"));
        assertThat(progress.isMet(0, 2)).isFalse();
        progress.add(attempt(0, 99, 9, "training.rate=0.4"));
        assertThat(progress.isMet(0, 2)).isTrue();
    }

    @Test
    void equalRunsCountOnce() {
        progress.add(attempt(0, 99, 9));
        progress.add(attempt(0, 99, 9));
        assertThat(progress.isMet(0, 3)).isFalse();
        progress.add(attempt(0, 99, 9, "seeds.init=2"));
        assertThat(progress.isMet(0, 3)).isTrue();
    }

    @Test
    void aRunThatChangesWhatIsLockedDoesNotCount() {
        assertThat(progress.add(attempt(1, 10, 9, "data.noise=0.01"))).isFalse();
        assertThat(progress.goalsMet()).isZero();
    }

    @Test
    void theRecordHoldsOnlyRunsThatMetGoals() {
        progress.count();
        progress.add(attempt(0.5, 10, 9));
        progress.add(attempt(0.99, 10, 9, "training.rate=0.2"));
        LessonRecord record = progress.record(Optional.empty(), 12);
        assertThat(record.goals()).hasSize(2);
        assertThat(record.attempts()).hasSize(2);
        assertThat(record.runs()).isEqualTo(1);
        assertThat(record.lesson()).isEqualTo(LessonFile.fingerprint(lesson));
    }
}
