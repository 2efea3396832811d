package mlpexplorer.ui.sweep;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecText;
import mlpexplorer.experiment.SplitCache;
import mlpexplorer.experiment.sweep.SweepMeasure;
import mlpexplorer.experiment.sweep.SweepPictures;
import mlpexplorer.experiment.sweep.SweepTable.SweepCell;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.field.FieldImage;
import mlpexplorer.ui.field.FieldThumbnail;
import mlpexplorer.ui.sweep.ResultView.SweepViewState;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// The boundary of the first repeat of each combination, with mean ± standard deviation of all
/// repeats below. FX thread, except for drawing.
final class ContactSheet {
    private final CellGrid.Actions actions;
    private final IntFunction<Optional<Parameters>> weights;
    private final SplitCache splits = new SplitCache();
    private final Label foot = new Label();
    private final GridPage page = new GridPage("sweep-sheet", foot);
    private List<BoundaryCell> cells = List.of();
    private Optional<SweepViewState> shown = Optional.empty();

    /// A boundary that a cell is missing.
    record CellRequest(BoundaryCell cell, BoundaryCell.Request boundary) {}

    record CellPicture(CellRequest request, int[] argb) {}

    /// @param weights weights of a run by index
    ContactSheet(CellGrid.Actions actions, IntFunction<Optional<Parameters>> weights) {
        this.actions = actions;
        this.weights = weights;
        foot.getStyleClass().add("caption-text");
        foot.setWrapText(true);
    }

    GridPage page() {
        return page;
    }

    void show(SweepViewState state) {
        if (!state.isOfSameSweep(shown)) {
            layOut(state);
        }
        shown = Optional.of(state);
        RunSpec base = state.table().sweep().base().spec();
        page.title(
                Messages.text(
                        "sweep.sheet.title", SpecText.name(base.data()), state.plane().title()));
        foot.setText(
                Messages.text(
                        "sweep.sheet.foot",
                        MetricText.title(state.measure(), state.table().metric()),
                        state.table().sweep().runsPerCell(),
                        Messages.text(
                                state.table().sweep().folds().isPresent()
                                        ? "sweep.sheet.runs"
                                        : "sweep.sheet.seeds")));
        for (int cell = 0; cell < cells.size(); cell++) {
            cells.get(cell)
                    .show(
                            state.cells().get(cell),
                            state.measure(),
                            state.table().metric(),
                            state.plane().description(cell));
        }
        page.grid().ifPresent(grid -> grid.select(state.selected()));
    }

    private void layOut(SweepViewState state) {
        boolean plane = !(state.table().sweep().base().spec().data() instanceof DataSpec.Idx);
        if (!plane || !state.plane().isDrawable()) {
            cells = List.of();
            page.showMessage(
                    plane
                            ? Messages.text(
                                    "sweep.too-many", state.cells().size(), SweepPictures.MAX_CELLS)
                            : Messages.text("sweep.no-plane"));
            return;
        }
        List<BoundaryCell> fresh = new ArrayList<>();
        state.cells().forEach(_ -> fresh.add(new BoundaryCell()));
        cells = fresh;
        page.show(
                new CellGrid(
                        "sweep-sheet",
                        state.plane(),
                        fresh.stream().map(BoundaryCell::face).toList(),
                        actions));
    }

    void cellSide(double side) {
        page.grid().ifPresent(grid -> grid.cellSize(side, side + BoundaryCell.CAPTION));
    }

    /// The first `most` boundaries that still need to be drawn at size `pixels`.
    List<CellRequest> visibleRequests(int pixels, int most) {
        List<CellRequest> visibleRequests = new ArrayList<>();
        for (int i = 0; i < cells.size() && visibleRequests.size() < most; i++) {
            BoundaryCell cell = cells.get(i);
            int index = i;
            shown.flatMap(state -> boundary(state, index, pixels))
                    .filter(request -> cell.painted().filter(request::looksLike).isEmpty())
                    .ifPresent(request -> visibleRequests.add(new CellRequest(cell, request)));
        }
        return visibleRequests;
    }

    private Optional<BoundaryCell.Request> boundary(SweepViewState state, int index, int pixels) {
        return state.cells()
                .get(index)
                .pictured()
                .flatMap(row ->
                        weights.apply(row.run().index())
                                .map(found ->
                                        new BoundaryCell.Request(
                                                row.run().start().spec(),
                                                found,
                                                state.theme(),
                                                pixels)));
    }

    /// Runs on any thread.
    List<CellPicture> draw(List<CellRequest> visibleRequests) {
        List<CellPicture> drawn = new ArrayList<>();
        for (CellRequest wanted : visibleRequests) {
            BoundaryCell.Request request = wanted.boundary();
            Split split = splits.split(request.spec());
            int[] argb =
                    FieldThumbnail.shows(split.dataset())
                            ? new FieldThumbnail(request.pixels(), request.theme())
                                    .draw(
                                            request.spec().mlp(split.shape()),
                                            request.parameters(),
                                            split)
                            : new int[request.pixels() * request.pixels()];
            drawn.add(new CellPicture(wanted, argb));
        }
        return drawn;
    }

    void paint(List<CellPicture> pictures) {
        pictures.forEach(
                drawn -> drawn.request().cell().paint(drawn.request().boundary(), drawn.argb()));
    }

    /// A boundary with a number below it.
    static final class BoundaryCell extends Region {
        /// Height of the number.
        static final double CAPTION = 18;

        private final FieldImage image = new FieldImage();
        private final Label caption = new Label();
        private final CellGrid.Overlay face = new CellGrid.Overlay(this, caption, CAPTION);
        private Optional<Request> painted = Optional.empty();

        BoundaryCell() {
            getStyleClass().add("sweep-boundary");
            caption.getStyleClass().add("sweep-boundary-caption");
            caption.setMaxWidth(Double.MAX_VALUE);
            caption.setMinHeight(CAPTION);
            caption.setMaxHeight(CAPTION);
            StackPane.setAlignment(caption, Pos.BOTTOM_CENTER);
            getChildren().add(image);
        }

        CellGrid.Overlay face() {
            return face;
        }

        /// The painted boundary, if any.
        Optional<Request> painted() {
            return painted;
        }

        void paint(Request request, int[] argb) {
            painted = Optional.of(request);
            image.paint(argb, request.pixels());
        }

        void show(SweepCell cell, SweepMeasure measure, Task.Metric metric, String description) {
            boolean lost = !cell.rows().isEmpty() && cell.diverged() == cell.rows().size();
            String number = MetricText.text(measure, metric, cell.spread(measure));
            caption.setText(
                    lost ? Messages.text("sweep.diverged") : cell.rows().isEmpty() ? "" : number);
            face.hatched(cell.diverged() > 0);
            face.setAccessibleText(description + ": " + caption.getText());
        }

        @Override
        protected void layoutChildren() {
            double side = Math.max(0, Math.min(getWidth(), getHeight() - CAPTION));
            image.place(0, 0, side);
        }

        /// A request to draw a boundary.
        record Request(RunSpec spec, Parameters parameters, Theme theme, int pixels) {

            /// Whether both give the same picture; weights are compared by identity.
            boolean looksLike(Request other) {
                return parameters == other.parameters
                        && theme == other.theme
                        && pixels == other.pixels;
            }
        }
    }
}
