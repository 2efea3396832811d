package mlpexplorer.ui.charts;

import static java.util.Objects.requireNonNull;

import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.FixedWidthText;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Tooltips;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/// A [CurveChart] with a title, small buttons to its right (the first one fits), and a legend with
/// current values, whose entries hide and show curves. Brings its own stylesheet, which uses the
/// theme's `-color-…` variables.
public final class ChartView extends VBox {
    private static final String STYLESHEET =
            Objects.requireNonNull(
                            ChartView.class.getResource("/mlpexplorer/ui/charts.css"),
                            "charts.css is missing")
                    .toExternalForm();

    private final HBox toolbar = new HBox();
    private final Label title;
    private final CurveLegend legend;
    private final CurveChart chart;
    private List<CurveSeries> series = List.of();
    private double legendX = Double.NaN;

    public ChartView(ChartText text, Measure measure) {
        chart = new CurveChart(text, measure);
        legend = new CurveLegend(chart::measure, this::choose);
        chart.setAccessibleText(text.title());
        chart.idProperty().bind(idProperty().map(id -> id + "-plot"));
        title = new Label(text.title());
        title.setLabelFor(chart);
        title.getStyleClass().add("chart-view-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        toolbar.getStyleClass().add("chart-view-toolbar");
        toolbar.setAlignment(Pos.CENTER_RIGHT);
        toolbar.getChildren().add(fitButton(text.title()));
        HBox header = new HBox(title, space, toolbar);
        header.getStyleClass().addAll("chart-view-header", "picture-title");
        header.setAlignment(Pos.CENTER_LEFT);
        setVgrow(chart, Priority.ALWAYS);
        getStyleClass().add("chart-view");
        getStylesheets().add(STYLESHEET);
        getChildren().addAll(header, legend, chart);
    }

    private Button fitButton(String title) {
        String id =
                "fit-" + title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-button";
        Button fit =
                IconButtons.icon(Feather.MAXIMIZE_2, ControlLabel.of("chart.fit", id), chart::fit);
        fit.disableProperty().bind(chart.fits());
        fit.getStyleClass().add("no-picture");
        return fit;
    }

    /// Changes the quantity on the y axis, and its name in the title.
    public void setQuantity(String name, Measure measure) {
        title.setText(name);
        chart.setQuantity(name, measure);
    }

    /// Shows the values of the main run at `x` in the legend, or the newest ones for NaN. Takes
    /// effect with the next [#show].
    public void readAt(double x) {
        legendX = x;
    }

    /// Replaces the displayed series, with their values in the legend. Call at most once per pulse.
    public void show(List<CurveSeries> newer) {
        series = List.copyOf(newer);
        choose();
    }

    private void choose() {
        legend.show(series, legendX);
        chart.show(series.stream().filter(legend::shows).toList());
    }

    /// Links x range, cursor and hidden series of this view to another one.
    public void link(ChartView other) {
        chart.link(other.chart);
        Bindings.bindContentBidirectional(legend.hidden(), other.legend.hidden());
    }

    /// The chart.
    public CurveChart chart() {
        return chart;
    }

    /// The buttons to the right of the title, modifiable.
    public ObservableList<Node> toolbar() {
        return toolbar.getChildren();
    }

    /// Lists the series of a chart with their values at one x, or their newest; series of another
    /// run share one entry with its name. An entry hides and shows its series; dimmed curves of a
    /// part follow the part.
    private static final class CurveLegend extends FlowPane {
        private static final PseudoClass BLANK = PseudoClass.getPseudoClass("blank");
        private static final String RUN = "run ";
        private static final int MAX_RUNS = 6;

        private final Supplier<Measure> measure;
        private final ObservableSet<String> hidden = FXCollections.observableSet();
        private Map<String, LegendEntry> entries = Map.of();
        private List<String> shape = List.of();

        /// @param onChange called when the visible series change
        CurveLegend(Supplier<Measure> measure, Runnable onChange) {
            this.measure = measure;
            getStyleClass().add("curve-legend");
            setMinHeight(USE_PREF_SIZE);
            pseudoClassStateChanged(BLANK, true);
            hidden.addListener((SetChangeListener<String>) _ -> onChange.run());
        }

        /// The hidden entries; can be modified from outside.
        ObservableSet<String> hidden() {
            return hidden;
        }

        boolean shows(CurveSeries series) {
            return !hidden.contains(series.styleClass()) && !hidden.contains(RUN + series.run());
        }

        /// @param x where the values of the main run are read; NaN for the newest values
        void show(List<CurveSeries> series, double x) {
            Map<String, List<CurveSeries>> listed = new LinkedHashMap<>();
            series.stream()
                    .filter(s -> !s.dimmed() || !s.run().isEmpty())
                    .forEach(s -> listed.computeIfAbsent(key(s), _ -> new ArrayList<>()).add(s));
            List<String> newShape =
                    series.stream()
                            .map(s ->
                                    measure.get()
                                            + "/"
                                            + s.name()
                                            + "/"
                                            + key(s)
                                            + "/"
                                            + s.style()
                                            + s.dimmed())
                            .toList();
            if (!newShape.equals(shape)) {
                shape = newShape;
                pseudoClassStateChanged(BLANK, listed.isEmpty());
                Map<String, LegendEntry> made = new LinkedHashMap<>();
                listed.forEach((key, own) -> made.put(key, entry(key, own)));
                entries = made;
                fill(listed.keySet());
            }
            listed.forEach((key, own) ->
                    requireNonNull(entries.get(key))
                            .show(
                                    own.size() == 1 ? value(own.getFirst(), x) : "",
                                    !hidden.contains(key)));
        }

        /// Maximum number of runs with an entry, so that the legend leaves space for the plot.
        private void fill(Set<String> keys) {
            List<String> runs =
                    keys.stream().filter(key -> key.startsWith(RUN)).skip(MAX_RUNS).toList();
            getChildren()
                    .setAll(
                            keys.stream()
                                    .filter(key -> !runs.contains(key))
                                    .map(entries::get)
                                    .toList());
            if (!runs.isEmpty()) {
                Label more = new Label(Messages.text("chart.hover.more", runs.size()));
                more.getStyleClass().add("legend-name");
                getChildren().add(more);
            }
        }

        private static String key(CurveSeries series) {
            return series.run().isEmpty() ? series.styleClass() : RUN + series.run();
        }

        private String value(CurveSeries series, double x) {
            Curve curve = series.curve();
            if (!Double.isNaN(x) && series.run().isEmpty()) {
                return measure.get().text(Nearest.y(curve, x));
            }
            return measure.get().text(curve.size() > 0 ? curve.y(curve.size() - 1) : Double.NaN);
        }

        private LegendEntry entry(String key, List<CurveSeries> own) {
            CurveSeries first = own.getFirst();
            String name = first.run().isEmpty() ? first.name() : first.run();
            LegendEntry entry =
                    new LegendEntry(
                            first,
                            name,
                            own.size() == 1 ? measure.get().widest() : "",
                            () -> toggle(key),
                            () -> alone(key));
            entry.setId("legend-" + key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
            return entry;
        }

        private void toggle(String key) {
            if (!hidden.remove(key)) {
                hidden.add(key);
            }
        }

        /// Hides all others of its kind (parts or runs), or shows them again if it is already
        /// alone.
        private void alone(String key) {
            Set<String> others = new HashSet<>(entries.keySet());
            others.removeIf(
                    other -> other.equals(key) || other.startsWith(RUN) != key.startsWith(RUN));
            boolean isAlone = !hidden.contains(key) && hidden.containsAll(others);
            hidden.remove(key);
            if (isAlone) {
                hidden.removeAll(others);
            } else {
                hidden.addAll(others);
            }
        }

        /// One entry of the legend: color, name, current value in a field of fixed width. Selected
        /// while its series are visible. A click or Space toggles it; Alt with either, or a
        /// double-click, shows it alone.
        private static final class LegendEntry extends ToggleButton {
            private final String name;
            private final FixedWidthText value;
            private final Runnable toggle;
            private final Runnable alone;

            /// @param widest text of a value; empty where the entry has no value
            LegendEntry(
                    CurveSeries series,
                    String name,
                    String widest,
                    Runnable toggle,
                    Runnable alone) {
                this.name = name;
                value = new FixedWidthText(widest, "chart-value", HPos.LEFT);
                this.toggle = toggle;
                this.alone = alone;
                Region swatch = new Region();
                swatch.getStyleClass().add("swatch");
                swatch.getStyleClass().addAll(series.styleClasses());
                swatch.setStyle(series.style());
                swatch.setOpacity(series.dimmed() ? 0.5 : 1);
                Label label = new Label(name);
                label.setMinWidth(USE_PREF_SIZE);
                label.getStyleClass().add("legend-name");
                HBox parts = new HBox(swatch, label);
                parts.getStyleClass().add("legend-parts");
                parts.setAlignment(Pos.CENTER_LEFT);
                if (!widest.isEmpty()) {
                    parts.getChildren().add(value);
                }
                getStyleClass().setAll("legend-entry");
                setGraphic(parts);
                setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
                setMinWidth(USE_PREF_SIZE);
                Tooltips.explain(this, Messages.text("chart.legend.tip"));
                setOnAction(_ -> toggle.run());
                addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
                addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
            }

            private void pressed(MouseEvent event) {
                boolean twice = event.getClickCount() % 2 == 0;
                if (event.getButton() == MouseButton.PRIMARY && (event.isAltDown() || twice)) {
                    if (twice && !event.isAltDown()) {
                        toggle.run(); // reverts the first click
                    }
                    alone.run();
                    event.consume();
                }
            }

            private void keyPressed(KeyEvent event) {
                boolean switches =
                        event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER;
                if (switches && event.isAltDown()) {
                    alone.run();
                    event.consume();
                } else if (event.getCode() == KeyCode.ENTER) {
                    fire();
                    event.consume();
                }
            }

            void show(String text, boolean shown) {
                value.setText(text);
                setSelected(shown);
                setAccessibleText(
                        Messages.text(
                                shown ? "chart.legend.shown" : "chart.legend.hidden",
                                text.isEmpty() ? name : name + " " + text));
            }
        }
    }
}
