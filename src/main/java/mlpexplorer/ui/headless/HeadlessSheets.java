package mlpexplorer.ui.headless;

import mlpexplorer.experiment.RunPictures;
import mlpexplorer.experiment.sweep.SweepPictures;
import mlpexplorer.experiment.sweep.SweepTable;
import mlpexplorer.nn.Parameters;
import mlpexplorer.ui.concurrent.FxThread;
import mlpexplorer.ui.controls.Fonts;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.export.ExportablePicture;
import mlpexplorer.ui.export.PictureFile;
import mlpexplorer.ui.settings.Settings.PictureOptions;
import mlpexplorer.ui.sweep.HeadlessContactSheet;

import java.io.IOException;
import java.util.Optional;
import java.util.function.IntFunction;

/// Takes the picture of a sweep's contact sheet without a window or a display.
public final class HeadlessSheets implements SweepPictures {

    @Override
    public byte[] sheet(
            SweepTable table, IntFunction<Optional<Parameters>> weights, RunPictures.Look look)
            throws IOException {
        FxThread.startHeadless();
        FxThread.run(Fonts::load);
        return FxThread.call(() -> picture(table, weights, look)).encode();
    }

    private static PictureFile picture(
            SweepTable table, IntFunction<Optional<Parameters>> weights, RunPictures.Look look) {
        Theme theme = look.dark() ? Theme.DARK : Theme.LIGHT;
        HeadlessContactSheet sheet = new HeadlessContactSheet(table, weights, theme, look.scale());
        ExportablePicture picture = new ExportablePicture("sweep-sheet", sheet.node(), _ -> {});
        return PictureFile.of(
                picture,
                look.format() == RunPictures.Format.PNG
                        ? PictureOptions.Format.PNG
                        : PictureOptions.Format.SVG,
                look.scale(),
                theme,
                table.sweep().base(),
                Optional.empty());
    }
}
