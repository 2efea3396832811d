package mlpexplorer.ui.runs;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

import mlpexplorer.data.Split;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.nn.Parameters;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.field.FieldImage;
import mlpexplorer.ui.field.FieldThumbnail;

import java.util.List;
import java.util.Optional;

/// The decision boundaries of the selected and pinned runs side by side.
final class BoundariesPane extends ScrollPane implements RunPane {
    static final int MAX_RUNS = 12;

    private static final int PIXELS = 320;
    private static final double SIDE = 140;

    private final RunsViewModel model;
    private final FlowPane tiles = new FlowPane();
    private List<RunSummary> shown = List.of();
    private Theme drawn = Theme.LIGHT;

    BoundariesPane(RunsViewModel model) {
        this.model = model;
        setId("runs-boundaries");
        setFitToWidth(true);
        getStyleClass().add("run-pane");
        tiles.getStyleClass().add("boundary-tiles");
        setContent(tiles);
        tiles.getChildren().add(new Label(Messages.text("runs.select.some")));
    }

    /// The data of a boundary.
    private record Kept(RunSpec spec, Optional<Parameters> parameters) {
        static Kept of(RunStore store, RunSummary run) {
            return new Kept(store.spec(run.id()), store.parameters(run.id()));
        }

        /// Empty without weights or a plane.
        Optional<int[]> draw(Theme theme) {
            if (parameters.isEmpty()) {
                return Optional.empty();
            }
            Split split = spec.splitData();
            return FieldThumbnail.shows(split.dataset())
                    ? Optional.of(
                            new FieldThumbnail(PIXELS, theme)
                                    .draw(spec.mlp(split.shape()), parameters.get(), split))
                    : Optional.empty();
        }
    }

    @Override
    public void show(Chosen chosen) {
        List<RunSummary> runs = chosen.first(MAX_RUNS);
        Theme theme = Theme.of(this);
        if (runs.equals(shown) && theme == drawn) {
            return;
        }
        shown = runs;
        drawn = theme;
        tiles.getChildren()
                .setAll(
                        runs.isEmpty()
                                ? List.of(new Label(Messages.text("runs.select.some")))
                                : runs.stream().map(run -> tile(run, theme)).toList());
    }

    private VBox tile(RunSummary run, Theme theme) {
        FieldImage image = new FieldImage();
        image.setFitWidth(SIDE);
        image.setFitHeight(SIDE);
        Label waiting = new Label(Messages.text("runs.boundary.waiting"));
        waiting.setWrapText(true);
        StackPane picture = new StackPane(waiting);
        picture.getStyleClass().add("boundary-tile-picture");
        picture.setMinSize(SIDE, SIDE);
        picture.setMaxSize(SIDE, SIDE);
        model.ask(
                store -> Kept.of(store, run),
                kept -> kept.draw(theme),
                drawing -> {
                    drawing.ifPresent(argb -> {
                        image.paint(argb, PIXELS);
                        image.place(0, 0, SIDE);
                        picture.getChildren().setAll(image);
                    });
                    waiting.setText(Messages.text("runs.boundary.none"));
                });
        Label name = new Label(RunText.heading(run), new Circle(4, RunText.color(run)));
        Label score =
                new Label(
                        Messages.text(
                                Messages.variant(
                                        "runs.boundary.score", run.factors().metric().key()),
                                run.factors()
                                        .metric()
                                        .text(run.progress().metrics().validation().metric())));
        score.getStyleClass().add("boundary-tile-score");
        name.setMaxWidth(SIDE);
        name.setWrapText(true);
        VBox tile = new VBox(picture, name, score);
        tile.getStyleClass().add("boundary-tile");
        tile.setAccessibleText(name.getText() + ", " + score.getText());
        return tile;
    }
}
