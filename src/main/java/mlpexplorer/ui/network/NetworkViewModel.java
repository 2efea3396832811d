package mlpexplorer.ui.network;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import mlpexplorer.data.Dataset;
import mlpexplorer.nn.ParameterPlace;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.Frame;
import mlpexplorer.training.LatestValue;
import mlpexplorer.training.ParameterEdit;
import mlpexplorer.ui.concurrent.LatestRequestWorker;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.workbench.Workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The state of the diagram: the newest finished pictures, the highlighted element, and editing.
/// Requests new pictures when the frame, the size, the theme or the highlighted unit changes, and
/// only while visible.
final class NetworkViewModel implements AutoCloseable {
    /// Minimum time between requests during training: hundreds of curves are expensive to draw and
    /// must not delay the boundary.
    private static final long RUNNING_NANOS = 80_000_000;

    private static final long RESTING_NANOS = 30_000_000;

    private final Workbench workbench;
    private final UnitSampler sampler = new UnitSampler();
    private final ObjectProperty<Theme> theme =
            new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final ReadOnlyObjectWrapper<Optional<DiagramElement>> target =
            new ReadOnlyObjectWrapper<>(this, "target", Optional.empty());
    private Optional<UnitPicture> picture = Optional.empty();
    private Optional<UnitRequest> asked = Optional.empty();
    private double width;
    private double height;
    private double density = 1;
    private long askedAt;

    NetworkViewModel(Workbench workbench) {
        this.workbench = workbench;
    }

    ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// The highlighted element.
    ReadOnlyObjectProperty<Optional<DiagramElement>> targetProperty() {
        return target.getReadOnlyProperty();
    }

    /// The newest pictures; the caller must not keep them.
    Optional<UnitPicture> picture() {
        return picture;
    }

    /// @param density device pixels per unit of length
    void size(double width, double height, double density) {
        this.width = width;
        this.height = height;
        this.density = density;
    }

    /// Requests pictures if something changed and fetches finished ones. Call once per pulse while
    /// visible. Returns whether there are new pictures.
    boolean pulse(long now) {
        if (now - askedAt >= (workbench.isRunning() ? RUNNING_NANOS : RESTING_NANOS)) {
            workbench
                    .frameProperty()
                    .get()
                    .filter(_ -> width > 0 && height > 0)
                    .map(this::request)
                    .filter(wanted -> !asked.equals(Optional.of(wanted)))
                    .ifPresent(wanted -> {
                        asked = Optional.of(wanted);
                        askedAt = now;
                        sampler.submit(wanted);
                    });
        }
        Optional<UnitPicture> fresh = sampler.fetch();
        fresh.ifPresent(newest -> {
            picture.ifPresent(sampler::release);
            picture = fresh;
            clearMissingTarget(newest.request());
        });
        return fresh.isPresent();
    }

    private UnitRequest request(Frame frame) {
        DiagramLayout layout = layout(frame);
        Optional<DiagramElement> here =
                target.get().filter(now -> exists(now, frame.parameters(), layout));
        return UnitRequest.of(frame, layout, density, here, theme.get());
    }

    /// Returns the same object while nothing changes, so that requests can be compared.
    private DiagramLayout layout(Frame frame) {
        Parameters shape = frame.parameters();
        List<Integer> sizes = new ArrayList<>(List.of(shape.fanIn(0)));
        for (int l = 0; l < shape.layers(); l++) {
            sizes.add(shape.fanOut(l));
        }
        Dataset data = frame.split().dataset();
        boolean pictures = data.image().isPresent();
        Stream<String> names =
                Stream.concat(
                        pictures ? Stream.empty() : frame.split().inputNames().stream(),
                        data.classNames().stream());
        int longest = names.mapToInt(String::length).max().orElse(0);
        DiagramLayout wanted =
                new DiagramLayout(
                        width,
                        height,
                        sizes,
                        pictures,
                        2 * NetworkLabels.GAP + NetworkLabels.LETTER * longest);
        return asked.map(UnitRequest::layout).filter(wanted::isLike).orElse(wanted);
    }

    private static boolean exists(
            DiagramElement target, Parameters parameters, DiagramLayout layout) {
        return switch (target) {
            case DiagramElement.Unit unit ->
                    unit.column() < layout.columns() && unit.index() < layout.shown(unit.column());
            case DiagramElement.Parameter(ParameterPlace place) ->
                    place.isIn(parameters) && layout.shows(place);
        };
    }

    private void clearMissingTarget(UnitRequest shown) {
        if (target.get().filter(now -> exists(now, shown.parameters(), shown.layout())).isEmpty()) {
            target.set(Optional.empty());
        }
    }

