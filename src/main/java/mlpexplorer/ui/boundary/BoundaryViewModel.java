package mlpexplorer.ui.boundary;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.field.Domain;
import mlpexplorer.ui.field.FieldPainter;
import mlpexplorer.ui.field.FieldPicture;
import mlpexplorer.ui.field.FieldRequest;
import mlpexplorer.ui.field.FieldSampler;
import mlpexplorer.ui.fx.ClassColors;
import mlpexplorer.ui.fx.Theme;

/// What the boundary pane shows: the newest frame, the content that follows from it, and the looks that were chosen. Sends
/// every change to the [FieldSampler] and passes its pictures on, as long as they still fit.
final class BoundaryViewModel implements AutoCloseable {
    /// Pictures grow in steps, so that resizing a window does not make a new one for every pixel.
    private static final int PIXEL_STEP = 64;
    private static final int MOST_PIXELS = 1024;

    private final BooleanProperty discretize = new SimpleBooleanProperty(this, "discretize");
    private final BooleanProperty showTestPoints = new SimpleBooleanProperty(this, "showTestPoints");
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(
            new Look(new Content.Nothing(), new FieldPainter(new ClassColors(2, Theme.LIGHT), false)));
    private final FieldSampler sampler = new FieldSampler();
    private final Probe probe = new Probe();
    private Optional<Frame> frame = Optional.empty();
    private int pixels = FieldSampler.MOVING_PIXELS;

    /// What is shown and how it is coloured; the painter has as many classes as a plane.
    record Look(Content content, FieldPainter painter) {}

    BoundaryViewModel() {
        discretize.addListener(_ -> repaint());
        theme.addListener(_ -> repaint());
    }

    /// Hard regions in place of shades.
    BooleanProperty discretizeProperty() {
        return discretize;
    }

    BooleanProperty showTestPointsProperty() {
        return showTestPoints;
    }

    ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// Changes with the data, the theme and the discretize property, not with every frame.
    ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    void show(Frame newest) {
        frame = Optional.of(newest);
        Look before = look.get();
        Content content = before.content().next(newest);
        if (content != before.content()) {
            look.set(new Look(content, painterFor(content, before.painter())));
        }
        submit();
    }

    void clear() {
        frame = Optional.empty();
        look.set(new Look(new Content.Nothing(), look.get().painter()));
    }

    /// Tells how many device pixels wide the plot is.
    void resolution(double devicePixels) {
        int steps = (int) Math.ceil(devicePixels / PIXEL_STEP);
        int wanted = Math.clamp((long) steps * PIXEL_STEP, PIXEL_STEP, MOST_PIXELS);
        if (wanted != pixels) {
            pixels = wanted;
            submit();
        }
    }

    /// Hands the newest unseen picture, if there is one that fits what is shown, to `viewer`, which must not keep it.
    void fetch(Consumer<FieldPicture> viewer) {
        sampler.fetch(picture -> {
            if (look.get().content() instanceof Content.Plane plane && picture.fits(plane.domain(), plane.classes())) {
                viewer.accept(picture);
            }
        });
    }

    /// What the newest parameters say at a place of the plot, 0 to 1 across and down; empty while there is no plot.
    Optional<Reading> read(double across, double down) {
        return look.get().content() instanceof Content.Plane(_, Domain domain)
                ? frame.map(newest -> probe.read(newest, domain.x(across), domain.y(down)))
                : Optional.empty();
    }

    @Override
    public void close() {
        sampler.close();
    }

    private FieldPainter painterFor(Content content, FieldPainter before) {
        return content instanceof Content.Plane plane && plane.classes() != before.colors().classes()
                ? newPainter(plane.classes())
                : before;
    }

    private FieldPainter newPainter(int classes) {
        return new FieldPainter(new ClassColors(classes, theme.get()), discretize.get());
    }

    private void repaint() {
        Look before = look.get();
        look.set(new Look(before.content(), newPainter(before.painter().colors().classes())));
        submit();
    }

    private void submit() {
        if (frame.isPresent() && look.get() instanceof Look(Content.Plane(_, Domain domain), FieldPainter painter)) {
            Frame newest = frame.get();
            sampler.submit(new FieldRequest(
                    newest.mlp(), newest.parameters(), newest.split().scaling(), domain, painter, pixels));
        }
    }
}
