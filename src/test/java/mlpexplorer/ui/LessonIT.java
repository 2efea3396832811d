package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.MenuBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;

import mlpexplorer.Wait;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Input;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.lesson.Control;
import mlpexplorer.experiment.lesson.Goal;
import mlpexplorer.experiment.lesson.Grade;
import mlpexplorer.experiment.lesson.Grader;
import mlpexplorer.experiment.lesson.Lesson;
import mlpexplorer.experiment.lesson.LessonFile;
import mlpexplorer.experiment.lesson.Lessons;
import mlpexplorer.ui.controls.ThemeChoice;
import mlpexplorer.ui.controls.Visibility;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A lesson in the window.
class LessonIT extends WindowTestCase {
    private static final Lesson FEATURES = Lessons.named("features-against-depth");

    private void start(String name) {
        await(() ->
                lookup("#menu-bar").queryAs(MenuBar.class).getMenus().stream()
                        .filter(menu -> "lessons-menu".equals(menu.getId()))
                        .anyMatch(menu -> menu.getItems().size() >= Lessons.NAMES.size() + 4));
        choose("menu-lesson-" + name);
        await(() -> isShown("#lesson-strip"));
    }

    private boolean isShown(String id) {
        return lookup(id).queryAll().stream().anyMatch(Visibility::now);
    }

    private boolean isDisabled(String id) {
        return call(() -> lookup(id).query().isDisabled());
    }

    private RunSpec spec() {
        return call(() -> workbench().spec());
    }

    private String status() {
        return labelText("#status-notice");
    }

    @Test
    void aStepShowsItsTextAndGoalsAndTicksThem() {
        open(ThemeChoice.LIGHT, new RunSpec());
        start("features-against-depth");
        assertThat(labelText("#lesson-step"))
                .isEqualTo("Features against depth · Step 1 of 3: Depth");
        assertThat(labelText("#lesson-step-text")).startsWith("The inputs are the plain features");
        assertThat(labelText("#lesson-goal-1")).isEqualTo("Training accuracy of at least 95%");
        assertThat(spec()).isEqualTo(FEATURES.spec(0));
        show("#add-layer");
        click("#add-layer");
        assertThat(spec().model().hidden()).containsExactly(8);
        trainToTheEnd();
        await(() -> explorer().workbench().lesson().isMet(0));
        assertThat(lookup("#lesson-goal-1").query().getStyleClass()).contains("met");
        assertThat(isDisabled("#lesson-previous")).isTrue();
        interact(() -> workbench().lesson().end());
        assertThat(isShown("#lesson-strip")).isFalse();
    }

    @Test
    void whatIsLockedCannotBeChangedByMouseOrKeyboard() {
        open(ThemeChoice.LIGHT, new RunSpec());
        start("features-against-depth");
        click("#lesson-next");
        RunSpec locked = spec();
        assertThat(locked).isEqualTo(FEATURES.spec(1));
        for (String id : List.of("#add-layer", "#dataset-moons", "#noise-slider", "#split")) {
            assertThat(isDisabled(id)).as(id).isTrue();
        }
        assertThat(isDisabled("#rate-slider")).isFalse();
        push(KeyCode.L);
        await(() -> isShown("#diagram-add-layer"));
        assertThat(isDisabled("#diagram-add-layer")).isTrue();
        push(KeyCode.L);
        push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(spec()).as("undo to before the lesson").isEqualTo(locked);
        assertThat(status()).contains("locks", "end the lesson");
        click("#input-x1-squared");
        assertThat(spec().split().inputs()).contains(Input.X1_SQUARED);
        push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(spec()).as("undo of what is free").isEqualTo(locked);
    }

