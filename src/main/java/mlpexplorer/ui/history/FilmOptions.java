package mlpexplorer.ui.history;

import java.util.stream.LongStream;

/// How a film is to be made.
///
/// @param frames  pictures, 2 to 240; fewer where there are not as many epochs
/// @param early   whether pictures lie closer together in early epochs, where most happens, instead of evenly
/// @param pixels  edge of the boundary, 64 to 1,024
/// @param seconds from the first picture to the last, 1 to 60
record FilmOptions(int frames, boolean early, int pixels, double seconds) {
    static final FilmOptions USUAL = new FilmOptions(60, true, 400, 6);
    /// A GIF counts hundredths of a second, and viewers slow down what is faster than this.
    private static final int LEAST_DELAY = 2;

    /// The epochs that are shown, in order, the first and the last of the run among them.
    long[] epochs(long first, long last) {
        long span = last - first;
        return LongStream.range(0, frames)
                .map(i -> {
                    double t = i / (frames - 1.0);
                    return first + Math.round(early ? Math.expm1(t * Math.log1p(span)) : t * span);
                })
                .distinct().toArray();
    }

    /// Hundredths of a second that each of so many pictures stands.
    int delay(int pictures) {
        return (int) Math.max(LEAST_DELAY, Math.round(100 * seconds / pictures));
    }
}
