package mlpexplorer.ui.export;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecText;
import mlpexplorer.nn.Numbers;
import mlpexplorer.training.Frame;
import mlpexplorer.training.Phase;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.settings.Settings.PictureOptions.Format;
import mlpexplorer.ui.workbench.PhaseText;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/// A picture as it was at one moment, to be encoded on any thread.
///
/// @param caption description of the run
/// @param start start of the run, for the metadata
public record PictureFile(Content content, String title, String caption, RunStart start) {

    /// The content of a file.
    @FunctionalInterface
    public interface Content {
        /// The bytes of the file.
        ///
        /// @param texts metadata by keyword
        byte[] encode(Map<String, String> texts) throws IOException;
    }

    /// The picture as shown, with a caption that describes the run. FX thread.
    ///
    /// @param start start of the run, for the metadata
    /// @param frame displayed frame, if any
    public static PictureFile of(
            ExportablePicture picture,
            Format format,
            int scale,
            Theme theme,
            RunStart start,
            Optional<Frame> frame) {
        String caption = caption(start.spec(), frame);
        return new PictureFile(
                PictureRenderer.content(picture, format, scale, theme, Optional.of(caption)),
                picture.name(),
                caption,
                start);
    }

    /// The pictures below one another, as [#of] makes each, in one SVG file.
    public static PictureFile stacked(
            String title,
            List<ExportablePicture> pictures,
            int scale,
            Theme theme,
            RunStart start,
            Optional<Frame> frame) {
        String caption = caption(start.spec(), frame);
        return new PictureFile(
                PictureRenderer.stacked(pictures, scale, theme, Optional.of(caption)),
                title,
                caption,
                start);
    }

    /// The file.
    public byte[] encode() throws IOException {
        return encode(UnaryOperator.identity());
    }

    /// The file, with a spec that `paths` changes for the place of the file.
    public byte[] encode(UnaryOperator<RunSpec> paths) throws IOException {
        return content.encode(PictureMetadata.of(title, caption, start.withSpec(paths)));
    }

    /// The files by name.
    public static SequencedMap<String, byte[]> encode(SequencedMap<String, PictureFile> pictures)
            throws IOException {
        return encode(pictures, UnaryOperator.identity());
    }

    /// The files by name, with a spec that `paths` changes for the place of the files.
    public static SequencedMap<String, byte[]> encode(
            SequencedMap<String, PictureFile> pictures, UnaryOperator<RunSpec> paths)
            throws IOException {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        for (Map.Entry<String, PictureFile> picture : pictures.entrySet()) {
            files.put(picture.getKey(), picture.getValue().encode(paths));
        }
        return files;
    }

    /// One line that describes the run of a picture, its epoch, and why it ended: "Circles · 8-8
    /// Tanh · SGD, rate 0.03, batch 10 · epoch 500 · Finished: all epochs done".
    static String caption(RunSpec spec, Optional<Frame> frame) {
        return frame.map(shown ->
                        SpecText.of(spec)
                                + " · "
                                + Messages.text("chart.mark.shown", Numbers.count(shown.epoch()))
                                + end(shown))
                .orElseGet(() -> SpecText.withStop(spec));
    }

    private static String end(Frame shown) {
        return switch (shown.phase()) {
            case Phase.Finished _, Phase.Diverged _ ->
                    " · " + PhaseText.of(shown.phase(), Optional.of(shown));
            case Phase.Ready _, Phase.Running _, Phase.Paused _, Phase.Failed _ -> "";
        };
    }
}