    @Test
    void whatIsLockedCannotBeChangedByOtherWays() throws IOException {
        open(ThemeChoice.LIGHT, new RunSpec());
        start("features-against-depth");
        click("#lesson-next");
        RunSpec locked = spec();
        choose("menu-preset-spiral-mlp");
        assertThat(spec()).as("preset").isEqualTo(locked);
        assertThat(status())
                .isEqualTo(
                        "Step 2 of the lesson \"Features against depth\" locks the data. To change"
                                + " it, end the lesson.");
        interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(SpecJson.write(locked.withData(new DataSpec.Moons())));
            Clipboard.getSystemClipboard().setContent(content);
            workbench().notice().show("");
        });
        choose("menu-edit-paste-spec");
        await(() -> status().contains("locks the data"));
        assertThat(spec()).as("paste").isEqualTo(locked);
        Path file = home.resolve("other.mlpx.json");
        Files.writeString(file, SpecJson.write(new RunSpec()));
        interact(() -> workbench().notice().show(""));
        interact(() -> explorer().open(file));
        await(() -> status().contains("locks the hidden layers"));
        assertThat(spec()).as("drop").isEqualTo(locked);
        Path table = Path.of("data/iris.csv").toAbsolutePath();
        interact(() -> workbench().notice().show(""));
        interact(() -> explorer().open(table));
        await(() -> status().contains("locks the data"));
        assertThat(spec()).as("table").isEqualTo(locked);
        choose("menu-edit-reset");
        assertThat(spec()).as("reset").isEqualTo(locked);
    }

    @Test
    void hiddenControlsAreNotShownAndComeBack() {
        open(ThemeChoice.LIGHT, new RunSpec());
        start("xor-to-iris");
        assertThat(isShown("#clip")).isFalse();
        assertThat(isShown("#regularization-section")).isFalse();
        assertThat(isShown("#schedule")).isFalse();
        assertThat(isShown("#rate")).isTrue();
        choose("menu-lessons-end");
        click("#lesson-over-yes");
        await(() -> !isShown("#lesson-strip"));
        assertThat(isShown("#regularization-section")).isTrue();
        assertThat(isDisabled("#dataset-moons")).isFalse();
        click("#dataset-moons");
        assertThat(spec().data()).isInstanceOf(DataSpec.Moons.class);
    }

    @Test
    void theTestPartStaysHiddenInAStepThatLocksIt() {
        open(ThemeChoice.LIGHT, new RunSpec());
        start("features-against-depth");
        assertThat(call(() -> explorer().workbench().lesson().locks(Control.TEST))).isTrue();
        choose("menu-view-test-lock");
        push(KeyCode.T);
        assertThat(labelText("#status-test")).doesNotContain("%");
        click("#lesson-next");
        click("#lesson-next");
        await(() -> labelText("#lesson-step").contains("Step 3"));
        assertThat(isDisabled("#lesson-next")).isTrue();
    }

    @Test
    void theBundleOfALessonIsGraded() throws IOException {
        open(ThemeChoice.LIGHT, new RunSpec());
        start("features-against-depth");
        click("#lesson-next");
        interact(() ->
                workbench()
                        .change(now ->
                                now.withSplit(
                                        now.split()
                                                .withInputs(
                                                        List.of(
                                                                Input.X1_SQUARED,
                                                                Input.X2_SQUARED)))));
        trainToTheEnd();
        await(() -> workbench().lesson().isMet(0));
        Path bundle = home.resolve("ada.zip");
        answer.set(Optional.of(bundle));
        choose("menu-file-save-bundle");
        Wait.until(() -> Files.exists(bundle));
        List<Grade> grades =
                new Grader(FEATURES, Grader.SECONDS).all(List.of(bundle), 1, () -> false, () -> {});
        assertThat(grades.getFirst().note()).isEmpty();
        assertThat(grades.getFirst().goals()).containsExactly(false, true, false, false);
        assertThat(grades.getFirst().run()).isPresent();
    }

    @Test
    void aGradientCheckMeetsItsGoal() {
        open(ThemeChoice.LIGHT, new RunSpec());
        start("mlp-the-hard-way");
        choose("menu-labs-gradient-check");
        assertThat(isShown("#lesson-strip")).as("on every page").isTrue();
        click("#lab-gradient-check-run");
        await(() -> workbench().lesson().isMet(0));
    }

    @Test
    void aLessonIsMadeByTicking() throws IOException {
        open(ThemeChoice.LIGHT, new RunSpec());
        choose("menu-lessons-make");
        await(() -> isShown("#lesson-form"));
        click("#lesson-form-save");
        assertThat(labelText("#lesson-form-problem"))
                .isEqualTo("Fill in the titles and the text first.");
        enterText("#lesson-form-title", "Two circles");
        enterText("#lesson-form-step", "Units");
        enterText("#lesson-form-text", "Use few units.");
        click("#lock-data");
        click("#hide-seeds");
        click("#lesson-form-metric-check");
        click("#lesson-form-parameters-check");
        Path file = home.resolve("made.mlpx.json");
        answer.set(Optional.of(file));
        click("#lesson-form-save");
        Wait.until(() -> Files.exists(file));
        Lesson made = LessonFile.read(file);
        assertThat(made.title()).isEqualTo("Two circles");
        assertThat(made.spec()).isEqualTo(new RunSpec());
        Lesson.Step step = made.steps().getFirst();
        assertThat(step.locked()).containsExactly(Control.DATA);
        assertThat(step.hidden()).containsExactly(Control.SEEDS);
        assertThat(step.goals().stream().map(Goal::text))
                .containsExactly("Validation accuracy of at least 95% with at most 60 parameters");
        interact(() -> explorer().open(file));
        await(() -> isShown("#lesson-strip"));
        assertThat(isDisabled("#dataset-moons")).isTrue();
    }

    private void enterText(String id, String text) {
        interact(() -> lookup(id).queryAs(TextInputControl.class).setText(text));
    }

    @Test
    void aLessonThatCannotBeUsedChangesNothing() throws IOException {
        open(ThemeChoice.LIGHT, new RunSpec());
        Path file = home.resolve("bad.mlpx.json");
        Files.writeString(
                file,
                LessonFile.write(FEATURES)
                        .replace("\"locked\": [\"data\"", "\"locked\": [\"gas\""));
        interact(() -> explorer().open(file));
        await(() -> status().contains("lesson.steps[0].locked[0] is \"gas\""));
        assertThat(isShown("#lesson-strip")).isFalse();
        assertThat(spec()).isEqualTo(new RunSpec());
    }

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void pictures(ThemeChoice theme) throws IOException {
        open(theme, new RunSpec());
        click("#first-steps-close");
        start("xor-to-iris");
        trainToTheEnd();
        await(() -> workbench().lesson().isMet(0));
        take("lesson-" + name(theme));
        choose("menu-lessons-make");
        await(() -> isShown("#lesson-form"));
        take("lesson-form-" + name(theme));
    }
}
