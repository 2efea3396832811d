package mlpexplorer.ui.boundary;

import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Window;

import mlpexplorer.data.Split;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.boundary.PlotGestures.PlotCursor;
import mlpexplorer.ui.concurrent.BackgroundJobs;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.controls.Tooltips;
import mlpexplorer.ui.field.ClassPainter;
import mlpexplorer.ui.field.Contour;
import mlpexplorer.ui.field.ContourTracer;
import mlpexplorer.ui.field.CurvePainter;
import mlpexplorer.ui.field.Domain;
import mlpexplorer.ui.field.Field;
import mlpexplorer.ui.field.FieldEvaluator;
import mlpexplorer.ui.field.FieldPainter;
import mlpexplorer.ui.field.FieldPicture;
import mlpexplorer.ui.field.FieldRequest;
import mlpexplorer.ui.field.UnitFields;
import mlpexplorer.ui.workbench.ConfusionCell;

import org.kordamp.ikonli.feather.Feather;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// The decision boundary of the network in training, on a plane through its data: a field of class
/// probabilities, its contour, the points, and the probabilities at the cursor. In a regression,
/// the field of its values or, for one feature, its function. Can be zoomed and panned. FX thread
/// only.
///
/// [#show] accepts each new frame; [#pulse], called once per pulse, displays the newest finished
/// field. The field is computed on another thread, so neither takes long. Call [#close] at the end.
public final class BoundaryView extends VBox implements LivePart {
    private static final String STYLESHEET =
            Objects.requireNonNull(
                            BoundaryView.class.getResource("/mlpexplorer/ui/boundary.css"),
                            "boundary.css is missing")
                    .toExternalForm();

    private final BoundaryViewModel model =
            new BoundaryViewModel(new BackgroundJobs("boundary", 1));
    private final HBox toolbar = new HBox();
    private final BoundaryPlot plot;
    private final Readout readout;
    private final PlotCursor cursor;
    private final PlotGestures gestures;
    private final Button fit;
    private final CheckBox discretize =
            check("discretize", "discretize-check", model.discretizeProperty());
    private final CheckBox errors =
            check("mistakes", "mistakes-check", model.mistakes().wantedProperty());
    private final QuickContour baselineContour = new QuickContour();
    private Optional<Baseline> baseline = Optional.empty();
    private Optional<ModelSpec> network = Optional.empty();
    private final ObjectProperty<Optional<UnitFields.Place>> pinned =
            new SimpleObjectProperty<>(this, "pinned", Optional.empty());
    private final BooleanProperty testHidden = new SimpleBooleanProperty(this, "testHidden");
    private final BooleanExpression testPointsShown =
            model.showTestPointsProperty()
                    .or(
                            BooleanExpression.booleanExpression(
                                    model.mistakes().cellProperty().map(BoundaryView::isInTest)))
                    .and(testHidden.not());
    private boolean readingStale;

    /// Another network for the same data, small enough to draw immediately.
    private record Baseline(Mlp mlp, Parameters parameters) {}

    public BoundaryView() {
        fit =
                IconButtons.icon(
                        Feather.MAXIMIZE,
                        BoundaryText.caption("fit", "boundary-fit-button"),
                        model::resetView);
        plot =
                new BoundaryPlot(
                        tools(),
                        model.stateProperty().get().painter(),
                        model::choose,
                        () -> pinned.set(Optional.empty()));
        pinned.subscribe(unit -> {
            model.pin(unit);
            plot.pin(unit, isBounded());
            discretize.setVisible(unit.isEmpty());
            discretize.setManaged(unit.isEmpty());
        });
        readout = new Readout();
        cursor = new PlotCursor(plot.area().surface());
        gestures = new PlotGestures(model, plot.area().surface(), cursor);
        getStyleClass().add("boundary-view");
        getStylesheets().add(STYLESHEET);
        setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(plot, readout);
        describeSurface();
        model.themeProperty().bind(Theme.observed(this));
        model.stateProperty().subscribe(this::show);
        testPointsShown.subscribe(plot::showTestPoints);
        model.mistakes().errorsProperty().subscribe(plot.area()::ring);
        plot.area().sideProperty().addListener(_ -> updateResolution());
        cursor.placeProperty().addListener(_ -> markCursor());
    }

