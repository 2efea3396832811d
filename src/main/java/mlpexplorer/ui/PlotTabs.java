package mlpexplorer.ui;

import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import mlpexplorer.nn.Task;
import mlpexplorer.ui.boundary.BoundaryView;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.confusion.ConfusionView;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.curves.LearningCurves;
import mlpexplorer.ui.draw.DrawPane;
import mlpexplorer.ui.export.ExportablePicture;
import mlpexplorer.ui.histograms.HistogramsView;
import mlpexplorer.ui.images.ImagesView;
import mlpexplorer.ui.labs.BaselineTrainer.LinearModel;
import mlpexplorer.ui.landscape.LandscapeView;
import mlpexplorer.ui.network.NetworkView;
import mlpexplorer.ui.residuals.ResidualsView;
import mlpexplorer.ui.workbench.ReferenceCurves;
import mlpexplorer.ui.workbench.Workbench;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The plots of the current run: the boundary, or its replacement for image data, and the tabs
/// beside it. Tracks which of the exportable pictures the mouse was over last.
final class PlotTabs extends SplitPane {
    private static final int LINEAR_COLOR = 0x8b5cf6;
    private static final double MIN_WIDTH = 354;
    private static final double MIN_BOUNDARY = 356;

    private final BoundaryView boundary = new BoundaryView();
    private final LearningCurves curves;
    private final HistogramsView histograms;
    private final LandscapeView landscape;
    private final NetworkView network;
    private final ConfusionView confusion;
    private final ResidualsView residuals;
    private final ObservableValue<Boolean> regression;
    private final ImagesView images;
    private final DrawPane draw;
    private final TabPane side = new TabPane();
    private Supplier<ExportablePicture> lastTouched = this::boundaryPicture;
    private final PlotArrangement arrangement;

    /// @param testHidden whether test metrics are hidden
    PlotTabs(
            Workbench workbench,
            Consumer<ExportablePicture> onSave,
            ObservableValue<Boolean> testHidden) {
        curves = new LearningCurves(workbench);
        histograms = new HistogramsView(workbench);
        landscape = new LandscapeView(workbench);
        network = new NetworkView(workbench);
        confusion = new ConfusionView(workbench);
        residuals = new ResidualsView(workbench);
        regression =
                workbench
                        .frameProperty()
                        .map(frame ->
                                frame.filter(now -> now.mlp().task() instanceof Task.Regression)
                                        .isPresent());
        images = new ImagesView(workbench);
        draw = new DrawPane(workbench);
        setId("pictures");
        getStyleClass().add("pictures");
        addSaveButtons(onSave);
        boundary.pinnedProperty().bindBidirectional(network.pinnedProperty());
        arrangement = new PlotArrangement(this, main(), network, curves, tabs());
        network.toolbar().getChildren().addFirst(layoutButton());
        boundary.follow(confusion.selectedProperty());
        images.follow(confusion.selectedProperty());
        boundary.testHiddenProperty().bind(testHidden);
        images.testHiddenProperty().bind(testHidden);
        curves.testHiddenProperty().bind(testHidden);
        confusion.testHiddenProperty().bind(testHidden);
        residuals.testHiddenProperty().bind(testHidden);
        workbench
                .frameProperty()
                .addListener((_, _, frame) ->
                        frame.ifPresentOrElse(boundary::show, boundary::showBlank));
        boundary.drawnProperty().bind(draw.visibleProperty());
        draw.drawingProperty().subscribe(drawing -> boundary.panByLeftProperty().set(!drawing));
        draw.drawOn(boundary.surface(), boundary::domain, boundary::cursorPlace);
    }

    /// The picture the mouse was over last, saved by Ctrl+S.
    ExportablePicture lastTouched() {
        return lastTouched.get();
    }

    private boolean isRegression() {
        return regression.getValue();
    }

