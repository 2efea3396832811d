package mlpexplorer.ui.histograms;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import mlpexplorer.training.Frame;
import mlpexplorer.training.TrainingSpec;
import mlpexplorer.ui.concurrent.BackgroundJobs;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.controls.Tooltips;
import mlpexplorer.ui.controls.Visibility;
import mlpexplorer.ui.workbench.Messages;
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
                                frame.mlp(), frame.parameters(), frame.split().train(), spec),
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
}
