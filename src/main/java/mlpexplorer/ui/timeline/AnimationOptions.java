package mlpexplorer.ui.timeline;

import java.util.stream.LongStream;

/// The options of an animation.
///
/// @param frames number of frames, 2 to 240; fewer if there are fewer epochs
/// @param early whether frames are denser in early epochs, where most happens, instead of evenly
///   spaced
/// @param pixels edge of the boundary, 64 to 1,024
/// @param seconds duration from the first frame to the last, 1 to 60
record AnimationOptions(int frames, boolean early, int pixels, double seconds) {
    static final AnimationOptions DEFAULT = new AnimationOptions(60, true, 400, 6);

    /// Minimum delay in hundredths of a second; viewers slow down faster animations.
    private static final int MIN_DELAY = 2;

    /// The epochs shown, in order, including the first and the last of the run.
    long[] epochs(long first, long last) {
        long span = last - first;
        return LongStream.range(0, frames)
                .map(i -> {
                    double t = i / (frames - 1.0);
                    return first + Math.round(early ? Math.expm1(t * Math.log1p(span)) : t * span);
                })
                .distinct()
                .toArray();
    }

    /// The delay of each frame in hundredths of a second.
    int delay(int pictures) {
        return (int) Math.max(MIN_DELAY, Math.round(100 * seconds / pictures));
    }
}
