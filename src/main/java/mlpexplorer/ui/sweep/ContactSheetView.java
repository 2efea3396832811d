package mlpexplorer.ui.sweep;

import javafx.scene.Node;
import javafx.scene.layout.Region;

import mlpexplorer.nn.Parameters;
import mlpexplorer.ui.concurrent.Jobs;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// The contact sheet on the Sweep page. Pictures are drawn by a background job, a few at a time, at
/// twice the screen size so that saved pictures are sharp.
final class ContactSheetView implements ResultView {
    private static final double LEAST_SIDE = 48;
    private static final double MOST_SIDE = 260;
    private static final int LEAST_PIXELS = 96;
    private static final int MOST_PIXELS = 440;
    private static final int AT_A_TIME = 6;

    private final ContactSheet sheet;
    private final Jobs jobs;
    private double side = LEAST_SIDE;
    private boolean drawing;

    /// @param weights weights of a run by index
    ContactSheetView(CellActions actions, IntFunction<Optional<Parameters>> weights, Jobs jobs) {
        sheet = new ContactSheet(actions, weights);
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "sheet";
    }

    @Override
    public Region node() {
        return sheet.page();
    }

    @Override
    public Node picture() {
        return sheet.page().sheet();
    }

    @Override
    public void show(SweepViewState state) {
        sheet.show(state);
    }

    @Override
    public void pulse() {
        GridPage page = sheet.page();
        page.grid()
                .ifPresent(grid -> {
                    double room =
                            Math.min(
                                    grid.columnRoom(page.roomAcross()),
                                    grid.rowRoom(page.roomDown()) - BoundaryCell.CAPTION);
                    side = Math.rint(Math.clamp(room, LEAST_SIDE, MOST_SIDE));
                    sheet.cellSide(side);
                });
        if (!drawing) {
            List<ContactSheet.CellRequest> wishes =
                    sheet.wishes((int) Math.clamp(2 * side, LEAST_PIXELS, MOST_PIXELS), AT_A_TIME);
            if (!wishes.isEmpty()) {
                drawing = true;
                jobs.run(() -> sheet.draw(wishes), this::drawn, _ -> drawing = false);
            }
        }
    }

    private void drawn(List<ContactSheet.Drawn> pictures) {
        drawing = false;
        sheet.paint(pictures);
    }
}
