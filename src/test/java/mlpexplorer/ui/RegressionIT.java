package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
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
import java.util.stream.Stream;

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

    private String heading(String column) {
        TableView<?> table = lookup("#runs-table").queryTableView();
        return table.getColumns().stream()
                .filter(known -> known.getId().equals("runs-" + column + "-column"))
                .map(known -> ((Labeled) known.getGraphic()).getText())
                .findFirst()
                .orElseThrow();
    }

    private void runLab(String name) {
        choose("menu-labs-" + name);
        await(() -> !lookup("#lab-" + name + "-run").queryAll().isEmpty());
        interact(() -> lookup("#lab-" + name + "-run").queryButton().fire());
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
        assertThat(text("#status-train")).contains("R²").doesNotContain("RMSE");
        assertThat(lookup("#status-line").queryAs(Region.class).minWidth(-1)).isZero();
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
        assertThat(heading("validation-accuracy")).isEqualTo("Val. R²");
        assertThat(lookup("#runs-filter").queryTextInputControl().getPromptText())
                .startsWith("val_r2 > 0.9");
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

    @Test
    void runsOfBothKindsShareNeutralHeadings() {
        open(ThemeChoice.LIGHT, quick(new DataSpec.Curve()));
        trainToTheEnd();
        await(() -> savedRuns().size() == 1);
        interact(() -> workbench().change(spec -> spec.withData(new DataSpec.Circles())));
        await(() -> frame().mlp().outputs() == 2);
        trainToTheEnd();
        click("#runs-page-button");
        await(() -> lookup("#runs-table").queryTableView().getItems().size() == 2);
        assertThat(heading("validation-accuracy")).isEqualTo("Val. score");
        interact(() -> lookup("#runs-table").queryTableView().getSelectionModel().selectAll());
        selectTab("#runs-tabs", "runs-curves-tab");
        await(() ->
                text("#runs-accuracy-chart .chart-view-title").equals("Validation accuracy or R²"));
        enter("#runs-filter", "dataset = circles");
        await(() -> heading("validation-accuracy").equals("Val. acc."));
    }

    @Test
    void labsSpeakOfSquaredErrorsAndR2() {
        open(ThemeChoice.LIGHT, quick(new DataSpec.HillsSurface()));
        runLab("init-lab");
        await(() -> text("#lab-init-lab-message").contains("Var(t)"));
        assertThat(text("#lab-init-lab-message"))
                .contains("Always predicting the mean of the targets has loss Var(t) = 1.000.");
        assertThat(text("#lab-init-lab-text")).contains("variance").doesNotContain("class");
        TableView<?> table = lookup("#lab-init-lab-table").queryTableView();
        assertThat(table.getColumns())
                .extracting(column -> ((Labeled) column.getGraphic()).getText())
                .contains("− Var(t)", "Train R²");
        assertThat(table.getColumns().get(2).getCellData(0)).as("zero weights").isEqualTo("0.0000");
        runLab("microscope");
        await(() -> !lookup("#lab-microscope-steps").queryAs(Pane.class).getChildren().isEmpty());
        assertThat(text("#lab-microscope-formula")).contains("L = r²").doesNotContain("softmax");
        interact(() -> workbench().change(spec -> spec.withData(new DataSpec.Circles())));
        assertThat(text("#lab-microscope-formula")).contains("softmax");
    }

    @Test
    void itsPicturesAreNamedForWhatTheyShow() {
        open(ThemeChoice.LIGHT, quick(new DataSpec.HillsSurface()));
        clickOn("#file-menu").clickOn("#save-picture-menu");
        assertThat(menuText("menu-file-save-accuracy")).isEqualTo("R² chart…");
        assertThat(menuText("menu-file-save-confusion")).isEqualTo("Residuals…");
        assertThat(menuText("menu-file-save-boundary")).isEqualTo("Prediction…");
    }

    private String menuText(String id) {
        return lookup(".menu-bar").<MenuBar>query().getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .flatMap(item ->
                        item instanceof Menu menu ? menu.getItems().stream() : Stream.of(item))
                .filter(item -> id.equals(item.getId()))
                .map(MenuItem::getText)
                .findFirst()
                .orElseThrow();
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
