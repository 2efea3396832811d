package mlpexplorer.ui.confusion;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.data.Split.Part;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.controls.RobotTestCase;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.workbench.ConfusionCell;
import mlpexplorer.ui.workbench.Workbench;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.function.BooleanSupplier;

class ConfusionViewIT extends RobotTestCase {
    private final Workbench workbench = new Workbench(new RunSpec().withData(new DataSpec.Iris()));
    private Stage stage;
    private ConfusionView view;

    @Override
    public void start(Stage shared) {
        stage = new Stage();
        view = new ConfusionView(workbench);
        Scene scene = new Scene(view, 460, 560);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @AfterEach
    void close() {
        interact(view::close);
        interact(workbench::close);
        interact(stage::hide);
    }

    @Test
    void theMatrixOfTheValidationPartIsShownFirst() {
        until(() -> text("#confusion-accuracy").endsWith("of 30"));

        int right = (int) Math.round(frame().metrics().validation().metric() * 30);
        assertThat(text("#confusion-accuracy")).contains("· " + right + " of 30");
        assertThat(lookup("#confusion-table").queryAs(TableView.class).getItems().size())
                .isEqualTo(3);
    }

    @Test
    void withoutRowsToValidateTheTrainingPartIsShownFirst() {
        interact(() -> workbench.change(_ -> Presets.named("spiral-mlp").start().spec()));
        until(() -> text("#confusion-accuracy").endsWith("of 300"));
        assertThat(lookup("#confusion-train").queryAs(ToggleButton.class).isSelected()).isTrue();

        interact(() -> workbench.change(_ -> new RunSpec().withData(new DataSpec.Iris())));

        until(() -> text("#confusion-accuracy").endsWith("of 30"));
        assertThat(lookup("#confusion-validation").queryAs(ToggleButton.class).isSelected())
                .isTrue();
    }

    @Test
    void anotherPartCanBeChosen() {
        until(() -> text("#confusion-accuracy").endsWith("of 30"));

        clickOn("#confusion-train");

        until(() -> text("#confusion-accuracy").endsWith("of 90"));
    }

    @Test
    void itFollowsTheRun() {
        until(() -> text("#confusion-accuracy").endsWith("of 30"));
        clickOn("#confusion-train");
        interact(workbench::play);

        until(() -> frame().epoch() > 20);
        interact(workbench::pause);

        until(() ->
                !workbench.isRunning()
                        && text("#confusion-accuracy")
                                .contains(
                                        "· "
                                                + Math.round(
                                                        frame().metrics().train().metric() * 90)
                                                + " of 90"));
    }

    @Test
    void theCellUnderTheArrowKeysIsReadAloud() {
        until(() -> text("#confusion-accuracy").endsWith("of 30"));
        interact(() -> lookup("#confusion-matrix").query().requestFocus());

        type(KeyCode.RIGHT);
        assertThat(text("#confusion-reading")).contains("class setosa predicted correctly");
        type(KeyCode.RIGHT);

        Split split = frame().split();
        int setosas = 0;
        for (int row = 0; row < split.validation().rows(); row++) {
            setosas += split.validation().label(row) == 0 ? 1 : 0;
        }
        assertThat(text("#confusion-reading"))
                .contains(" of the " + setosas + " rows of class setosa predicted as versicolor");
        type(KeyCode.ESCAPE);
        assertThat(text("#confusion-reading")).isEmpty();
    }

    @Test
    void aClickSelectsTheRowsOfACellAndASecondClickClearsThem() {
        until(() -> text("#confusion-accuracy").endsWith("of 30"));
        interact(() -> lookup("#confusion-matrix").query().requestFocus());
        type(KeyCode.RIGHT, 2);
        type(KeyCode.ENTER);
        ConfusionCell cell = new ConfusionCell(Part.VALIDATION, 0, 1);
        assertThat(view.selectedProperty().get()).contains(cell);

        Node outline = lookup(".confusion-selected").query();
        assertThat(outline.isVisible()).isTrue();
        clickOn(outline);
        assertThat(view.selectedProperty().get()).isEmpty();
        clickOn("#confusion-matrix");
        assertThat(view.selectedProperty().get())
                .contains(new ConfusionCell(Part.VALIDATION, 1, 1));
        clickOn("#confusion-train");
        assertThat(view.selectedProperty().get()).isEmpty();
    }

    @Test
    void aHiddenMatrixSelectsNothing() {
        until(() -> text("#confusion-accuracy").endsWith("of 30"));
        interact(() -> lookup("#confusion-matrix").query().requestFocus());
        type(KeyCode.RIGHT);
        type(KeyCode.ENTER);

        interact(() -> view.setVisible(false));
        pulse();

        assertThat(view.selectedProperty().get()).isEmpty();
    }

    @Test
    void whileItIsHiddenItDoesNoWork() {
        interact(() -> view.setVisible(false));
        for (int pulse = 0; pulse < 50; pulse++) {
            pulse();
        }
        assertThat(text("#confusion-accuracy")).isEmpty();

        interact(() -> view.setVisible(true));

        until(() -> text("#confusion-accuracy").endsWith("of 30"));
    }

    private Frame frame() {
        return workbench.frameProperty().get().orElseThrow();
    }

    private String text(String query) {
        return lookup(query).queryAs(Label.class).getText();
    }

    private void pulse() {
        interact(() -> {
            workbench.pulse(System.nanoTime());
            view.pulse(System.nanoTime());
        });
    }

    private void until(BooleanSupplier condition) {
        await(() -> {
            workbench.pulse(System.nanoTime());
            view.pulse(System.nanoTime());
            return condition.getAsBoolean();
        });
    }
}