    private HBox tools() {
        toolbar.getStyleClass().add("boundary-slot");
        CheckBox testPoints =
                check("test-points", "test-points-check", model.showTestPointsProperty());
        Tooltips.disableWhile(testPoints, testHidden, BoundaryText.text("test-points.locked"));
        HBox tools = new HBox(discretize, testPoints, errors, new HBox(fit, toolbar));
        tools.getStyleClass().addAll("boundary-tools", "no-picture");
        return tools;
    }

    private static CheckBox check(String key, String id, BooleanProperty property) {
        CheckBox box = BoundaryText.caption(key, id).describe(new CheckBox(BoundaryText.text(key)));
        box.selectedProperty().bindBidirectional(property);
        box.setMinWidth(USE_PREF_SIZE);
        return box;
    }

    private void describeSurface() {
        Region surface = plot.area().surface();
        surface.setId("boundary-surface");
        surface.setCursor(Cursor.CROSSHAIR);
        surface.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        surface.setAccessibleText(BoundaryText.text("title"));
        surface.setAccessibleHelp(BoundaryText.text("help"));
    }

    /// Solid regions instead of shades; the first check box.
    public BooleanProperty discretizeProperty() {
        return model.discretizeProperty();
    }

    /// Whether test points are drawn; the second check box.
    public BooleanProperty showTestPointsProperty() {
        return model.showTestPointsProperty();
    }

    /// Whether the test set is hidden: its points are neither drawn nor circled.
    public BooleanProperty testHiddenProperty() {
        return testHidden;
    }

    /// Whether dragging with the left button pans and a double-click resets the view. Set to false
    /// while the left button is needed, for example to draw points; the middle and right buttons
    /// always pan, and the wheel zooms.
    public BooleanProperty panByLeftProperty() {
        return gestures.panByLeftProperty();
    }

    /// The plot area, for mouse listeners.
    public Region surface() {
        return plot.area().surface();
    }

    /// The visible part of the plane, if any.
    public Optional<Domain> domain() {
        return switch (model.stateProperty().get().content()) {
            case Content.Plane plane -> Optional.of(plane.domain());
            case Content.Blank(Domain domain) -> Optional.of(domain);
            case Content.Nothing(), Content.NoPlane(_) -> Optional.empty();
        };
    }

    /// Shows an empty plane for drawing the first points.
    public void showBlank() {
        model.showBlank();
    }

    /// The unit whose field is drawn instead of the output; dropped if the network has no such
    /// unit.
    public ObjectProperty<Optional<UnitFields.Place>> pinnedProperty() {
        return pinned;
    }

    /// Whether the points are drawn by the user; the visible part then stays fixed while points
    /// change.
    public BooleanProperty drawnProperty() {
        return model.drawnProperty();
    }

    private static boolean isInTest(Optional<ConfusionCell> cell) {
        return cell.filter(at -> at.part() == Split.Part.TEST).isPresent();
    }

    /// Circles the points of a cell of the confusion matrix instead of all errors.
    public void follow(ObservableValue<Optional<ConfusionCell>> cell) {
        model.mistakes().cellProperty().bind(cell);
    }

    /// The position of the readout, 0 to 1 across and down.
    public Optional<Point2D> cursorPlace() {
        return cursor.placeProperty().get();
    }

    /// The right end of the toolbar, for more buttons.
    public HBox toolbar() {
        return toolbar;
    }

    /// The picture without the readout: title, plot, caption, legend. The controls beside the title
    /// have the style class `no-picture` and are hidden in snapshots.
    public Node plot() {
        return plot;
    }

    /// Pixels per unit of length of the points: set it to the scale of a snapshot of [#plot] before
    /// taking it and back to 1 afterward.
    public void density(double density) {
        plot.area().density(density);
    }

    /// Draws the field with the given number of pixels per unit of length, or 1 as usual.
    ///
    /// @return computes the field, on any thread; its result shows it, on the FX thread
    public Supplier<Runnable> field(double density) {
        Optional<FieldRequest> request =
                density > 1
                        ? model.still((int) Math.ceil(density * plot.area().sideProperty().get()))
                        : Optional.empty();
        return () -> {
            Optional<FieldPicture> still = request.map(FieldPicture::still);
            return () -> still.ifPresentOrElse(plot.area()::paint, model::refresh);
        };
    }

    private boolean isBounded() {
        return network.flatMap(known -> pinned.get().map(unit -> UnitFields.isBounded(known, unit)))
                .orElse(false);
    }

