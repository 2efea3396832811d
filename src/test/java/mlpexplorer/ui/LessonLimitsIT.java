package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import mlpexplorer.Wait;
import mlpexplorer.data.Split;
import mlpexplorer.experiment.ModelFile;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.TrainedModel;
import mlpexplorer.experiment.lesson.Control;
import mlpexplorer.experiment.lesson.Goal;
import mlpexplorer.experiment.lesson.Lesson;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.nn.ParameterPlace;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.ShortestDecimal;
import mlpexplorer.training.ParameterEdit;
import mlpexplorer.training.Phase;
import mlpexplorer.ui.controls.Overlay;
import mlpexplorer.ui.controls.ThemeChoice;
import mlpexplorer.ui.lesson.LessonForm;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a lesson locks, by the less obvious ways around it.
class LessonLimitsIT extends WindowTestCase {
    private static final RunSpec SHORT =
            SpecJson.set(new RunSpec(), List.of("training.stop.epochs=20", "data.samples=100"));

    private static Lesson.Step step(List<Control> locked, Goal... goals) {
        return new Lesson.Step("A step", "A text.", List.of(), locked, List.of(), List.of(goals));
    }

    private void start(Lesson.Step... steps) {
        Lesson lesson = new Lesson(SHORT, new Lesson.Script("A lesson", List.of(steps)));
        interact(() -> workbench().lesson().start(lesson));
        await(() -> workbench().frameProperty().get().isPresent());
    }

    private String status() {
        return labelText("#status-notice");
    }

    private void sweepRates() {
        click("#sweep-page-button");
        interact(() ->
                lookup("#sweep-template-field").queryComboBox().getSelectionModel().select(2));
        enter("#sweep-repeats-field", "1");
    }

    @Test
    void aSweepOverALockedSettingIsRefused() {
        open(ThemeChoice.LIGHT, SHORT);
        start(step(List.of(Control.RATE)));
        sweepRates();
        await(() ->
                labelText("#sweep-count")
                        .startsWith(
                                "Step 1 of the lesson \"A lesson\" locks the learning rate. To"));
        assertThat(lookup("#sweep-run").query().isDisabled()).isTrue();
        interact(() -> workbench().lesson().end());
        await(() -> !lookup("#sweep-run").query().isDisabled());
    }

    @Test
    void aSweepThatWouldChangeALockedSeedIsRefused() {
        open(ThemeChoice.LIGHT, SHORT);
        start(step(List.of(Control.SEEDS)));
        sweepRates();
        enter("#sweep-repeats-field", "2");
        interact(() -> lookup("#sweep-run").queryButton().fire());
        await(() -> labelText("#sweep-status").contains("locks the seeds of weights and batches"));
        assertThat(savedRuns()).isEmpty();
    }

    @Test
    void theRunsOfASweepMeetGoals() {
        open(ThemeChoice.LIGHT, SHORT);
        start(step(List.of(Control.DATA), new Goal.Compared(), new Goal.Trained(7)));
        sweepRates();
        interact(() -> lookup("#sweep-run").queryButton().fire());
        await(() -> labelText("#sweep-status").startsWith("6 runs in "));
        assertThat(call(() -> workbench().lesson().isMet(0))).isTrue();
        assertThat(call(() -> workbench().lesson().isMet(1))).as("six runs").isFalse();
        click("#explore-page-button");
        trainToTheEnd();
        assertThat(call(() -> workbench().lesson().isMet(1)))
                .as("a run with the rate of one of them")
                .isFalse();
    }

    @Test
    void runsOfOtherDataCannotBeOpenedFromAnEarlierSweep() {
        open(ThemeChoice.LIGHT, SHORT);
        sweepRates();
        interact(() -> lookup("#sweep-run").queryButton().fire());
        await(() -> labelText("#sweep-status").startsWith("6 runs in "));
        start(step(List.of(Control.RATE)));
        RunSpec locked = call(() -> workbench().spec());
        click("#sweep-open-button");
        await(() -> status().contains("locks the learning rate"));
        assertThat(call(() -> workbench().spec())).isEqualTo(locked);
    }

    @Test
    void theDatabaseAndExportedFilesHoldNoTestMetricsWhileTheTestPartIsLocked() throws IOException {
        open(ThemeChoice.LIGHT, SHORT);
        trainToTheEnd();
        await(() -> !savedRuns().isEmpty());
        start(step(List.of(Control.TEST)), step(List.of()));
        await(() -> phase() instanceof Phase.Ready || epoch() >= 0);
        trainToTheEnd();
        await(() -> savedRuns().size() == 2);
        List<RunSummary> runs = savedRuns();
        assertThat(runs.getLast().progress().metrics().test().loss()).as("before").isPositive();
        assertThat(runs.getFirst().progress().metrics().test().loss()).as("lesson").isNaN();
        assertThat(runs.getFirst().progress().metrics().validation().loss()).isPositive();
        double loss = frame().metrics().test().loss();
        String digits = ShortestDecimal.text(loss).substring(0, 8);
        assertThat(loss).isPositive();
        Path model = save("menu-export-model", "a.mlpm.zip");
        TrainedModel saved = ModelFile.read(model);
        assertThat(saved.checkpoint().orElseThrow().metrics().test().loss()).isNaN();
        assertThat(Files.readString(save("menu-file-save-curves", "curves.csv")))
                .doesNotContain(digits);
        Path script = home.resolve("out").resolve("train_numpy.py");
        Files.createDirectories(script.getParent());
        answer.set(Optional.of(script));
        choose("menu-export-numpy");
        await(() -> !lookup("#script-save-button").queryAll().isEmpty());
        click("#script-save-button");
        Wait.until(() -> Files.exists(script));
        try (Stream<Path> files = Files.list(script.getParent())) {
            assertThat(files.toList())
                    .hasSizeGreaterThan(2)
                    .allSatisfy(file ->
                            assertThat(
                                            new String(
                                                    Files.readAllBytes(file),
                                                    StandardCharsets.ISO_8859_1))
                                    .doesNotContain(digits));
        }
    }

