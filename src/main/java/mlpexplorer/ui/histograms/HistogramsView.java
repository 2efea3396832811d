package mlpexplorer.ui.histograms;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

import mlpexplorer.nn.Numbers;
import mlpexplorer.training.Frame;
import mlpexplorer.training.TrainingSpec;
import mlpexplorer.ui.concurrent.BackgroundJobs;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Tooltips;
import mlpexplorer.ui.controls.Visibility;
import mlpexplorer.ui.histograms.LayerHistograms.Histogram;
import mlpexplorer.ui.workbench.Workbench;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Live histograms of each layer's weights, activations and update-to-weight ratios. Counts the
/// newest frame in the background, and nothing while hidden.
public final class HistogramsView extends VBox implements LivePart {
    private static final String STYLESHEET =
            Objects.requireNonNull(
                            HistogramsView.class.getResource("/mlpexplorer/ui/histograms.css"),
                            "histograms.css is missing")
                    .toExternalForm();

    private final Workbench workbench;
    private final Jobs jobs;
    private final VBox rows = new VBox();
    private final VBox picture;
    private final HBox toolbar = new HBox();
    private Optional<Frame> counted = Optional.empty();
    private boolean counting;

    public HistogramsView(Workbench workbench) {
        this(workbench, new BackgroundJobs("histograms", 1));
    }

    HistogramsView(Workbench workbench, Jobs jobs) {
        this.workbench = workbench;
        this.jobs = jobs;
        getStyleClass().add("histograms");
        getStylesheets().add(STYLESHEET);
        rows.getStyleClass().add("histogram-layers");
        VBox.setVgrow(rows, Priority.ALWAYS);
        Label guide = new Label(Messages.text("histograms.guide"));
        guide.getStyleClass().add("histogram-note");
        guide.setWrapText(true);
        guide.setMinHeight(USE_PREF_SIZE);
        picture = new VBox(headings(), rows, guide);
        picture.getStyleClass().add("histogram-picture");
        ScrollPane scroll = new ScrollPane(picture);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        toolbar.getStyleClass().add("histogram-toolbar");
        toolbar.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(toolbar, Pos.TOP_RIGHT);
        StackPane layers = new StackPane(scroll, toolbar);
        VBox.setVgrow(layers, Priority.ALWAYS);
        getChildren().add(layers);
    }

    /// All layers with headings and guide as a picture to save, including layers scrolled out of
    /// view.
    public Node picture() {
        return picture;
    }

    /// Above the right end of the headings, for buttons.
    public HBox toolbar() {
        return toolbar;
    }

    private static HBox headings() {
        HBox headings = new HBox();
        headings.getStyleClass().add("histogram-headings");
        for (String kind : List.of("weights", "activations", "ratios")) {
            Label heading = new Label(Messages.text("histograms." + kind));
            heading.getStyleClass().addAll("histogram-heading", kind);
            Tooltips.explain(heading, Messages.text("histograms." + kind + ".what"));
            heading.setMaxWidth(Double.MAX_VALUE);
            heading.setPrefWidth(110);
            HBox.setHgrow(heading, Priority.ALWAYS);
            headings.getChildren().add(heading);
        }
        return headings;
    }

    /// Call once per pulse.
    @Override
    public void pulse(long now) {
        Optional<Frame> frame = workbench.frameProperty().get();
        if (!counting && frame.isPresent() && !isCounted(frame.get()) && Visibility.now(this)) {
            count(frame.get());
        }
    }

    private boolean isCounted(Frame frame) {
        return counted.filter(before -> before.parameters() == frame.parameters()).isPresent();
    }

    private void count(Frame frame) {
        counting = true;
        counted = Optional.of(frame);
        TrainingSpec spec = workbench.spec().training();
        jobs.run(
                () ->
                        LayerHistograms.of(
                                frame.mlp(),
                                frame.parameters(),
                                frame.split().train(),
                                spec,
                                frame.rate()),
                this::show,
                failure -> {
                    counting = false;
                    System.getLogger(HistogramsView.class.getName())
                            .log(
                                    System.Logger.Level.ERROR,
                                    "The histograms could not be counted",
                                    failure);
                });
    }

    private void show(List<LayerHistograms> layers) {
        counting = false;
        if (rows.getChildren().size() != layers.size()) {
            rows.getChildren()
                    .setAll(layers.stream().map(layer -> new LayerRow(layer.layer())).toList());
            rows.getChildren().forEach(row -> VBox.setVgrow(row, Priority.ALWAYS));
        }
        for (int i = 0; i < layers.size(); i++) {
            ((LayerRow) rows.getChildren().get(i)).show(layers.get(i));
        }
    }

    @Override
    public void close() {
        jobs.close();
    }

    /// The three histograms of one layer under its name.
    private static final class LayerRow extends VBox {
        /// log₁₀ of the ratio commonly considered healthy.
        static final double GUIDE = -3;

