package mlpexplorer.ui.boundary;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import mlpexplorer.data.Split;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.boundary.PointQuery.Prediction;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.field.ClassPainter;
import mlpexplorer.ui.field.Domain;
import mlpexplorer.ui.field.FieldPainter;
import mlpexplorer.ui.field.FieldPicture;
import mlpexplorer.ui.field.FieldRequest;
import mlpexplorer.ui.field.FieldSampler;
import mlpexplorer.ui.field.FieldThumbnail;
import mlpexplorer.ui.field.PlaneChoice;
import mlpexplorer.ui.field.PlaneView;
import mlpexplorer.ui.field.UnitFields;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The state of the boundary pane: the newest frame, the plane of its data, and display options.
/// Sends every change to the [FieldSampler] and passes on its pictures unless they are outdated.
final class BoundaryViewModel implements AutoCloseable {
    /// Picture sizes are multiples of this, so that resizing a window does not allocate a new one
    /// for every pixel.
    private static final int PIXEL_STEP = 64;

    private static final int MAX_PIXELS = 1024;
    private static final int MAX_EXPORT_PIXELS = 2048;

    /// Maximum number of multiplications between two pulses.
    private static final double MAX_SYNCHRONOUS_WORK = 300_000;

    private static final double MAX_ZOOM_OUT = 16;
    private static final double MAX_ZOOM_IN = 1e-3;

    private final BooleanProperty discretize = new SimpleBooleanProperty(this, "discretize");
    private final BooleanProperty drawn = new SimpleBooleanProperty(this, "drawn");
    private final BooleanProperty showTestPoints =
            new SimpleBooleanProperty(this, "showTestPoints");
    private final ObjectProperty<Theme> theme =
            new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final ReadOnlyObjectWrapper<PlotState> look =
            new ReadOnlyObjectWrapper<>(
                    new PlotState(
                            new Content.Nothing(),
                            new ClassPainter(new ClassColors(2, Theme.LIGHT), false)));
    private final FieldSampler sampler = new FieldSampler();
    private final PointQuery query = new PointQuery();
    private final Jobs jobs;
    private final Mistakes mistakes;
    private Optional<Frame> frame = Optional.empty();
    private Optional<ChosenPlane> request = Optional.empty();
    private Optional<Preparation> preparation = Optional.empty();
    private final UnitFields units = new UnitFields();
    private Optional<UnitFields.Place> pinned = Optional.empty();
    private boolean planeIsDrawn;
    private int pixels = FieldSampler.MOVING_PIXELS;

    /// The content and its colors; the painter fits the data of the plane.
    record PlotState(Content content, FieldPainter painter) {}

    /// The plane chosen by the user for data with these features.
    private record ChosenPlane(List<String> features, PlaneChoice choice) {}

    private record Preparation(Split split, PlaneChoice choice, Jobs.Job job) {}

    BoundaryViewModel(Jobs jobs) {
        this.jobs = jobs;
        mistakes = new Mistakes(jobs);
        discretize.addListener(_ -> repaint());
        theme.addListener(_ -> repaint());
    }

    /// Solid regions instead of shades.
    BooleanProperty discretizeProperty() {
        return discretize;
    }

    BooleanProperty showTestPointsProperty() {
        return showTestPoints;
    }

    /// The circled points or residuals; none while disabled or not yet known.
    Mistakes mistakes() {
        return mistakes;
    }

    ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// Changes with the data, the visible part, the theme and the discretize property, but not with
    /// every frame.
    ReadOnlyObjectProperty<PlotState> stateProperty() {
        return look.getReadOnlyProperty();
    }

    void show(Frame newest) {
        frame = Optional.of(newest);
        mistakes.follow(newest);
        follow(newest.split());
        submit();
    }

    void clear() {
        frame = Optional.empty();
        clearPreparation();
        mistakes.forget();
        look.set(new PlotState(new Content.Nothing(), look.get().painter()));
    }

    /// Returns to a plane without points.
    void showBlank() {
        Domain seen =
                planeIsDrawn && look.get().content() instanceof Content.Plane plane
                        ? plane.domain()
                        : Domain.HOME;
        clear();
        look.set(new PlotState(new Content.Blank(seen), look.get().painter()));
    }

