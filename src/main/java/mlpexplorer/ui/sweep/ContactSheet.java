package mlpexplorer.ui.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.scene.control.Label;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SplitCache;
import mlpexplorer.experiment.sweep.SweepPictures;
import mlpexplorer.nn.Parameters;
import mlpexplorer.ui.field.FieldThumbnail;
import mlpexplorer.ui.workbench.Texts;

/// The boundary of the first repeat of each combination, with mean ± standard deviation of all repeats below. FX thread,
/// except for drawing.
final class ContactSheet {
    private final CellActions actions;
    private final IntFunction<Optional<Parameters>> weights;
    private final SplitCache splits = new SplitCache();
    private final Label foot = new Label();
    private final GridPage page = new GridPage("sweep-sheet", foot);
    private List<BoundaryCell> cells = List.of();
    private Optional<Showing> shown = Optional.empty();

    /// A boundary that a cell is missing.
    record Wish(BoundaryCell cell, Sketch sketch) {}

    record Drawn(Wish wish, int[] argb) {}

    /// @param weights weights of a run by index
    ContactSheet(CellActions actions, IntFunction<Optional<Parameters>> weights) {
        this.actions = actions;
        this.weights = weights;
        foot.getStyleClass().add("caption-text");
        foot.setWrapText(true);
    }

    GridPage page() {
        return page;
    }

    void show(Showing showing) {
        if (!showing.isOfSameSweep(shown)) {
            layOut(showing);
        }
        shown = Optional.of(showing);
        RunSpec base = showing.table().sweep().base().spec();
        page.title(Texts.text("sweep.sheet.title", Texts.name("data.type", base.data()), showing.plane().title()));
        foot.setText(Texts.text("sweep.sheet.foot", Measures.title(showing.measure()), showing.table().sweep().repeats()));
        for (int cell = 0; cell < cells.size(); cell++) {
            cells.get(cell).show(showing.cells().get(cell), showing.measure(), showing.plane().words(cell));
        }
        page.grid().ifPresent(grid -> grid.select(showing.selected()));
    }

    private void layOut(Showing showing) {
        boolean plane = !(showing.table().sweep().base().spec().data() instanceof DataSpec.Idx);
        if (!plane || !showing.plane().isDrawable()) {
            cells = List.of();
            page.say(plane
                    ? Texts.text("sweep.too-many", showing.cells().size(), SweepPictures.MOST_CELLS)
                    : Texts.text("sweep.no-plane"));
            return;
        }
        List<BoundaryCell> fresh = new ArrayList<>();
        showing.cells().forEach(_ -> fresh.add(new BoundaryCell()));
        cells = fresh;
        page.show(new CellGrid("sweep-sheet", showing.plane(), fresh.stream().map(BoundaryCell::face).toList(), actions));
    }

    void cellSide(double side) {
        page.grid().ifPresent(grid -> grid.cellSize(side, side + BoundaryCell.CAPTION));
    }

    /// The first `most` boundaries that still need to be drawn at size `pixels`.
    List<Wish> wishes(int pixels, int most) {
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < cells.size() && wishes.size() < most; i++) {
            BoundaryCell cell = cells.get(i);
            int index = i;
            shown.flatMap(showing -> sketch(showing, index, pixels))
                    .filter(sketch -> cell.painted().filter(sketch::looksLike).isEmpty())
                    .ifPresent(sketch -> wishes.add(new Wish(cell, sketch)));
        }
        return wishes;
    }

    private Optional<Sketch> sketch(Showing showing, int index, int pixels) {
        return showing.cells().get(index).pictured().flatMap(row -> weights.apply(row.run().index())
                .map(found -> new Sketch(row.run().start().spec(), found, showing.theme(), pixels)));
    }

    /// Runs on any thread.
    List<Drawn> draw(List<Wish> wishes) {
        List<Drawn> drawn = new ArrayList<>();
        for (Wish wish : wishes) {
            Sketch sketch = wish.sketch();
            Split split = splits.split(sketch.spec());
            int[] argb = FieldThumbnail.shows(split.dataset())
                    ? new FieldThumbnail(sketch.pixels(), sketch.theme())
                            .draw(sketch.spec().mlp(split.shape()), sketch.parameters(), split)
                    : new int[sketch.pixels() * sketch.pixels()];
            drawn.add(new Drawn(wish, argb));
        }
        return drawn;
    }

    void paint(List<Drawn> pictures) {
        pictures.forEach(drawn -> drawn.wish().cell().paint(drawn.wish().sketch(), drawn.argb()));
    }
}