    /// Highlights the element at a position in the diagram.
    void pointAt(double x, double y) {
        pointAt(
                picture.map(UnitPicture::request)
                        .flatMap(shown -> {
                            Parameters parameters = shown.parameters();
                            double largest = WeightLines.largest(parameters);
                            return shown.layout()
                                    .at(
                                            x,
                                            y,
                                            weight ->
                                                    WeightLines.isProminent(
                                                            weight.read(parameters), largest));
                        }));
    }

    void pointAt(Optional<DiagramElement> now) {
        target.set(now);
    }

    /// Moves the highlight by a number of columns and units, starting at the first unit.
    void walk(int columns, int units) {
        picture.map(shown -> shown.request().layout())
                .ifPresent(layout -> {
                    DiagramElement.Unit from =
                            unit().orElse(new DiagramElement.Unit(0, -Math.max(0, units)));
                    int column = Math.clamp(from.column() + columns, 0, layout.columns() - 1);
                    int index = Math.clamp(from.index() + units, 0, layout.shown(column) - 1);
                    target.set(Optional.of(new DiagramElement.Unit(column, index)));
                });
    }

    /// Moves the highlight among the bias and the incoming weights of a unit.
    void walkNumbers(int steps) {
        picture.map(shown -> shown.request().layout())
                .ifPresent(layout ->
                        unit().filter(to -> to.column() > 0)
                                .ifPresent(to -> {
                                    List<DiagramElement> numbers = numbersOf(to, layout);
                                    int at = target.get().map(numbers::indexOf).orElse(-1);
                                    target.set(
                                            Optional.of(
                                                    numbers.get(
                                                            Math.floorMod(
                                                                    at < 0 && steps < 0
                                                                            ? steps
                                                                            : at + steps,
                                                                    numbers.size()))));
                                }));
    }

    private static List<DiagramElement> numbersOf(DiagramElement.Unit to, DiagramLayout layout) {
        int layer = to.column() - 1;
        int inputs = layout.isPicture(layer) ? 0 : layout.shown(layer);
        Stream<ParameterPlace> bias = Stream.of(new ParameterPlace.Bias(layer, to.index()));
        Stream<ParameterPlace> weights =
                Stream.iterate(0, from -> from < inputs, from -> from + 1)
                        .map(from -> new ParameterPlace.Weight(layer, from, to.index()));
        return Stream.concat(bias, weights)
                .map(place -> (DiagramElement) new DiagramElement.Parameter(place))
                .toList();
    }

    /// The highlighted unit, or the unit of the highlighted weight or bias.
    private Optional<DiagramElement.Unit> unit() {
        return target.get()
                .map(now ->
                        switch (now) {
                            case DiagramElement.Unit unit -> unit;
                            case DiagramElement.Parameter(ParameterPlace place) ->
                                    new DiagramElement.Unit(place.layer() + 1, place.to());
                        });
    }

    /// The number edited by a click or Enter: the highlighted one, or the bias of the highlighted
    /// unit.
    Optional<ParameterPlace> editable() {
        return target.get()
                .flatMap(now ->
                        switch (now) {
                            case DiagramElement.Unit(int column, int index) ->
                                    column == 0
                                            ? Optional.empty()
                                            : Optional.of(
                                                    new ParameterPlace.Bias(column - 1, index));
                            case DiagramElement.Parameter(ParameterPlace place) ->
                                    Optional.of(place);
                        });
    }

    /// The value in the newest frame.
    double value(ParameterPlace place) {
        return workbench
                .frameProperty()
                .get()
                .map(Frame::parameters)
                .filter(place::isIn)
                .map(place::read)
                .orElse(Double.NaN);
    }

    void edit(ParameterPlace place, double value) {
        workbench.edit(new ParameterEdit(place, value));
    }

    @Override
    public void close() {
        sampler.close();
    }

    /// Draws the units of a network on its own thread. The newest request wins; nothing queues up.
    private static final class UnitSampler implements AutoCloseable {
        private final LatestRequestWorker<UnitRequest> worker =
                new LatestRequestWorker<>("unit-sampler", this::draw);
        private final LatestValue<UnitPicture> finished = new LatestValue<>();
        private final LatestValue<UnitPicture> spare = new LatestValue<>();
        private final UnitPainter painter = new UnitPainter();

        UnitSampler() {
            worker.start();
        }

        /// Requests pictures, replacing any pending request. Does not block.
        void submit(UnitRequest request) {
            worker.submit(request);
        }

        /// The newest unread pictures, owned by the caller until returned.
        Optional<UnitPicture> fetch() {
            return finished.poll();
        }

        void release(UnitPicture picture) {
            spare.publish(picture);
        }

        @Override
        public void close() {
            worker.close();
        }

        private void draw(UnitRequest request) {
            UnitPicture picture = spare.poll().orElseGet(UnitPicture::new);
            picture.reshape(request);
            if (painter.paint(request, picture, worker::isClosed)) {
                finished.publish(picture);
            }
        }
    }
}