    /// Whether the points are drawn by the user; the visible part then stays fixed while points
    /// change.
    BooleanProperty drawnProperty() {
        return drawn;
    }

    /// Selects another plane of the same data; ignored if the data does not have it.
    void choose(PlaneChoice choice) {
        frame.map(Frame::split)
                .filter(split -> choice.fits(split.shape().features()))
                .ifPresent(split -> {
                    request = Optional.of(new ChosenPlane(split.dataset().featureNames(), choice));
                    follow(split);
                    submit();
                });
    }

    /// Zooms by `factor` around a point of the plot, 0 to 1 across and down.
    void zoom(double factor, double across, double down) {
        change(plane -> {
            double now = plane.view().home().width() / plane.domain().width();
            double allowed = Math.clamp(now * factor, 1 / MAX_ZOOM_OUT, 1 / MAX_ZOOM_IN) / now;
            return plane.domain().zoomed(allowed, across, down);
        });
    }

    /// Pans by fractions of the plot.
    void pan(double across, double down) {
        change(plane -> plane.domain().moved(across, down));
    }

    /// Resets the view to all points.
    void resetView() {
        change(plane -> plane.view().home());
    }

    private void change(Function<Content.Plane, Domain> to) {
        if (look.get() instanceof PlotState(Content.Plane plane, FieldPainter painter)) {
            Domain domain = to.apply(plane);
            if (!domain.equals(plane.domain())) {
                look.set(new PlotState(plane.seen(domain), painter));
                submit();
            }
        }
    }

    /// Sets the width of the plot in device pixels.
    void resolution(double devicePixels) {
        int steps = (int) Math.ceil(devicePixels / PIXEL_STEP);
        int wanted = Math.clamp((long) steps * PIXEL_STEP, PIXEL_STEP, MAX_PIXELS);
        if (wanted != pixels) {
            pixels = wanted;
            submit();
        }
    }

    /// Call once per pulse.
    void pulse(long now) {
        mistakes.pulse(now);
    }

    /// Passes the newest unread picture, if any that is still current, to `viewer`, which must not
    /// keep it.
    void fetch(Consumer<FieldPicture> viewer) {
        sampler.fetch(picture -> {
            if (look.get().content() instanceof Content.Plane plane
                    && picture.fits(
                            plane.view().projection(), pinned.isEmpty() ? plane.outputs() : 1)) {
                viewer.accept(picture);
            }
        });
    }

    /// The prediction of the newest parameters at a point of the plot, 0 to 1 across and down;
    /// empty without a plot.
    Optional<Prediction> read(double across, double down) {
        return shownPlane()
                .flatMap(plane ->
                        frame.map(newest ->
                                query.read(
                                        newest,
                                        plane.view().projection(),
                                        plane.domain().x(across),
                                        plane.domain().y(down))));
    }

    @Override
    public void close() {
        sampler.close();
        jobs.close();
    }

    /// The plane, if it belongs to the newest frame's data.
    private Optional<Content.Plane> shownPlane() {
        return look.get().content() instanceof Content.Plane plane
                        && frame.filter(newest -> newest.split() == plane.split()).isPresent()
                ? Optional.of(plane)
                : Optional.empty();
    }

    private void follow(Split split) {
        int features = split.shape().features();
        if (!FieldThumbnail.shows(split.dataset())) {
            clearPreparation();
            if (!(look.get().content() instanceof Content.NoPlane(int before))
                    || before != features) {
                show(new Content.NoPlane(features));
            }
            return;
        }
        PlaneChoice choice =
                request.filter(made -> made.features().equals(split.dataset().featureNames()))
                        .map(ChosenPlane::choice)
                        .orElse(PlaneChoice.defaults(features));
        boolean known =
                look.get().content() instanceof Content.Plane plane
                        && plane.split() == split
                        && plane.view().choice().equals(choice);
        if (!known
                && preparation
                        .filter(made -> made.split() == split && made.choice().equals(choice))
                        .isEmpty()) {
            prepare(split, choice);
        }
    }

    private void prepare(Split split, PlaneChoice choice) {
        clearPreparation();
        if (effort(split, choice) <= MAX_SYNCHRONOUS_WORK) {
            show(planeOf(split, PlaneView.of(split, choice)));
            return;
        }
        boolean alike =
                look.get().content() instanceof Content.Plane plane
                        && plane.dataset().featureNames().equals(split.dataset().featureNames());
        if (!alike) {
            show(new Content.Nothing());
        }
        Jobs.Job job =
                jobs.run(
                        () -> PlaneView.of(split, choice),
                        view -> prepared(split, view),
                        failure -> failed(split, failure));
        preparation = Optional.of(new Preparation(split, choice, job));
    }