    private ExportablePicture boundaryPicture() {
        return new ExportablePicture(
                        isRegression() ? "prediction" : "decision-boundary",
                        boundary.plot(),
                        boundary::density)
                .withField(boundary::field);
    }

    /// The exportable pictures by the suffix of their menu items.
    SequencedMap<String, Supplier<ExportablePicture>> named() {
        SequencedMap<String, Supplier<ExportablePicture>> named = new LinkedHashMap<>();
        named.put("last", this::lastTouched);
        named.put(
                "boundary", () -> images.hasPictures().get() ? imagesPicture() : boundaryPicture());
        named.put("loss", this::lossPicture);
        named.put("accuracy", this::accuracyPicture);
        named.put("network", this::networkPicture);
        named.put("confusion", () -> isRegression() ? residualsPicture() : confusionPicture());
        named.put("histograms", this::histogramsPicture);
        named.put("landscape", this::landscapePicture);
        return named;
    }

    private ExportablePicture lossPicture() {
        return new ExportablePicture("loss", curves.loss(), _ -> {});
    }

    private ExportablePicture accuracyPicture() {
        return new ExportablePicture(
                (isRegression() ? Task.Metric.R2 : Task.Metric.ACCURACY).key(),
                curves.accuracy(),
                _ -> {});
    }

    private ExportablePicture networkPicture() {
        return new ExportablePicture("network", network.picture(), network::density);
    }

    private ExportablePicture imagesPicture() {
        return new ExportablePicture("pictures", images.picture(), images::density);
    }

    private ExportablePicture histogramsPicture() {
        return new ExportablePicture("histograms", histograms.picture(), _ -> {});
    }

    private ExportablePicture landscapePicture() {
        return new ExportablePicture("landscape", landscape.picture(), landscape::density);
    }

    private ExportablePicture confusionPicture() {
        return new ExportablePicture("confusion-matrix", confusion.picture(), confusion::density);
    }

    private ExportablePicture residualsPicture() {
        return new ExportablePicture("residuals", residuals.picture(), _ -> {});
    }

    /// The picture of the whole window.
    ExportablePicture windowPicture(Node window) {
        return new ExportablePicture(ExportablePicture.WINDOW, window, this::density)
                .withField(boundary::field);
    }

    /// Sets the pixel density of all pictures.
    private void density(double density) {
        boundary.density(density);
        network.density(density);
        confusion.density(density);
        images.density(density);
        landscape.density(density);
    }

    LandscapeView landscape() {
        return landscape;
    }

    /// Adds a button that saves the curves as CSV.
    void addToCurves(Node button) {
        curves.toolbar().add(button);
    }

    BooleanProperty discretizeProperty() {
        return boundary.discretizeProperty();
    }

    BooleanProperty showTestPointsProperty() {
        return boundary.showTestPointsProperty();
    }

    BooleanProperty logLossProperty() {
        return curves.loss().chart().logYProperty();
    }

    /// Replaces the runs drawn behind the current one; the linear baseline stays.
    void showPinned(Collection<ReferenceCurves> pinned) {
        List<ReferenceCurves> shown = new ArrayList<>(pinned);
        shown.addAll(curves.references().filtered(PlotTabs::isLinear));
        curves.references().setAll(shown);
    }

    /// Shows or hides softmax regression on the same data.
    void show(Optional<LinearModel> model) {
        curves.references().removeIf(PlotTabs::isLinear);
        model.ifPresentOrElse(
                baseline -> {
                    boundary.showBaseline(baseline.mlp(), baseline.parameters());
                    curves.references()
                            .add(
                                    new ReferenceCurves(
                                            Messages.text("labs.linear"),
                                            LINEAR_COLOR,
                                            baseline.log()));
                },
                boundary::clearBaseline);
    }

    private static boolean isLinear(ReferenceCurves run) {
        return run.name().equals(Messages.text("labs.linear"));
    }

    /// Tab, divider and layout.
    PlotArrangement arrangement() {
        return arrangement;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (arrangement.place()) {
            super.layoutChildren();
        }
    }

