package mlpexplorer.ui.images;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.ui.controls.RobotTestCase;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.workbench.Workbench;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

class ImagesViewIT extends RobotTestCase {
    @TempDir static Path folder;

    private Workbench workbench;
    private Stage stage;
    private ImagesView view;

    @Override
    public void start(Stage shared) throws IOException {
        workbench =
                new Workbench(
                        new RunSpec()
                                .withData(SyntheticDigits.write(folder, 600))
                                .withModel(
                                        new ModelSpec(
                                                List.of(24),
                                                Activation.TANH,
                                                new Initializer.Xavier())));
        stage = new Stage();
        view = new ImagesView(workbench);
        Scene scene = new Scene(view, 520, 560);
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
    void theWeightsOfTheFirstLayerAreShownFirst() {
        until(() -> text("#images-note").equals("24 hidden units"));

        assertThat(canvas().count()).isEqualTo(24);
        assertThat(lookup("#images-scale").query().isVisible()).isTrue();
    }

    @Test
    void mistakesOfEitherPartAreShown() {
        until(() -> canvas().count() == 24);
        clickOn("#images-mistakes");
        until(() -> text("#images-note").contains("errors in 120 rows"));
        assertThat(canvas().count()).isBetween(30, 60);

        clickOn("#images-part-test");

        until(() ->
                text("#images-note").contains("errors in 120 rows")
                        && !lookup("#images-scale").query().isVisible());
    }

    @Test
    void mistakesGetFewerWithTraining() {
        until(() -> canvas().count() == 24);
        clickOn("#images-mistakes");
        until(() -> text("#images-note").contains("errors in 120 rows"));
        int before = canvas().count();

        interact(workbench::play);

        until(() -> canvas().count() < before / 2);
    }

    @Test
    void theGalleryShowsOneClassIfWanted() {
        until(() -> canvas().count() == 24);
        clickOn("#images-gallery");
        until(() -> canvas().count() > 60);

        interact(() -> lookup("#images-class").<ComboBox<Integer>>query().setValue(7));

        until(() -> canvas().count() < 60);
        interact(() -> lookup("#images-sheet").query().requestFocus());
        type(KeyCode.RIGHT);
        assertThat(text("#images-reading")).contains("class 7");
    }

    @Test
    void dataThatAreNoPicturesLeaveNothingToShow() {
        until(() -> view.hasPictures().get());

        interact(() -> workbench.change(spec -> spec.withData(new DataSpec.Iris())));

        until(() -> !view.hasPictures().get());
        assertThat(canvas().count()).isZero();
    }

    private SheetCanvas canvas() {
        return lookup("#images-sheet").queryAs(SheetCanvas.class);
    }

    private String text(String query) {
        return lookup(query).queryAs(Label.class).getText();
    }

    private void until(BooleanSupplier condition) {
        await(() -> {
            workbench.pulse(System.nanoTime());
            view.pulse(System.nanoTime());
            return condition.getAsBoolean();
        });
    }
}
