package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.shape.Path;

import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.training.Phase;
import mlpexplorer.training.TrainingSpec;
import mlpexplorer.ui.controls.ThemeChoice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;

/// Regressions in the window: picked, trained, and drawn as what they are.
class RegressionIT extends WindowTestCase {

    private static RunSpec quick(DataSpec data) {
        RunSpec spec = new RunSpec().withData(data);
        TrainingSpec training = spec.training();
        return spec.withTraining(
                training.withOptimizer(new Optimizer.Adam())
                        .withRate(0.03)
                        .withStop(training.stop().withEpochs(150)));
    }

    private String text(String id) {
        return lookup(id).queryAs(Labeled.class).getText();
    }

    @Test
    void aPickedSurfaceIsTrainedAndScoredByR2() {
        open(ThemeChoice.LIGHT, quick(new DataSpec.Circles()));
        await(() -> epoch() == 0);

        clickOn("#dataset-planesurface");
        await(() -> workbench().spec().data() instanceof DataSpec.PlaneSurface && epoch() == 0);
        trainToTheEnd();

        assertThat(frame().metrics().validation().metric()).isGreaterThan(0.98);
        assertThat(text("#status-train")).contains("R²", "RMSE");
        assertThat(lookup("#accuracy-chart .chart-view-title").queryAs(Labeled.class).getText())
                .isEqualTo("R²");
        assertThat(lookup("#boundary-color-bar").tryQuery()).isPresent();
    }

    @Test
    void anotherFunctionOfACurveIsLearned() {
        open(ThemeChoice.LIGHT, quick(new DataSpec.Circles()));
        await(() -> epoch() == 0);

        clickOn("#dataset-curve");
        await(() -> workbench().spec().data() instanceof DataSpec.Curve && epoch() == 0);
        ComboBox<DataSpec.Curve.Function> function = lookup("#function-field").queryComboBox();
        interact(() -> function.setValue(DataSpec.Curve.Function.STEP));
        trainToTheEnd();

        assertThat(workbench().spec().data())
                .isEqualTo(new DataSpec.Curve(300, DataSpec.Curve.Function.STEP, 0.1));
        assertThat(lookup(".boundary-contour").queryAs(Path.class).getElements())
                .hasSizeGreaterThan(100);
        assertThat(lookup("#discretize-check").queryAs(CheckBox.class).isDisabled()).isTrue();
    }

    @Test
    void runsAndSweepsAreScoredByR2() throws IOException {
        open(ThemeChoice.DARK, quick(new DataSpec.Curve()));
        trainToTheEnd();
        click("#runs-page-button");
        await(() -> !lookup("#runs-table").queryTableView().getItems().isEmpty());
        interact(() -> lookup("#runs-table").queryTableView().getSelectionModel().selectFirst());
        selectTab("#runs-tabs", "runs-curves-tab");
        await(() -> text("#runs-accuracy-chart .chart-view-title").equals("Validation R²"));
        click("#sweep-page-button");
        interact(() -> {
            lookup("#sweep-template-field").queryComboBox().getSelectionModel().select(2);
            lookup("#sweep-across-values-field")
                    .queryTextInputControl()
                    .setText("0.001,0.01,0.03,0.1");
        });
        click("#sweep-run");
        await(() -> text("#sweep-status").contains(" runs in"));
        take("curve-sweep");
        selectTab("#sweep-tabs", "sweep-map-tab");
        take("curve-sweep-map");
        selectTab("#sweep-tabs", "sweep-seeds-tab");
        take("curve-sweep-seeds");
    }

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void hillsWithTheirResiduals(ThemeChoice theme) throws IOException {
        open(theme, quick(new DataSpec.HillsSurface()));
        trainToTheEnd();
        clickOn("#mistakes-check");
        take("hills-" + name(theme));
        selectTab("#side-tabs", "confusion-tab");
        await(() -> !text("#residuals-train-rmse").isEmpty());
        clickOn("#mistakes-check");
        take("hills-residuals-" + name(theme));
    }

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void aCurveThroughItsPoints(ThemeChoice theme) throws IOException {
        open(theme, quick(new DataSpec.Curve()));
        trainToTheEnd();
        clickOn("#mistakes-check");
        take("curve-" + name(theme));
        selectTab("#side-tabs", "network-tab");
        take("curve-network-" + name(theme));
        assertThat(phase()).isInstanceOf(Phase.Finished.class);
    }
}