    /// Accepts the newest frame. Call at most once per pulse.
    public void show(Frame frame) {
        if (pinned.get().filter(unit -> !unit.isIn(frame.parameters())).isPresent()) {
            pinned.set(Optional.empty());
        }
        model.show(frame);
        if (network.filter(known -> known.equals(frame.mlp().spec())).isEmpty()) {
            network = Optional.of(frame.mlp().spec());
            plot.pin(pinned.get(), isBounded());
        }
        if (showsPlane()) {
            plot.caption(frame);
        }
        readingStale = true;
    }

    /// Displays the newest finished field and updates the readout. Call once per pulse.
    @Override
    public void pulse(long now) {
        model.pulse(now);
        model.fetch(plot.area()::paint);
        if (readingStale) {
            readingStale = false;
            readout.write(
                    cursor.placeProperty().get().flatMap(at -> model.read(at.getX(), at.getY())));
        }
    }

    /// Stops the thread that computes fields.
    @Override
    public void close() {
        model.close();
    }

    private boolean showsPlane() {
        return model.stateProperty().get().content() instanceof Content.Plane;
    }

    /// Draws the contour of another network for the same data as a dashed line. It must be small,
    /// as it is drawn immediately.
    public void showBaseline(Mlp mlp, Parameters parameters) {
        baseline = Optional.of(new Baseline(mlp, parameters));
        drawBaseline(model.stateProperty().get());
    }

    public void clearBaseline() {
        baseline = Optional.empty();
        plot.clearBaseline();
    }

    private void drawBaseline(BoundaryViewModel.PlotState look) {
        Optional<FieldRequest> request =
                baseline.flatMap(other ->
                        look.content() instanceof Content.Plane plane
                                        && other.mlp().task().equals(plane.dataset().task())
                                        && other.mlp().inputs()
                                                == plane.view().projection().inputs()
                                ? Optional.of(
                                        new FieldRequest(
                                                other.mlp(),
                                                other.parameters(),
                                                plane.view().projection(),
                                                plane.domain(),
                                                look.painter(),
                                                1))
                                : Optional.empty());
        request.ifPresentOrElse(
                asked -> plot.showBaseline(baselineContour.trace(asked)), plot::clearBaseline);
    }

    private void show(BoundaryViewModel.PlotState look) {
        drawBaseline(look);
        plot.show(look.content(), look.painter());
        describe(look.painter());
        switch (look.content()) {
            case Content.Plane plane -> readout.show(plane, look.painter());
            case Content.Nothing(), Content.Blank(_), Content.NoPlane(_) -> readout.clear();
        }
        fit.setDisable(!(look.content() instanceof Content.Plane plane) || plane.isAtDefaultView());
        readingStale = true;
    }

    /// Names the options for what is drawn.
    private void describe(FieldPainter painter) {
        String kind = painter instanceof ClassPainter ? "mistakes" : "residuals";
        errors.setText(BoundaryText.text(kind));
        errors.setAccessibleText(BoundaryText.text(kind));
        Tooltips.explain(errors, BoundaryText.text(kind + ".tip"));
        discretize.setDisable(painter instanceof CurvePainter);
        plot.area().surface().setAccessibleText(BoundaryText.text(BoundaryText.title(painter)));
    }

    private void markCursor() {
        plot.area().mark(showsPlane() ? cursor.placeProperty().get() : Optional.empty());
        readingStale = true;
    }

    private void updateResolution() {
        Optional<Window> window = Optional.ofNullable(getScene()).map(scene -> scene.getWindow());
        double scale =
                window.map(Window::getOutputScaleX).orElse(Screen.getPrimary().getOutputScaleX());
        model.resolution(scale * plot.area().sideProperty().get());
    }

    /// Traces the contour of a network in the calling thread, for networks small enough that this
    /// takes less than a millisecond, such as one without hidden layers. Not thread-safe.
    private static final class QuickContour {
        private static final int SIDE = 49;

        private final FieldEvaluator evaluator = new FieldEvaluator();
        private final ContourTracer tracer = new ContourTracer();
        private final Field field = new Field();
        private final Contour contour = new Contour();

        /// The contour on the domain of `request`; valid until the next call.
        Contour trace(FieldRequest request) {
            evaluator.evaluate(request, SIDE, field, () -> false);
            request.painter().trace(field, request.domain(), tracer, contour);
            return contour;
        }
    }
}
