package mlpexplorer.ui.labs;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mlpexplorer.experiment.lab.Contest;
import mlpexplorer.ui.field.FieldImage;
import mlpexplorer.ui.field.FieldThumbnail;
import mlpexplorer.ui.fx.Jobs;
import mlpexplorer.ui.fx.Theme;

/// The decision boundaries of several runs side by side, each with its name; empty for data without a plane. Drawn in the
/// background, one set at a time; only the newest pending set is kept.
final class Boundaries extends FlowPane {
    private static final double SIDE = 132;
    private static final int PIXELS = 264;

    private final Jobs jobs;
    private final List<Cell> cells = new ArrayList<>();
    private List<Contest.Standing> wanted = List.of();
    private List<Contest.Standing> drawn = List.of();
    private Theme theme = Theme.LIGHT;
    private boolean busy;

    Boundaries(String id, Jobs jobs) {
        this.jobs = jobs;
        setId(id);
        getStyleClass().add("lab-boundaries");
    }

    void show(List<Contest.Standing> standings) {
        boolean plane = !standings.isEmpty() && FieldThumbnail.shows(standings.getFirst().result().split().dataset());
        wanted = plane ? standings : List.of();
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

    private void draw(List<Contest.Standing> standings, FieldThumbnail thumbnail) {
        jobs.run(
                () -> standings.stream().map(one -> thumbnail.draw(one.mlp(), one.result().parameters(), one.result().split())).toList(),
                pictures -> {
                    busy = false;
                    drawn = standings;
                    paint(standings, pictures);
                },
                failure -> {
                    busy = false;
                    drawn = standings;
                    System.getLogger(Boundaries.class.getName()).log(System.Logger.Level.ERROR, "A boundary was not drawn", failure);
                });
    }

    private void paint(List<Contest.Standing> standings, List<int[]> pictures) {
        while (cells.size() < standings.size()) {
            cells.add(new Cell());
        }
        for (int i = 0; i < standings.size(); i++) {
            cells.get(i).paint(standings.get(i).entrant().name(), pictures.get(i));
        }
        List<Cell> shown = cells.subList(0, standings.size());
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

        void paint(String words, int[] argb) {
            name.setText(words);
            image.paint(argb, PIXELS);
        }
    }
}