        private static final double MAX_HEIGHT = 170;

        private final Label name = new Label();
        private final List<String> kinds = List.of("weights", "activations", "ratios");
        private final List<HistogramPlot> plots =
                kinds.stream()
                        .map(kind ->
                                new HistogramPlot(kind, kind.equals("ratios") ? GUIDE : Double.NaN))
                        .toList();

        LayerRow(int layer) {
            getStyleClass().add("layer-histograms");
            name.getStyleClass().add("histogram-layer");
            HBox row = new HBox();
            row.getStyleClass().add("histogram-row");
            for (int i = 0; i < plots.size(); i++) {
                HistogramPlot plot = plots.get(i);
                plot.setId("histogram-" + kinds.get(i) + "-" + layer);
                HBox.setHgrow(plot, Priority.ALWAYS);
                row.getChildren().add(plot);
            }
            VBox.setVgrow(row, Priority.ALWAYS);
            setMaxHeight(MAX_HEIGHT);
            getChildren().addAll(name, row);
        }

        void show(LayerHistograms layer) {
            name.setText(
                    Messages.text(
                            "histograms.layer",
                            String.valueOf(layer.layer()),
                            layer.shape(),
                            Numbers.powerOfTen(layer.ratio())));
            List<Histogram> shown = List.of(layer.weights(), layer.activations(), layer.ratios());
            for (int i = 0; i < shown.size(); i++) {
                Histogram histogram = shown.get(i);
                String summary =
                        Messages.text(
                                "histograms." + kinds.get(i) + ".tip",
                                histogram.total(),
                                Numbers.number(histogram.mean()),
                                Numbers.number(histogram.deviation()));
                plots.get(i).show(histogram);
                plots.get(i).setAccessibleText(summary);
                Tooltips.explain(plots.get(i), summary);
            }
        }

        /// A histogram as bars over an axis labeled with its range, with an optional guide line.
        /// The tallest bar fills the height.
        private static final class HistogramPlot extends Region {
            private static final double LABELS = 14;

            private final Path bars = new Path();
            private final Line base = new Line();
            private final Line guide = new Line();
            private final Text low = label();
            private final Text high = label();
            private final double guideAt;
            private final boolean powers;
            private Histogram histogram = Histogram.of(new double[0], 0);

            /// @param guideAt position of the guide line for logarithmic values (log₁₀); NaN for
            ///   linear values
            HistogramPlot(String styleClass, double guideAt) {
                this.guideAt = guideAt;
                powers = !Double.isNaN(guideAt);
                getStyleClass().addAll("histogram-plot", styleClass);
                bars.getStyleClass().add("histogram-bars");
                base.getStyleClass().add("histogram-base");
                guide.getStyleClass().add("histogram-guide");
                setAccessibleRole(AccessibleRole.IMAGE_VIEW);
                getChildren().addAll(bars, base, guide, low, high);
                getChildren().forEach(child -> child.setManaged(false));
                setMinSize(70, 58);
                setPrefSize(110, 70);
            }

            private static Text label() {
                Text text = new Text();
                text.getStyleClass().add("histogram-label");
                text.setTextOrigin(VPos.TOP);
                return text;
            }

            void show(Histogram newer) {
                histogram = newer;
                low.setText(powers ? Numbers.powerOfTen(newer.low()) : Numbers.number(newer.low()));
                high.setText(
                        powers ? Numbers.powerOfTen(newer.high()) : Numbers.number(newer.high()));
                requestLayout();
            }

            @Override
            protected void layoutChildren() {
                double width = getWidth();
                double bottom = Math.floor(getHeight() - LABELS) - 0.5;
                bars.getElements().clear();
                double scale = histogram.highest() > 0 ? (bottom - 2) / histogram.highest() : 0;
                double step = width / Histogram.BINS;
                bars.getElements().add(new MoveTo(0, bottom));
                for (int bin = 0; bin < Histogram.BINS; bin++) {
                    double top = bottom - scale * histogram.counts()[bin];
                    bars.getElements()
                            .addAll(new LineTo(bin * step, top), new LineTo((bin + 1) * step, top));
                }
                bars.getElements().addAll(new LineTo(width, bottom), new ClosePath());
                base.setStartY(bottom);
                base.setEndY(bottom);
                base.setEndX(width);
                double x =
                        Math.floor(
                                        width
                                                * (guideAt - histogram.low())
                                                / (histogram.high() - histogram.low()))
                                + 0.5;
                guide.setVisible(x >= 0 && x <= width);
                guide.setStartX(guide.isVisible() ? x : 0);
                guide.setEndX(guide.isVisible() ? x : 0);
                guide.setEndY(bottom);
                low.setY(bottom + 2);
                high.setY(bottom + 2);
                high.setX(width - high.getLayoutBounds().getWidth());
            }
        }
    }
}
