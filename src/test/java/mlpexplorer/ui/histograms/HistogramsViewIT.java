package mlpexplorer.ui.histograms;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.css.CssParser;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.shape.Line;
import javafx.scene.shape.Path;
import javafx.stage.Stage;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.ui.controls.CallingThreadJobs;
import mlpexplorer.ui.controls.RobotTestCase;
import mlpexplorer.ui.workbench.Pulses;
import mlpexplorer.ui.workbench.Workbench;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;

class HistogramsViewIT extends RobotTestCase {
    private Workbench workbench;
    private HistogramsView view;
    private Stage stage;

    @Override
    public void start(Stage shared) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        CssParser.errorsProperty().clear();
        workbench = new Workbench(new RunSpec());
        view = new HistogramsView(workbench, new CallingThreadJobs());
        stage = new Stage();
        stage.setScene(new Scene(view, 420, 500));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        Pulses.until(workbench, () -> Pulses.epoch(workbench) == 0);
    }

    @AfterEach
    void close() {
        interact(workbench::close);
        interact(view::close);
        interact(stage::hide);
    }

    @Test
    void eachLayerHasThreeHistogramsWithBars() {
        interact(() -> view.pulse(System.nanoTime()));
        int layers = workbench.frameProperty().get().orElseThrow().parameters().layers();
        assertThat(lookup(".histogram-bars").queryAllAs(Path.class))
                .hasSize(3 * layers)
                .allSatisfy(
                        bars -> assertThat(bars.getBoundsInLocal().getHeight()).isGreaterThan(20));
    }

    @Test
    void theGuideLineStandsInTheRatiosAlone() {
        interact(() -> view.pulse(System.nanoTime()));
        List<Line> guides = List.copyOf(lookup(".histogram-guide").queryAllAs(Line.class));
        assertThat(guides.stream().filter(Node::isVisible))
                .allSatisfy(
                        guide -> assertThat(guide.getParent().getStyleClass()).contains("ratios"));
        Line first = guides.stream().filter(Node::isVisible).findFirst().orElseThrow();
        assertThat(first.getStartX() / first.getParent().getLayoutBounds().getWidth())
                .isBetween(0.48, 0.52);
    }

    @Test
    void aScreenReaderHearsTheNumbers() {
        interact(() -> view.pulse(System.nanoTime()));
        assertThat(lookup("#histogram-weights-1").query().getAccessibleText())
                .matches("\\d+ weights: mean .*, standard deviation .*");
    }

    @Test
    void trainingMovesTheBars() {
        interact(() -> view.pulse(System.nanoTime()));
        String before = lookup("#histogram-weights-1").query().getAccessibleText();
        interact(() -> {
            workbench.stepEpoch();
            Pulses.until(workbench, () -> Pulses.epoch(workbench) == 1);
            view.pulse(System.nanoTime());
        });
        assertThat(lookup("#histogram-weights-1").query().getAccessibleText()).isNotEqualTo(before);
    }

    @Test
    void nothingIsCountedWhileItIsHidden() {
        interact(() -> {
            view.setVisible(false);
            view.pulse(System.nanoTime());
        });
        assertThat(lookup(".histogram-bars").queryAll()).isEmpty();
    }

    @Test
    void theStylesheetHasNoErrors() {
        interact(() -> view.pulse(System.nanoTime()));
        assertThat(List.copyOf(CssParser.errorsProperty())).isEmpty();
    }
}
