package mlpexplorer.ui.sweep;

import javafx.scene.Scene;
import javafx.scene.layout.Region;

import mlpexplorer.experiment.sweep.SweepMeasure;
import mlpexplorer.experiment.sweep.SweepTable;
import mlpexplorer.nn.Parameters;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.sweep.ResultView.SweepViewState;

import java.util.Optional;
import java.util.function.IntFunction;

/// The contact sheet without a window: sized by its cells, all of them painted. FX thread.
public final class HeadlessContactSheet {
    private static final double CELL_SIDE = 132;
    private static final int MAX_PIXELS = 528;

    private static final CellGrid.Actions NONE =
            new CellGrid.Actions() {
                @Override
                public void select(int cell) {
                    // not interactive
                }

                @Override
                public void open(int cell) {
                    // not interactive
                }
            };

    private final ContactSheet sheet;

    /// @param weights weights of a run by index
    /// @param scale pixels per unit of length
    public HeadlessContactSheet(
            SweepTable table, IntFunction<Optional<Parameters>> weights, Theme theme, int scale) {
        sheet = new ContactSheet(NONE, weights);
        Scene scene = new Scene(sheet.page());
        theme.applyTo(scene);
        sheet.show(SweepViewState.of(table, measure(table), 0, theme, false));
        sheet.cellSide(CELL_SIDE);
        sheet.paint(
                sheet.draw(
                        sheet.visibleRequests(
                                (int) Math.min(scale * CELL_SIDE, MAX_PIXELS), Integer.MAX_VALUE)));
        layOut();
    }

    /// The default metric of the page, unless there is no validation part.
    private static SweepMeasure measure(SweepTable table) {
        boolean validated =
                table.cells().stream()
                        .anyMatch(cell ->
                                Double.isFinite(
                                        cell.spread(SweepMeasure.VALIDATION_ACCURACY).mean()));
        return validated ? SweepMeasure.VALIDATION_ACCURACY : SweepMeasure.TRAIN_ACCURACY;
    }

    private void layOut() {
        GridPage page = sheet.page();
        page.applyCss();
        page.layout();
        double width = Math.ceil(page.sheet().prefWidth(-1));
        page.setPrefSize(width, Math.ceil(page.sheet().prefHeight(width)));
        page.autosize();
        page.layout();
    }

    /// The node to take a picture of.
    public Region node() {
        return sheet.page().sheet();
    }
}
