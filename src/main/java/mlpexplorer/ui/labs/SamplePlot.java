package mlpexplorer.ui.labs;

import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

import mlpexplorer.data.Split;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Samples;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.field.Domain;
import mlpexplorer.ui.field.FieldImage;
import mlpexplorer.ui.field.FieldThumbnail;

import java.util.Optional;
import java.util.function.IntConsumer;

/// A boundary with its training points; the one nearest to the last click is circled. Blank for
/// data without a plane.
final class SamplePlot extends Region {
    private static final int PIXELS = 520;
    private static final double SIDE = 260;

    private final Jobs jobs;
    private final IntConsumer onPick;
    private final FieldImage image = new FieldImage();
    private final Circle ring = new Circle(8);
    private Domain domain = Domain.HOME;
    private Optional<Drawing> shown = Optional.empty();

    private record Drawing(Mlp mlp, Parameters parameters, Split split, Theme theme) {}

    /// @param onPick receives the clicked training row
    SamplePlot(Jobs jobs, IntConsumer onPick) {
        this.jobs = jobs;
        this.onPick = onPick;
        setId("lab-microscope-plot");
        getStyleClass().addAll("boundary-frame", "sample-plot");
        setMinSize(SIDE, SIDE);
        setPrefSize(SIDE, SIDE);
        setMaxSize(SIDE, SIDE);
        ring.getStyleClass().add("sample-ring");
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        ring.setVisible(false);
        image.place(0, 0, SIDE);
        getChildren().addAll(image, ring);
    }

    /// Draws the field in the background, and circles training row `row` immediately.
    void show(Mlp mlp, Parameters parameters, Split split, int row) {
        boolean plane = FieldThumbnail.shows(split.dataset());
        ring.setVisible(plane);
        setCursor(plane ? Cursor.CROSSHAIR : Cursor.DEFAULT);
        if (!plane) {
            shown = Optional.empty();
            image.clear();
            setOnMouseClicked(_ -> {});
            return;
        }
        domain = Domain.around(split.dataset().samples());
        place(split, row);
        setOnMouseClicked(event -> onPick.accept(nearest(split, event)));
        draw(new Drawing(mlp, parameters, split, Theme.of(this)));
    }

    /// Redraws if the theme has changed.
    void pulse() {
        Theme theme = Theme.of(this);
        shown.filter(now -> now.theme() != theme)
                .ifPresent(
                        now -> draw(new Drawing(now.mlp(), now.parameters(), now.split(), theme)));
    }

    private void draw(Drawing wanted) {
        shown = Optional.of(wanted);
        FieldThumbnail thumbnail = new FieldThumbnail(PIXELS, wanted.theme());
        jobs.run(
                () -> thumbnail.draw(wanted.mlp(), wanted.parameters(), wanted.split()),
                argb -> {
                    if (shown.filter(now -> now == wanted).isPresent()) {
                        image.paint(argb, PIXELS);
                    }
                },
                failure ->
                        System.getLogger(SamplePlot.class.getName())
                                .log(System.Logger.Level.ERROR, "No boundary", failure));
    }

    /// The training part comes first in the order of a split.
    private void place(Split split, int row) {
        Samples samples = split.dataset().samples();
        ring.setCenterX(SIDE * domain.across(samples.feature(split.row(row), 0)));
        ring.setCenterY(SIDE * domain.down(samples.feature(split.row(row), 1)));
    }

    private int nearest(Split split, MouseEvent event) {
        Samples samples = split.dataset().samples();
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int row = 0; row < split.train().rows(); row++) {
            double dx = SIDE * domain.across(samples.feature(split.row(row), 0)) - event.getX();
            double dy = SIDE * domain.down(samples.feature(split.row(row), 1)) - event.getY();
            if (dx * dx + dy * dy < least) {
                least = dx * dx + dy * dy;
                best = row;
            }
        }
        return best;
    }
}
