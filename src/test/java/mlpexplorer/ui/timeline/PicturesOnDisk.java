package mlpexplorer.ui.timeline;

import javafx.scene.image.WritableImage;

import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.RandomStream;
import mlpexplorer.ui.concurrent.FxThread;
import mlpexplorer.ui.controls.PngFile;
import mlpexplorer.ui.controls.Theme;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A separate program for disk tests: saves `loss.png` and `animation.gif` in a folder as the
/// window does, and prints its messages.
public final class PicturesOnDisk {
    private static final int SIDE = 200;

    private PicturesOnDisk() {}

    private interface Saving {
        Path save() throws IOException, InterruptedException;
    }

    public static void main(String[] folder) throws IOException, InterruptedException {
        FxThread.startHeadless();
        Path disk = Path.of(folder[0]);
        tell(() -> PngFile.write(disk.resolve("loss.png"), noise(), Map.of()));
        Animation animation =
                new Animation(
                        Past.of(20),
                        new Animation.Options(20, false, 256, 2),
                        Theme.LIGHT,
                        "{}",
                        Optional.empty());
        tell(() -> animation.write(disk.resolve("animation.gif"), _ -> {}));
        System.exit(0);
    }

    private static void tell(Saving saving) throws InterruptedException {
        try {
            System.out.println("saved " + saving.save());
        } catch (IOException | UserError e) {
            System.out.println(e.getMessage());
        }
    }

    /// Incompressible content.
    private static WritableImage noise() {
        WritableImage image = new WritableImage(SIDE, SIDE);
        RandomStream random = new RandomStream(1, 1);
        for (int i = 0; i < SIDE * SIDE; i++) {
            image.getPixelWriter()
                    .setArgb(i % SIDE, i / SIDE, 0xff000000 | random.nextInt(1 << 24));
        }
        return image;
    }
}
