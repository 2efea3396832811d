package mlpexplorer.ui.sweep;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;

import mlpexplorer.experiment.sweep.SweepMeasure;
import mlpexplorer.experiment.sweep.SweepPictures;
import mlpexplorer.experiment.sweep.SweepTable.SweepCell;
import mlpexplorer.experiment.sweep.SweepTable.SweepCell.Spread;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.controls.ColorRamp;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.sweep.ResultView.SweepViewState;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A heat map of means: a colored cell with mean ± standard deviation for each combination.
final class HeatMapView implements ResultView {
    private static final double MIN_WIDTH = 56;
    private static final double MAX_WIDTH = 150;
    private static final double MIN_HEIGHT = 40;
    private static final double MAX_HEIGHT = 120;
    private static final CornerRadii CORNERS = new CornerRadii(4);

    private final CellGrid.Actions actions;
    private final HeatLegend legend = new HeatLegend();
    private final GridPage page = new GridPage("sweep-map", legend);
    private List<Heat> heats = List.of();
    private Optional<SweepViewState> shown = Optional.empty();

    HeatMapView(CellGrid.Actions actions) {
        this.actions = actions;
    }

    /// The content of a cell.
    private static final class Heat extends VBox {
        private final Label mean = new Label();
        private final Label deviation = new Label();
        private final Region paper = new Region();
        private final CellGrid.Overlay face = new CellGrid.Overlay(paper, this, 0);
        private HeatScale shown =
                new HeatScale(SweepMeasure.EPOCHS, Task.Metric.ACCURACY, Double.NaN, Double.NaN);
        private int rows = -1;

        Heat() {
            setMouseTransparent(true);
            getStyleClass().add("sweep-heat");
            mean.getStyleClass().add("sweep-heat-mean");
            deviation.getStyleClass().add("sweep-heat-deviation");
            getChildren().addAll(mean, deviation);
        }

        void show(SweepCell cell, HeatScale scale, String description) {
            if (cell.rows().size() == rows && scale.equals(shown)) {
                return;
            }
            rows = cell.rows().size();
            shown = scale;
            Spread spread = cell.spread(scale.measure());
            boolean known = spread.count() > 0;
            String text = MetricText.text(scale.measure(), scale.metric(), spread);
            int plusMinus = text.indexOf(" ±");
            mean.setText(
                    known ? MetricText.text(scale.measure(), scale.metric(), spread.mean()) : "");
            deviation.setText(plusMinus < 0 ? "" : text.substring(plusMinus + 1));
            deviation.setManaged(plusMinus >= 0);
            if (known) {
                Color color = scale.color(spread.mean());
                Color textColor = HeatScale.textColor(color);
                paper.setBackground(
                        new Background(new BackgroundFill(color, CORNERS, Insets.EMPTY)));
                mean.setTextFill(textColor);
                deviation.setTextFill(textColor);
            } else {
                paper.setBackground(Background.EMPTY);
            }
            face.hatched(cell.diverged() > 0);
            face.setAccessibleText(
                    description
                            + ": "
                            + text
                            + (cell.diverged() > 0
                                    ? ", "
                                            + Messages.text(
                                                    "sweep.cell.diverged",
                                                    cell.diverged(),
                                                    cell.rows().size())
                                    : ""));
        }
    }

    @Override
    public String name() {
        return "map";
    }

    @Override
    public Region node() {
        return page;
    }

    @Override
    public Node picture() {
        return page.sheet();
    }

    @Override
    public void show(SweepViewState state) {
        if (!state.isOfSameSweep(shown)) {
            layOut(state);
        }
        shown = Optional.of(state);
        HeatScale scale = HeatScale.of(state.cells(), state.measure(), state.table().metric());
        page.title(
                Messages.text(
                        "sweep.map.title",
                        MetricText.title(state.measure(), state.table().metric()),
                        state.plane().title()));
        for (int cell = 0; cell < heats.size(); cell++) {
            heats.get(cell).show(state.cells().get(cell), scale, state.plane().description(cell));
        }
        legend.show(scale, state.table().diverged() > 0);
        page.grid().ifPresent(grid -> grid.select(state.selected()));
    }

