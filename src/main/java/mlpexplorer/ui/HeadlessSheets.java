package mlpexplorer.ui;

import java.io.IOException;
import java.util.Optional;
import java.util.function.IntFunction;
import mlpexplorer.experiment.RunPictures;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.sweep.SweepPictures;
import mlpexplorer.experiment.sweep.SweepTable;
import mlpexplorer.nn.Parameters;
import mlpexplorer.ui.files.PictureTexts;
import mlpexplorer.ui.fx.Fonts;
import mlpexplorer.ui.fx.FxThread;
import mlpexplorer.ui.fx.PngFile;
import mlpexplorer.ui.fx.Theme;
import mlpexplorer.ui.sweep.PrintedSheet;

/// Takes the picture of a sweep's contact sheet without a window or a display.
public final class HeadlessSheets implements SweepPictures {

    @Override
    public byte[] sheet(SweepTable table, IntFunction<Optional<Parameters>> weights, RunPictures.Look look) throws IOException {
        FxThread.startHeadless();
        FxThread.run(Fonts::require);
        return FxThread.call(() -> bytes(table, weights, look));
    }

    private static byte[] bytes(SweepTable table, IntFunction<Optional<Parameters>> weights, RunPictures.Look look)
            throws IOException {
        Theme theme = look.dark() ? Theme.DARK : Theme.LIGHT;
        RunStart base = table.sweep().base();
        PrintedSheet sheet = new PrintedSheet(table, weights, theme, look.scale());
        Picture picture = new Picture("sweep-sheet", sheet.node(), _ -> { });
        String caption = RunCaption.of(base.spec(), Optional.empty());
        return PngFile.bytes(
                PictureRenderer.image(picture, look.scale(), theme, Optional.of(caption)), PictureTexts.of(picture.name(), base));
    }
}