    private static double effort(Split split, PlaneChoice choice) {
        double columns = split.shape().features();
        double pass = columns * split.shape().rows();
        return switch (choice) {
            case PlaneChoice.Features _, PlaneChoice.Target() -> pass;
            case PlaneChoice.Principal() -> columns * pass + 10 * columns * columns * columns;
        };
    }

    private void prepared(Split split, PlaneView view) {
        preparation = Optional.empty();
        if (frame.filter(newest -> newest.split() == split).isPresent()) {
            show(planeOf(split, view));
            submit();
        }
    }

    private void failed(Split split, Exception failure) {
        preparation = Optional.empty();
        show(new Content.NoPlane(split.shape().features()));
        System.getLogger(BoundaryViewModel.class.getName())
                .log(System.Logger.Level.ERROR, "No plane could be found", failure);
    }

    private void clearPreparation() {
        preparation.map(Preparation::job).ifPresent(Jobs.Job::cancel);
        preparation = Optional.empty();
    }

    /// A zoomed view is kept as long as the extent of the data does not change.
    private Content.Plane planeOf(Split split, PlaneView found) {
        planeIsDrawn = drawn.get();
        PlaneView view = planeIsDrawn ? found.at(stableHome(found)) : found;
        boolean stays =
                look.get().content() instanceof Content.Plane before
                        && before.view().home().equals(view.home())
                        && before.view().choice().equals(view.choice())
                        && before.dataset().featureNames().equals(split.dataset().featureNames());
        Domain seen =
                stays && look.get().content() instanceof Content.Plane before
                        ? before.domain()
                        : view.home();
        return new Content.Plane(split, view, seen);
    }

    /// The visible part at the start of drawing, as long as it contains all points.
    private Domain stableHome(PlaneView found) {
        return switch (look.get().content()) {
            case Content.Plane plane
                    when found.isIn(plane.view().home()) || found.isIn(plane.domain()) ->
                    plane.view().home();
            case Content.Blank(Domain domain) when found.isIn(domain) -> domain;
            case Content.Plane _, Content.Blank _, Content.Nothing _, Content.NoPlane _ ->
                    found.isIn(Domain.HOME) ? Domain.HOME : found.home();
        };
    }

    private void show(Content content) {
        FieldPainter before = look.get().painter();
        boolean recolored = content instanceof Content.Plane plane && !before.fits(plane.split());
        look.set(new PlotState(content, recolored ? painterOf(content) : before));
    }

    private FieldPainter painterOf(Content content) {
        return content instanceof Content.Plane plane
                ? FieldPainter.of(plane.split(), theme.get(), discretize.get())
                : new ClassPainter(new ClassColors(2, theme.get()), discretize.get());
    }

    private void repaint() {
        PlotState before = look.get();
        look.set(new PlotState(before.content(), painterOf(before.content())));
        submit();
    }

    /// The newest field at the given size, for [FieldPicture#still]. [#refresh] restores the
    /// default size.
    Optional<FieldRequest> still(int stillPixels) {
        return request(Math.min(stillPixels, MAX_EXPORT_PIXELS));
    }

    /// Draws the field of a unit instead of the output, or the output again.
    void pin(Optional<UnitFields.Place> unit) {
        pinned = unit;
        submit();
    }

    /// Requests a new picture of the same content.
    void refresh() {
        submit();
    }

    private void submit() {
        request(pixels).ifPresent(sampler::submit);
    }

    private Optional<FieldRequest> request(int wanted) {
        return shownPlane()
                .flatMap(plane ->
                        frame.map(newest ->
                                new FieldRequest(
                                        newest.mlp(),
                                        newest.parameters(),
                                        plane.view().projection(),
                                        plane.domain(),
                                        look.get().painter(),
                                        wanted)))
                .map(whole ->
                        pinned.filter(unit -> unit.isIn(whole.parameters()))
                                .map(unit -> units.of(whole, unit, theme.get()))
                                .orElse(whole));
    }
}