    private void layOut(SweepViewState state) {
        if (!state.plane().isDrawable()) {
            heats = List.of();
            page.showMessage(
                    Messages.text("sweep.too-many", state.cells().size(), SweepPictures.MAX_CELLS));
            return;
        }
        List<Heat> fresh = new ArrayList<>();
        state.cells().forEach(_ -> fresh.add(new Heat()));
        heats = fresh;
        page.show(
                new CellGrid(
                        "sweep-map",
                        state.plane(),
                        fresh.stream().map(heat -> heat.face).toList(),
                        actions));
    }

    @Override
    public void pulse() {
        page.grid()
                .ifPresent(grid ->
                        grid.cellSize(
                                Math.clamp(
                                        grid.columnRoom(page.availableWidth()),
                                        MIN_WIDTH,
                                        MAX_WIDTH),
                                Math.clamp(
                                        grid.rowRoom(page.availableHeight()),
                                        MIN_HEIGHT,
                                        MAX_HEIGHT)));
    }

    /// The color scale of a heat map.
    private static final class HeatLegend extends HBox {
        private static final int STOPS = 16;

        private final Label worst = new Label();
        private final Label best = new Label();
        private final HBox diverged;

        HeatLegend() {
            getStyleClass().addAll("legend", "sweep-legend");
            Rectangle bar = new Rectangle(160, 10);
            List<Stop> stops =
                    IntStream.rangeClosed(0, STOPS)
                            .mapToObj(i ->
                                    new Stop((double) i / STOPS, HeatScale.at((double) i / STOPS)))
                            .toList();
            bar.setFill(new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops));
            Region swatch = new Region();
            swatch.getStyleClass().addAll("sweep-swatch", "sweep-hatch");
            diverged = new HBox(swatch, new Label(Messages.text("sweep.legend.diverged")));
            diverged.getStyleClass().add("sweep-legend-part");
            getChildren().addAll(worst, bar, best, diverged);
        }

        void show(HeatScale scale, boolean anyDiverged) {
            boolean up = MetricText.isBetterUp(scale.measure());
            worst.setText(text(scale, up ? scale.low() : scale.high()));
            best.setText(text(scale, up ? scale.high() : scale.low()));
            diverged.setVisible(anyDiverged);
        }

        private static String text(HeatScale scale, double value) {
            return MetricText.text(scale.measure(), scale.metric(), value);
        }
    }

    /// The color scale from the worst to the best mean of a table, lighter is better; color-blind
    /// safe (the ends and middle of Viridis, van der Walt and Smith 2015).
    ///
    /// @param metric of the sweep's data
    /// @param low smallest mean; NaN if there is none
    /// @param high largest mean
    record HeatScale(SweepMeasure measure, Task.Metric metric, double low, double high) {
        private static final ColorRamp VIRIDIS = ColorRamp.diverging(0x440154, 0x21918c, 0xfde725);

        /// Smaller differences between fractions are not shown.
        private static final double MIN_SPAN = 0.01;

        private static final double LUMINANCE_THRESHOLD = 0.32;

        static HeatScale of(List<SweepCell> cells, SweepMeasure measure, Task.Metric metric) {
            var means =
                    cells.stream()
                            .mapToDouble(cell -> cell.spread(measure).mean())
                            .filter(Double::isFinite)
                            .summaryStatistics();
            return means.getCount() == 0
                    ? new HeatScale(measure, metric, Double.NaN, Double.NaN)
                    : new HeatScale(measure, metric, means.getMin(), means.getMax());
        }

        Color color(double mean) {
            double span = Math.max(high - low, measure.isShare() ? MIN_SPAN : Double.MIN_NORMAL);
            double place =
                    MetricText.isBetterUp(measure)
                            ? 1 - (high - mean) / span
                            : 1 - (mean - low) / span;
            return at(place);
        }

        /// The color at `place` from 0, the worst, to 1, the best.
        static Color at(double place) {
            return ColorRamp.color(VIRIDIS.at((float) Math.clamp(place, 0, 1)));
        }

        /// Black or white, whichever is more readable on `paper`.
        static Color textColor(Color paper) {
            double luminance =
                    0.2126 * linear(paper.getRed())
                            + 0.7152 * linear(paper.getGreen())
                            + 0.0722 * linear(paper.getBlue());
            return luminance > LUMINANCE_THRESHOLD ? Color.web("#1f2328") : Color.WHITE;
        }

        private static double linear(double channel) {
            return Math.pow(channel, 2.2);
        }
    }
}
