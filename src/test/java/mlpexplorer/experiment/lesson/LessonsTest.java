package mlpexplorer.experiment.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecJson;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class LessonsTest {
    static final List<String> NAMES = Lessons.NAMES;

    /// The settings of the runs that solve each step of each lesson.
    private static final Map<String, List<List<List<String>>>> SOLUTIONS =
            Map.of(
                    "xor-to-iris",
                    List.of(
                            List.of(List.of()),
                            List.of(List.of("model.hidden=4", "training.stop.epochs=600")),
                            List.of(
                                    List.of(),
                                    List.of("training.regularizer.l2=0.0003"),
                                    List.of("training.regularizer.l2=0.01")),
                            List.of(
                                    List.of(),
                                    List.of(
                                            "training.regularizer=l2",
                                            "training.regularizer.l2=0.001"),
                                    List.of("training.stop.patience=20"))),
                    "mlp-the-hard-way",
                    List.of(
                            List.of(List.of()),
                            List.of(
                                    List.of("training.batch=1"),
                                    List.of(),
                                    List.of("training.batch=full")),
                            List.of(
                                    List.of("model.hidden=1"),
                                    List.of("model.hidden=2"),
                                    List.of("model.hidden=8"),
                                    List.of("model.hidden=10")),
                            List.of(List.of()),
                            List.of(
                                    List.of(),
                                    List.of("model.activation=tanh"),
                                    List.of("training.batch=20"))),
                    "backpropagation-by-hand",
                    List.of(
                            List.of(List.of("training.rate=1")),
                            List.of(
                                    List.of(),
                                    List.of("training.rate=0.01"),
                                    List.of("training.rate=0.3")),
                            List.of(List.of(), List.of("training.schedule=lossRatio"))),
                    "adam-on-the-spiral",
                    List.of(
                            List.of(List.of()),
                            List.of(
                                    List.of(),
                                    List.of("training.optimizer=sgd"),
                                    List.of("training.optimizer=momentum")),
                            List.of(
                                    List.of(),
                                    List.of("training.rate=0.003"),
                                    List.of("training.rate=0.03"),
                                    List.of("model.hidden=64,64"),
                                    List.of("training.batch=10")),
                            List.of(List.of("training.batch=10"))),
                    "rate-and-regularization",
                    List.of(
                            List.of(List.of()),
                            List.of(List.of(), List.of("training.schedule=step")),
                            List.of(List.of()),
                            List.of(
                                    List.of(),
                                    List.of("training.regularizer.l2=0.001"),
                                    List.of("training.regularizer.l2=0.01"))),
                    "features-against-depth",
                    List.of(
                            List.of(List.of("model.hidden=4,4")),
                            List.of(List.of("data.inputs=x1^2,x2^2")),
                            List.of(
                                    List.of("data.inputs=x1^2,x2^2"),
                                    List.of("data.inputs=x1,x2"))));

    @Test
    void thereIsALessonForEachCourseAndOneOnFeatures() {
        assertThat(Lessons.NAMES).hasSize(6).last().isEqualTo("features-against-depth");
        assertThat(NAMES.stream().map(Lessons::named).map(LessonFile::fingerprint))
                .doesNotHaveDuplicates();
    }

    @Test
    void noShippedLessonLetsTheSplitBeChosenForAScore() {
        assertThat(Lessons.NAMES.stream().map(Lessons::named))
                .allSatisfy(lesson ->
                        assertThat(lesson.steps())
                                .allSatisfy(step -> {
                                    assertThat(step.locks(Control.DATA)).isTrue();
                                    assertThat(step.locks(Control.PARTS)).isTrue();
                                    assertThat(step.locks(Control.DATA_SEEDS)).isTrue();
                                }));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void theSolutionOfALessonMeetsAllItsGoals(String name) {
        Lesson lesson = Lessons.named(name);
        LessonProgress progress = new LessonProgress(lesson);
        List<Attempt> attempts = new ArrayList<>();
        for (int step = 0; step < lesson.steps().size(); step++) {
            for (List<String> settings : SOLUTIONS.get(name).get(step)) {
                RunSpec spec = SpecJson.set(lesson.spec(step), settings);
                RunStart start = new RunStart(spec);
                RunResult result = new RunLoop(start, System::nanoTime).run(() -> false, _ -> {});
                Attempt attempt =
                        Attempt.of(step, start, result.end(), true, result.parameters().count())
                                .orElseThrow();
                lesson.requireAllowed(step, spec);
                attempts.add(attempt);
                progress.add(attempt);
            }
            for (int goal = 0; goal < lesson.steps().get(step).goals().size(); goal++) {
                assertThat(progress.isMet(step, goal))
                        .as(
                                "%s, step %d, %s: %s",
                                name,
                                step + 1,
                                lesson.steps().get(step).goals().get(goal).text(),
                                attempts.stream().map(Attempt::metrics).toList())
                        .isTrue();
            }
        }
        assertThat(progress.goalsMet()).isEqualTo(lesson.goals());
    }
}
