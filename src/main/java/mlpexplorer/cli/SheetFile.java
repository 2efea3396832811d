package mlpexplorer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import mlpexplorer.data.io.WholeFile;
import mlpexplorer.experiment.RunPictures;
import mlpexplorer.experiment.sweep.FinishedRun;
import mlpexplorer.experiment.sweep.PlannedRun;
import mlpexplorer.experiment.sweep.Sweep;
import mlpexplorer.experiment.sweep.SweepCell;
import mlpexplorer.experiment.sweep.SweepPictures;
import mlpexplorer.experiment.sweep.SweepRow;
import mlpexplorer.experiment.sweep.SweepTable;
import mlpexplorer.nn.Parameters;

/// The contact sheet of a sweep on its way to a file. Gathers the weights while the sweep goes on, one run's for each cell.
final class SheetFile {
    private final Path file;
    private final RunPictures.Look look;
    private final SweepPictures pictures;
    private final Map<Integer, Pictured> byCell = new HashMap<>();

    private record Pictured(SweepRow row, Parameters weights) {}

    /// Makes the folder of `file`, and throws if there is nothing to draw of `sweep` or no way to write it: before any
    /// training is spent.
    SheetFile(Path file, Sweep sweep, RunPictures.Look look, SweepPictures pictures) {
        SweepPictures.requireDrawable(sweep);
        WholeFile.requireFile(file, "a contact sheet is a file, for example sheet.png");
        this.file = file.toAbsolutePath();
        this.look = look;
        this.pictures = pictures;
    }

    /// Keeps the weights if they are those of [SweepCell#pictured], as far as runs are over.
    void add(PlannedRun run, FinishedRun result) {
        Pictured fresh = new Pictured(SweepRow.of(run, result), result.parameters());
        byCell.merge(run.cell(), fresh, BinaryOperator.minBy(Comparator.comparing(Pictured::row, SweepCell.PICTURED_FIRST)));
    }

    void write(SweepTable table) throws IOException {
        byte[] png = pictures.sheet(table, this::weights, look);
        WholeFile.write(file, out -> out.write(png));
    }

    private Optional<Parameters> weights(int index) {
        return byCell.values().stream().filter(run -> run.row.run().index() == index).map(Pictured::weights).findFirst();
    }
}
