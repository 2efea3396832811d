package mlpexplorer.ui.curves;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.chart.XYChart;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.MetricLog.Column;
import mlpexplorer.training.Phase;
import mlpexplorer.ui.charts.XAxis;
import mlpexplorer.ui.controls.RobotTestCase;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.workbench.Pulses;
import mlpexplorer.ui.workbench.ReferenceCurves;
import mlpexplorer.ui.workbench.Workbench;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

class LearningCurvesIT extends RobotTestCase {
    private Workbench workbench;
    private LearningCurves curves;
    private Stage stage;

    @Override
    public void start(Stage shared) {
        workbench = new Workbench(new RunSpec());
        curves = new LearningCurves(workbench);
        stage = new Stage();
        Scene scene = new Scene(curves, 620, 640);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @AfterEach
    void close() {
        interact(workbench::close);
        interact(stage::hide);
    }

    private void until(BooleanSupplier condition) {
        interact(() -> {
            Pulses.until(workbench, condition);
            curves.pulse(System.nanoTime());
        });
    }

    private void train(int epochs) {
        interact(() -> {
            workbench.change(spec ->
                    spec.withTraining(
                            spec.training().withStop(spec.training().stop().withEpochs(epochs))));
            workbench.play();
        });
        until(() ->
                workbench.phaseProperty().get() instanceof Phase.Finished
                        && Pulses.epoch(workbench) == epochs);
    }

    private MetricLog.View log() {
        return workbench.frameProperty().get().orElseThrow().log();
    }

    private <T extends Node> List<T> seen(Node within, String query, Class<T> type) {
        return within.lookupAll(query).stream()
                .filter(LearningCurvesIT::isSeen)
                .map(type::cast)
                .toList();
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    private void hover(double across, double down) {
        Region plot = (Region) curves.loss().lookup(".chart-plot-background");
        moveTo(plot.localToScreen(plot.getWidth() * across, plot.getHeight() * down));
    }

    @Test
    void theLegendFollowsTheShownEpoch() {
        train(40);
        interact(() -> workbench.seek(10));
        until(() -> Pulses.epoch(workbench) == 10);
        assertThat(curves.loss().lookup("#legend-train").getAccessibleText())
                .contains(Numbers.loss(log().value(Column.TRAIN_LOSS, 10)));
        interact(() -> workbench.seek(40));
        until(() -> Pulses.epoch(workbench) == 40);
        assertThat(curves.loss().lookup("#legend-train").getAccessibleText())
                .contains(Numbers.loss(log().value(Column.TRAIN_LOSS, 40)));
    }

    @Test
    void theCardTellsEpochUpdateAndSeconds() {
        train(40);
        hover(0.5, 0.5);
        String heading = seen(curves.loss(), ".hover-heading", Label.class).getFirst().getText();
        int row = (int) Math.round(curves.loss().chart().cursorXProperty().get());
        assertThat(heading)
                .isEqualTo(
                        String.format(
                                "epoch %d · update %d · %.2f s",
                                row,
                                (long) log().value(Column.UPDATE, row),
                                log().value(Column.SECONDS, row)));
        assertThat(seen(curves.accuracy(), ".hover-heading", Label.class))
                .extracting(Label::getText)
                .containsExactly(heading);
    }

    @Test
    void theCurvesMayStandAgainstSeconds() {
        train(40);
        interact(() ->
                lookup("#curves-x-axis")
                        .queryAs(ComboBox.class)
                        .getSelectionModel()
                        .select(XAxis.SECONDS.ordinal()));
        interact(() -> curves.pulse(System.nanoTime()));
        XYChart<Number, Number> chart = curves.accuracy().chart();
        double end = log().value(Column.SECONDS, 40);
        assertThat(chart.getXAxis().getLabel()).isEqualTo("seconds");
        assertThat(
                        chart.getXAxis()
                                .toNumericValue(
                                        chart.getXAxis()
                                                .getValueForDisplay(chart.getXAxis().getWidth())))
                .isBetween(end, 2 * end);
    }

    @Test
    void theCurvesMayStandAgainstUpdates() {
        train(20);
        interact(() ->
                lookup("#curves-x-axis")
                        .queryAs(ComboBox.class)
                        .getSelectionModel()
                        .select(XAxis.UPDATE.ordinal()));
        interact(() -> curves.pulse(System.nanoTime()));
        hover(0.6, 0.5);
        double update = curves.loss().chart().cursorXProperty().get();
        assertThat(update).isGreaterThan(20).isLessThan(1.4 * log().value(Column.UPDATE, 20));
    }

    @Test
    void theSmoothingSliderDrawsAnAverageBeforeTheFaintCurve() {
        train(30);
        interact(() -> lookup("#curves-smoothing").query().requestFocus());
        type(KeyCode.END);
        assertThat(lookup("#curves-smoothing-value").queryAs(Label.class).getText())
                .isEqualTo("0.99");
        assertThat(curves.accuracy().chart().smoothingProperty().get()).isEqualTo(0.99);
        assertThat(seen(curves.loss(), ".curve.train", Node.class)).hasSize(2);
        type(KeyCode.HOME);
        assertThat(seen(curves.loss(), ".curve.train", Node.class)).hasSize(1);
    }

    @Test
    void theLeastValidationLossIsMarkedInBothCharts() {
        train(30);
        assertThat(seen(curves.loss(), ".mark-label", Text.class))
                .extracting(Text::getText)
                .containsExactly("best");
        assertThat(seen(curves.accuracy(), ".mark-label", Text.class))
                .extracting(Text::getText)
                .containsExactly("best");
        int best =
                IntStream.rangeClosed(0, 30)
                        .reduce((a, b) -> value(b) < value(a) ? b : a)
                        .orElseThrow();
        assertThat(log().bestRow()).hasValue(best);
    }

    private double value(int row) {
        return log().value(Column.VALIDATION_LOSS, row);
    }

    @Test
    void earlyStoppingIsMarkedWhereTheRunEnded() {
        interact(() -> {
            workbench.change(spec ->
                    spec.withTraining(
                            spec.training()
                                    .withOptimizer(new Optimizer.Adam())
                                    .withRate(0.3)
                                    .withStop(
                                            spec.training()
                                                    .stop()
                                                    .withEpochs(5_000)
                                                    .withPatience(Optional.of(5)))));
            workbench.play();
        });
        until(() -> workbench.phaseProperty().get() instanceof Phase.Finished);
        assertThat(seen(curves.loss(), ".mark-label", Text.class))
                .extracting(Text::getText)
                .contains("early stop", "best");
    }

    @Test
    void theRunBeforeStaysAsAReferenceWithAnEntryOfItsOwn() {
        train(60);
        interact(() -> {
            workbench.pulse(System.nanoTime() + 1_000_000_000L);
            workbench.rewind();
            workbench.pulse(System.nanoTime() + 2_000_000_000L);
        });
        until(() -> workbench.referenceProperty().get().size() > 1 && Pulses.epoch(workbench) == 0);
        assertThat(seen(curves.loss(), ".curve", Node.class)).hasSize(3);
        assertThat(lookup("#legend-run-earlier-run").tryQuery()).isPresent();
        hover(0.5, 0.5);
        assertThat(seen(curves.loss(), ".hover-heading", Label.class).getFirst().getText())
                .startsWith("Earlier run · epoch ");
    }

    @Test
    void otherRunsAreDrawnInTheirOwnColor() {
        train(10);
        interact(() -> {
            curves.references()
                    .setAll(
                            new ReferenceCurves("baseline", 0xcc3311, log()),
                            new ReferenceCurves("wide", 0x332288, log()));
            curves.pulse(System.nanoTime());
        });
        assertThat(seen(curves.loss(), ".curve.own-color", Node.class)).hasSize(6);
        assertThat(seen(curves.loss(), ".curve.own-color", Node.class))
                .extracting(Node::getStyle)
                .contains("-curve-color: #cc3311;", "-curve-color: #332288;");
    }

    @Test
    void aRunThatDivergesAtOnceSaysSoInItsEmptyCharts() {
        interact(() -> {
            workbench.change(spec -> spec.withTraining(spec.training().withRate(1000)));
            workbench.play();
        });
        until(() -> workbench.phaseProperty().get() instanceof Phase.Diverged);
        long epoch = ((Phase.Diverged) workbench.phaseProperty().get()).divergence().epoch();
        assertThat(epoch).isEqualTo(1);
        assertThat(seen(curves.loss(), ".chart-placeholder", Text.class))
                .extracting(Text::getText)
                .containsExactly(
                        "The run diverged in epoch 1, before there was a curve to plot. Lower the"
                                + " learning rate and train again.");
    }

    @Test
    void aHiddenPaneDrawsNothing() {
        interact(() -> curves.setVisible(false));
        train(10);
        assertThat(seen(curves.loss(), ".chart-placeholder", Text.class)).isEmpty();
        assertThat(curves.loss().lookupAll(".curve")).isEmpty();
        interact(() -> {
            curves.setVisible(true);
            curves.pulse(System.nanoTime());
        });
        assertThat(curves.loss().lookupAll(".curve")).isNotEmpty();
    }

    @Test
    void aHiddenPartIsHiddenInBothCharts() {
        train(10);
        clickOn("#loss-chart #legend-test");
        assertThat(seen(curves.accuracy(), ".curve.test", Node.class)).isEmpty();
        assertThat(seen(curves.accuracy(), ".curve.train", Node.class)).hasSize(1);
    }
}
