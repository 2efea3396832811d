package mlpexplorer.ui.charts;

import javafx.css.CssParser;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import mlpexplorer.ui.controls.RobotTestCase;
import mlpexplorer.ui.controls.Theme;

import java.util.List;

/// A chart of two curves.
abstract class ChartTestCase extends RobotTestCase {
    static final ChartText TEXT =
            new ChartText("Loss", "epoch", "Click Train to see the loss fall");

    final Curves.Growing train = Curves.growing(Curves.loss(50_000, 1.1, 0.02, 0.02, 1));
    final Curves.Growing validation = Curves.growing(Curves.loss(50_000, 1.1, 0.1, 0.02, 2));
    ChartView view;

    @Override
    public final void start(Stage stage) {
        CssParser.errorsProperty().clear();
        view = new ChartView(TEXT, Measure.LOSS);
        Scene scene = new Scene(view, 420, 280);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    final void grow(int samples) {
        train.grow(samples);
        validation.grow(samples);
        interact(() ->
                view.show(
                        List.of(
                                new CurveSeries("train", CurveSeries.TRAIN, train, false),
                                new CurveSeries(
                                        "validation", CurveSeries.VALIDATION, validation, false))));
    }

    final <T extends Node> List<T> visible(String query, Class<T> type) {
        return lookup(query).queryAllAs(type).stream().filter(ChartTestCase::isShown).toList();
    }

    private static boolean isShown(Node node) {
        return node.isVisible()
                && node.getOpacity() > 0
                && (node.getParent() == null || isShown(node.getParent()));
    }

    final Region plot() {
        return lookup(".chart-plot-background").queryAs(Region.class);
    }

    final void hover(double across, double down) {
        moveTo(plot().localToScreen(plot().getWidth() * across, plot().getHeight() * down));
    }
}
