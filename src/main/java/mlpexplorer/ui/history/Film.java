package mlpexplorer.ui.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.DoubleConsumer;
import mlpexplorer.data.io.WholeFile;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.Replay;
import mlpexplorer.ui.field.FieldThumbnail;
import mlpexplorer.ui.fx.Notation;
import mlpexplorer.ui.fx.Theme;
import mlpexplorer.ui.workbench.Texts;

/// The boundary of a run as a film in a GIF file: a picture for each of the chosen epochs, its number below and a line that
/// shows how far it is. The last picture stands a second longer.
///
/// @param comment what the file says about itself
record Film(Replay replay, FilmOptions options, Theme theme, Lettering letters, String comment) {
    private static final int REST = 100;
    private static final int MARGIN = 6;
    private static final int LINE = 2;
    private static final int LIGHT_LINE = 0xff0969da;
    private static final int DARK_LINE = 0xff4493f8;

    /// All characters that a caption may have.
    static String characters() {
        return Texts.text("film.caption", "", "") + "0123456789, .";
    }

    /// Makes the film in the calling thread, beside its place, and moves it there when it is whole: a failure or an interrupt
    /// leaves what was there before.
    ///
    /// @param progress told the share that is done
    /// @throws IOException with one sentence that names the file
    Path write(Path file, DoubleConsumer progress) throws IOException, InterruptedException {
        return WholeFile.<InterruptedException>draw(file, part -> draw(part, progress));
    }

    private void draw(Path part, DoubleConsumer progress) throws IOException, InterruptedException {
        long[] epochs = options.epochs(replay.firstEpoch(), replay.lastEpoch());
        FieldThumbnail thumbnail = new FieldThumbnail(options.pixels(), theme);
        int delay = options.delay(epochs.length);
        try (GifWriter gif = new GifWriter(part, options.pixels(), options.pixels() + letters.height(), comment)) {
            for (int i = 0; i < epochs.length; i++) {
                Parameters parameters = replay.goTo(epochs[i]);
                int[] boundary = thumbnail.draw(replay.mlp(), parameters, replay.split());
                gif.add(captioned(boundary, epochs[i]), i == epochs.length - 1 ? delay + REST : delay);
                progress.accept((i + 1.0) / epochs.length);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            gif.finish();
        }
    }

    private int[] captioned(int[] boundary, long epoch) {
        int side = options.pixels();
        int[] picture = Arrays.copyOf(boundary, side * (side + letters.height()));
        Arrays.fill(picture, side * side, picture.length, letters.ground());
        String text = Texts.text("film.caption", Notation.WHOLE.write(epoch), Notation.WHOLE.write(replay.lastEpoch()));
        letters.write(text, picture, side, MARGIN, side);
        int reached = (int) (side * epoch / Math.max(1, replay.lastEpoch()));
        for (int row = side; row < side + LINE; row++) {
            Arrays.fill(picture, row * side, row * side + reached, theme.isDark() ? DARK_LINE : LIGHT_LINE);
        }
        return picture;
    }
}