    private Path save(String item, String name) {
        Path file = home.resolve(name);
        answer.set(Optional.of(file));
        choose(item);
        Wait.until(() -> Files.exists(file));
        return file;
    }

    @Test
    void theEditOfAWeightCannotBeUndoneInAStepThatLocksTheWeights() {
        open(ThemeChoice.LIGHT, SHORT);
        start(step(List.of()), step(List.of(Control.WEIGHTS)));
        trainToTheEnd();
        ParameterPlace place = new ParameterPlace.Bias(0, 0);
        interact(() -> workbench().edit(new ParameterEdit(place, 5)));
        await(() -> place.read(frame().parameters()) == 5);
        interact(() -> workbench().lesson().show(1));
        await(() -> place.read(frame().parameters()) != 5);
        push(KeyCode.CONTROL, KeyCode.Z);
        push(KeyCode.CONTROL, KeyCode.Y);
        interact(() -> workbench().edit(new ParameterEdit(place, 5)));
        await(() -> status().contains("locks the weights"));
        assertThat(place.read(frame().parameters())).isNotEqualTo(5);
    }

    @Test
    void aModelWhoseWeightsAreLockedChangesNothing() throws IOException {
        open(ThemeChoice.LIGHT, SHORT);
        trainToTheEnd();
        RunSpec other = SHORT.withTraining(SHORT.training().withRate(0.5));
        Path model = home.resolve("a.mlpm.zip");
        Split split = frame().split();
        Parameters weights = frame().parameters();
        ModelFile.write(model, TrainedModel.of(other, split, weights, 3));
        start(step(List.of(Control.WEIGHTS)));
        RunSpec before = call(() -> workbench().spec());
        interact(() -> explorer().open(model));
        await(() -> status().contains("locks the weights"));
        assertThat(call(() -> workbench().spec())).isEqualTo(before);
    }

    @Test
    void aLessonThatStartsWithTheSettingsOfTheWindowStartsWithANewRun() {
        open(ThemeChoice.LIGHT, SHORT);
        trainToTheEnd();
        start(step(List.of(Control.TEST), new Goal.Trained()));
        await(() -> phase() instanceof Phase.Ready);
        assertThat(call(() -> workbench().lesson().isMet(0))).isFalse();
    }

    @Test
    void aLessonOfSeveralStepsIsMade() {
        open(ThemeChoice.LIGHT, SHORT);
        List<Lesson> made = new ArrayList<>();
        Overlay window = new Overlay();
        LessonForm form = call(() -> new LessonForm(SHORT, made::add, window::close));
        interact(() -> type(form, "title", "Three"));
        typeStep(form, "Second", "training.rate=0.5 model.hidden=4");
        press(form, "add");
        typeStep(form, "Third", "");
        press(form, "add");
        typeStep(form, "Gone", "");
        press(form, "remove");
        press(form, "previous");
        press(form, "add");
        typeStep(form, "First", "");
        press(form, "earlier");
        press(form, "save");
        Lesson lesson = made.getFirst();
        assertThat(lesson.steps().stream().map(Lesson.Step::title))
                .containsExactly("First", "Second", "Third");
        assertThat(lesson.spec(1).training().rate()).isEqualTo(0.5);
        assertThat(lesson.spec(1).model().hidden()).containsExactly(4);
        assertThat(lesson.spec(2)).isEqualTo(SHORT);
        press(form, "add");
        typeStep(form, "Wrong", "training.rate=fast");
        press(form, "save");
        assertThat(call(() -> ((Label) form.lookup("#lesson-form-problem")).getText()))
                .startsWith("lesson.steps[1].set: ");
        assertThat(made).hasSize(1);
    }

    private void typeStep(LessonForm form, String title, String set) {
        interact(() -> {
            type(form, "step", title);
            type(form, "text", "A text.");
            type(form, "set", set);
        });
    }

    private static void type(LessonForm form, String field, String text) {
        ((TextInputControl) form.lookup("#lesson-form-" + field)).setText(text);
    }

    private void press(LessonForm form, String button) {
        interact(() -> ((Button) form.lookup("#lesson-form-" + button)).fire());
    }
}
