package mlpexplorer.ui.headless;

import java.io.IOException;
import java.util.Optional;
import java.util.function.IntFunction;
import mlpexplorer.experiment.RunPictures;
import mlpexplorer.experiment.sweep.SweepPictures;
import mlpexplorer.experiment.sweep.SweepTable;
import mlpexplorer.nn.Parameters;
import mlpexplorer.ui.export.Picture;
import mlpexplorer.ui.export.PngPicture;
import mlpexplorer.ui.fx.Fonts;
import mlpexplorer.ui.fx.FxThread;
import mlpexplorer.ui.fx.Theme;
import mlpexplorer.ui.sweep.PrintedSheet;

/// Takes the picture of a sweep's contact sheet without a window or a display.
public final class HeadlessSheets implements SweepPictures {

    @Override
    public byte[] sheet(SweepTable table, IntFunction<Optional<Parameters>> weights, RunPictures.Look look) throws IOException {
        FxThread.startHeadless();
        FxThread.run(Fonts::require);
        return FxThread.call(() -> picture(table, weights, look)).encode();
    }

    private static PngPicture picture(SweepTable table, IntFunction<Optional<Parameters>> weights, RunPictures.Look look) {
        Theme theme = look.dark() ? Theme.DARK : Theme.LIGHT;
        PrintedSheet sheet = new PrintedSheet(table, weights, theme, look.scale());
        Picture picture = new Picture("sweep-sheet", sheet.node(), _ -> { });
        return PngPicture.of(picture, look.scale(), theme, table.sweep().base(), Optional.empty());
    }
}
