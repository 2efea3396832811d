package mlpexplorer.ui.labs;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import mlpexplorer.experiment.labs.OptimizerComparison;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.field.FieldImage;
import mlpexplorer.ui.field.FieldThumbnail;

import java.util.ArrayList;
import java.util.List;

/// The decision boundaries of several runs side by side, each with its name; empty for data without
/// a plane. Drawn in the background, one set at a time; only the newest pending set is kept.
final class Boundaries extends FlowPane {
    private static final double SIDE = 132;
    private static final int PIXELS = 264;

    private final Jobs jobs;
    private final List<Cell> cells = new ArrayList<>();
    private List<OptimizerComparison.RaceResult> wanted = List.of();
    private List<OptimizerComparison.RaceResult> drawn = List.of();
    private Theme theme = Theme.LIGHT;
    private boolean busy;

    Boundaries(String id, Jobs jobs) {
        this.jobs = jobs;
        setId(id);
        getStyleClass().add("lab-boundaries");
    }

    void show(List<OptimizerComparison.RaceResult> results) {
        boolean plane =
                !results.isEmpty()
                        && FieldThumbnail.shows(results.getFirst().result().split().dataset());
        wanted = plane ? results : List.of();
        setVisible(plane);
        setManaged(plane);
    }

    void pulse() {
        Theme now = Theme.of(this);
        if (!busy && (wanted != drawn || now != theme)) {
            busy = true;
            theme = now;
            draw(wanted, new FieldThumbnail(PIXELS, now));
        }
    }

    private void draw(List<OptimizerComparison.RaceResult> results, FieldThumbnail thumbnail) {
        jobs.run(
                () ->
                        results.stream()
                                .map(one ->
                                        thumbnail.draw(
                                                one.mlp(),
                                                one.result().parameters(),
                                                one.result().split()))
                                .toList(),
                pictures -> {
                    busy = false;
                    drawn = results;
                    paint(results, pictures);
                },
                failure -> {
                    busy = false;
                    drawn = results;
                    System.getLogger(Boundaries.class.getName())
                            .log(System.Logger.Level.ERROR, "A boundary was not drawn", failure);
                });
    }

    private void paint(List<OptimizerComparison.RaceResult> results, List<int[]> pictures) {
        while (cells.size() < results.size()) {
            cells.add(new Cell());
        }
        for (int i = 0; i < results.size(); i++) {
            cells.get(i).paint(results.get(i).raceRun().name(), pictures.get(i));
        }
        List<Cell> shown = cells.subList(0, results.size());
        if (!getChildren().equals(shown)) {
            getChildren().setAll(shown);
        }
    }

    /// One picture with its name.
    private static final class Cell extends VBox {
        private final Label name = new Label();
        private final FieldImage image = new FieldImage();

        Cell() {
            getStyleClass().add("lab-boundary");
            Pane frame = new Pane(image);
            frame.getStyleClass().add("boundary-frame");
            frame.setMinSize(SIDE, SIDE);
            frame.setMaxSize(SIDE, SIDE);
            image.place(0, 0, SIDE);
            name.setMaxWidth(SIDE);
            name.setMinHeight(Region.USE_PREF_SIZE);
            getChildren().addAll(name, frame);
        }

        void paint(String label, int[] argb) {
            name.setText(label);
            image.paint(argb, PIXELS);
        }
    }
}