    List<LivePart> parts() {
        return List.of(
                arrangement,
                curves,
                histograms,
                boundary,
                network,
                confusion,
                residuals,
                images,
                landscape);
    }

    private void addSaveButtons(Consumer<ExportablePicture> onSave) {
        boundary.toolbar()
                .getChildren()
                .add(saveButton("decision-boundary", this::boundaryPicture, onSave));
        curves.loss().toolbar().addAll(logButton(), saveButton("loss", this::lossPicture, onSave));
        curves.accuracy().toolbar().add(saveButton("accuracy", this::accuracyPicture, onSave));
        confusion
                .toolbar()
                .getChildren()
                .add(saveButton("confusion-matrix", this::confusionPicture, onSave));
        residuals
                .toolbar()
                .getChildren()
                .add(saveButton("residuals", this::residualsPicture, onSave));
        network.toolbar().getChildren().add(saveButton("network", this::networkPicture, onSave));
        histograms
                .toolbar()
                .getChildren()
                .add(saveButton("histograms", this::histogramsPicture, onSave));
        landscape
                .toolbar()
                .getChildren()
                .add(saveButton("landscape", this::landscapePicture, onSave));
        images.toolbar().getChildren().add(saveButton("pictures", this::imagesPicture, onSave));
    }

    private TabPane tabs() {
        side.setId("side-tabs");
        side.setAccessibleText(Messages.text("tabs"));
        side.getStyleClass().add("side-tabs");
        side.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        side.getTabs()
                .addAll(
                        tab("curves", curves),
                        tab("network", network),
                        errors(),
                        tab("histograms", histograms),
                        tab("landscape", landscape));
        side.setMinWidth(MIN_WIDTH);
        return side;
    }

    /// The boundary, or its replacement for image data.
    private StackPane main() {
        BorderPane plot = new BorderPane(boundary, draw, null, null, null);
        plot.visibleProperty().bind(images.hasPictures().not());
        images.visibleProperty().bind(images.hasPictures());
        StackPane main = new StackPane(plot, images);
        main.setMinWidth(MIN_BOUNDARY);
        return main;
    }

    /// The confusion matrix or, in a regression, the residuals.
    private Tab errors() {
        Tab tab = tab("confusion", new StackPane(confusion, residuals));
        tab.textProperty()
                .bind(
                        regression.map(
                                now -> Messages.text(now ? "tab.residuals" : "tab.confusion")));
        confusion.visibleProperty().bind(regression.map(now -> !now));
        residuals.visibleProperty().bind(regression);
        return tab;
    }

    /// A tab beside the boundary; its content does no work while another tab is selected.
    private static Tab tab(String name, Region content) {
        Tab tab = new Tab(Messages.text("tab." + name), content);
        tab.setId(name + "-tab");
        return tab;
    }

    private Node logButton() {
        var button = IconButtons.log(ControlLabel.of("chart.log", "log-loss-button"));
        button.selectedProperty().bindBidirectional(logLossProperty());
        button.getStyleClass().add("no-picture");
        return button;
    }

    private Node layoutButton() {
        var button =
                IconButtons.toggle(
                        Feather.LAYOUT, ControlLabel.of("layout.network", "network-layout-button"));
        button.selectedProperty().bindBidirectional(arrangement.networkLayoutProperty());
        button.getStyleClass().add("no-picture");
        return button;
    }

    /// The button that saves a picture, which Ctrl+S saves too once the mouse was over it.
    private Button saveButton(
            String name, Supplier<ExportablePicture> picture, Consumer<ExportablePicture> onSave) {
        picture.get().node().setOnMouseEntered(_ -> lastTouched = picture);
        ControlLabel caption = ControlLabel.of("save.button", "save-" + name + "-button");
        Button button =
                IconButtons.icon(Feather.DOWNLOAD, caption, () -> onSave.accept(picture.get()));
        button.getStyleClass().add("no-picture");
        return button;
    }
}
