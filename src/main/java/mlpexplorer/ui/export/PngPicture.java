package mlpexplorer.ui.export;

import javafx.scene.image.Image;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.controls.PngFile;
import mlpexplorer.ui.controls.Theme;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/// A snapshot to be encoded on any thread.
///
/// @param image image that must not change
/// @param caption description of the run
/// @param start start of the run, for the metadata
public record PngPicture(Image image, String title, String caption, RunStart start) {

    /// The picture as shown, with a caption that describes the run. FX thread.
    ///
    /// @param start start of the run, for the metadata
    /// @param frame displayed frame, if any
    public static PngPicture of(
            ExportablePicture picture,
            int scale,
            Theme theme,
            RunStart start,
            Optional<Frame> frame) {
        String caption = RunCaption.of(start.spec(), frame);
        return new PngPicture(
                PictureRenderer.image(picture, scale, theme, Optional.of(caption)),
                picture.name(),
                caption,
                start);
    }

    /// The PNG file.
    public byte[] encode() throws IOException {
        return encode(UnaryOperator.identity());
    }

    /// The PNG file, with a spec that `paths` changes for the place of the file.
    public byte[] encode(UnaryOperator<RunSpec> paths) throws IOException {
        return PngFile.bytes(image, PngMetadata.of(title, caption, start.withSpec(paths)));
    }

    /// The PNG files by name.
    public static SequencedMap<String, byte[]> encode(SequencedMap<String, PngPicture> pictures)
            throws IOException {
        return encode(pictures, UnaryOperator.identity());
    }

    /// The PNG files by name, with a spec that `paths` changes for the place of the files.
    public static SequencedMap<String, byte[]> encode(
            SequencedMap<String, PngPicture> pictures, UnaryOperator<RunSpec> paths)
            throws IOException {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        for (Map.Entry<String, PngPicture> picture : pictures.entrySet()) {
            files.put(picture.getKey(), picture.getValue().encode(paths));
        }
        return files;
    }
}
