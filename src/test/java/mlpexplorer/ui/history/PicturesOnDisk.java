package mlpexplorer.ui.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.nn.RandomStream;
import mlpexplorer.training.Command;
import mlpexplorer.training.Latest;
import mlpexplorer.training.Phase;
import mlpexplorer.training.Replay;
import mlpexplorer.training.TrainingSession;
import mlpexplorer.ui.fx.FxThread;
import mlpexplorer.ui.fx.PngFile;
import mlpexplorer.ui.fx.Theme;

/// A program of its own for tests of disks: saves `loss.png` and `film.gif` in a folder as the window does, and prints what it
/// would tell.
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
        Film film = FxThread.call(() -> new Film(replay(), new FilmOptions(20, false, 256, 2), Theme.LIGHT,
                new Lettering(Film.characters(), Color.BLACK, Color.WHITE), "{}"));
        tell(() -> film.write(disk.resolve("film.gif"), _ -> { }));
        System.exit(0);
    }

    private static void tell(Saving saving) throws InterruptedException {
        try {
            System.out.println("saved " + saving.save());
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
    }

    /// Nothing that could be made small.
    private static WritableImage noise() {
        WritableImage image = new WritableImage(SIDE, SIDE);
        RandomStream random = new RandomStream(1, 1);
        for (int i = 0; i < SIDE * SIDE; i++) {
            image.getPixelWriter().setArgb(i % SIDE, i / SIDE, 0xff000000 | random.nextInt(1 << 24));
        }
        return image;
    }

    private static Replay replay() {
        RunSpec spec = SpecJson.set(new RunSpec(), java.util.List.of("training.stop.epochs=20"));
        try (TrainingSession session = new TrainingSession()) {
            session.send(new Command.Restart(1, () -> spec.trainer(spec.splitData()), true));
            await(() -> session.pollFrame().filter(frame -> frame.phase() instanceof Phase.Finished));
            Latest<Replay> slot = new Latest<>();
            session.send(new Command.Recall(slot::publish));
            return await(slot::poll);
        }
    }

    private static <T> T await(Supplier<Optional<T>> source) {
        Optional<T> value = source.get();
        while (value.isEmpty()) {
            LockSupport.parkNanos(1_000_000);
            value = source.get();
        }
        return value.get();
    }
}
