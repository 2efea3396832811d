package mlpexplorer.ui.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.sweep.FinishedRun;
import mlpexplorer.experiment.sweep.SweepCell;
import mlpexplorer.experiment.sweep.SweepRow;
import mlpexplorer.ui.field.FieldThumbnail;
import mlpexplorer.ui.fx.Jobs;
import mlpexplorer.ui.workbench.Texts;

/// The contact sheet: the boundary of the first repeat of each combination, with mean ± deviation of all of them below. The
/// pictures are drawn by a job, a few at a time, at twice the size on screen so that they can be saved sharp.
final class ContactSheetView implements ResultView {
    private static final double LEAST_SIDE = 48;
    private static final double MOST_SIDE = 260;
    private static final int LEAST_PIXELS = 96;
    private static final int MOST_PIXELS = 440;
    private static final int AT_A_TIME = 6;

    private final CellActions actions;
    private final IntFunction<Optional<FinishedRun>> details;
    private final Jobs jobs;
    private final SplitKeeper splits = new SplitKeeper();
    private final Label foot = new Label();
    private final GridPage page = new GridPage("sweep-sheet", foot);
    private List<BoundaryCell> cells = List.of();
    private Optional<Showing> shown = Optional.empty();
    private double side = LEAST_SIDE;
    private boolean drawing;

    private record Wish(BoundaryCell cell, Sketch sketch) {}

    private record Drawn(Wish wish, int[] argb) {}

    /// @param details curves and weights of a run by its index
    ContactSheetView(CellActions actions, IntFunction<Optional<FinishedRun>> details, Jobs jobs) {
        this.actions = actions;
        this.details = details;
        this.jobs = jobs;
        foot.getStyleClass().add("caption-text");
        foot.setWrapText(true);
    }

    @Override
    public String name() {
        return "sheet";
    }

    @Override
    public Region node() {
        return page;
    }

    @Override
    public Node picture() {
        return page.sheet();
    }

    @Override
    public void show(Showing showing) {
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
                    ? Texts.text("sweep.too-many", showing.cells().size(), Plane.MOST_CELLS)
                    : Texts.text("sweep.no-plane"));
            return;
        }
        List<BoundaryCell> fresh = new ArrayList<>();
        showing.cells().forEach(_ -> fresh.add(new BoundaryCell()));
        cells = fresh;
        page.show(new CellGrid("sweep-sheet", showing.plane(), fresh.stream().map(BoundaryCell::face).toList(), actions));
    }

    @Override
    public void pulse() {
        page.grid().ifPresent(grid -> {
            double room = Math.min(grid.columnRoom(page.roomAcross()), grid.rowRoom(page.roomDown()) - BoundaryCell.CAPTION);
            side = Math.rint(Math.clamp(room, LEAST_SIDE, MOST_SIDE));
            grid.cellSize(side, side + BoundaryCell.CAPTION);
        });
        if (!drawing) {
            List<Wish> wishes = shown.map(this::wishes).orElse(List.of());
            if (!wishes.isEmpty()) {
                drawing = true;
                jobs.run(() -> draw(wishes), this::drawn, _ -> drawing = false);
            }
        }
    }

    private List<Wish> wishes(Showing showing) {
        List<Wish> wishes = new ArrayList<>();
        int pixels = (int) Math.clamp(2 * side, LEAST_PIXELS, MOST_PIXELS);
        for (int i = 0; i < cells.size() && wishes.size() < AT_A_TIME; i++) {
            BoundaryCell cell = cells.get(i);
            sketch(showing, i, pixels)
                    .filter(sketch -> cell.painted().filter(sketch::looksLike).isEmpty())
                    .ifPresent(sketch -> wishes.add(new Wish(cell, sketch)));
        }
        return wishes;
    }

    /// Of the first repeat, if it did not diverge, and else of the next one that did not.
    private Optional<Sketch> sketch(Showing showing, int index, int pixels) {
        SweepCell cell = showing.cells().get(index);
        Optional<SweepRow> row = cell.rows().stream().filter(each -> !each.diverged()).findFirst().or(() -> cell.rows().stream().findFirst());
        return row.flatMap(first -> details.apply(first.run().index())
                .map(result -> new Sketch(first.run().start().spec(), result.parameters(), showing.theme(), pixels)));
    }

    private List<Drawn> draw(List<Wish> wishes) {
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

    private void drawn(List<Drawn> pictures) {
        drawing = false;
        pictures.forEach(drawn -> drawn.wish().cell().paint(drawn.wish().sketch(), drawn.argb()));
    }
}
