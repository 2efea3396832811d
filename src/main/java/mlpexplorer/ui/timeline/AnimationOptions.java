package mlpexplorer.ui.timeline;

/// The options of an animation.
///
/// @param frames number of frames, 2 to 240; fewer if there are fewer epochs
/// @param early whether frames are denser in early epochs, where most happens, instead of evenly
///   spaced
/// @param pixels edge of the boundary, 64 to 1,024
/// @param seconds duration, 1 to 60, with the pause at the last frame; longer if that many frames
///   need more
record AnimationOptions(int frames, boolean early, int pixels, double seconds) {
    static final AnimationOptions DEFAULT = new AnimationOptions(60, true, 400, 6);

    /// Minimum delay in hundredths of a second; viewers slow down faster animations.
    private static final int MIN_DELAY = 2;

    /// Maximum pause at the last frame.
    private static final int PAUSE = 100;

    /// The epochs shown, in ascending order, including the first and the last of the run: as many
    /// as there are frames, or all.
    long[] epochs(long first, long last) {
        long span = last - first;
        long[] epochs = new long[(int) Math.min(frames, span + 1)];
        for (int i = 0; i < epochs.length; i++) {
            double t = i / Math.max(1, epochs.length - 1.0);
            long wanted = first + Math.round(early ? Math.expm1(t * Math.log1p(span)) : t * span);
            long least = i == 0 ? first : epochs[i - 1] + 1;
            epochs[i] = Math.clamp(wanted, least, last - (epochs.length - 1 - i));
        }
        return epochs;
    }

    /// The delays of the frames in hundredths of a second. The last one includes a pause.
    int[] delays(int count) {
        int total = (int) Math.round(100 * seconds);
        int moving = total - Math.min(PAUSE, total / 3);
        int[] delays = new int[count];
        for (int i = 0; i < count; i++) {
            int exact = moving * (i + 1) / count - moving * i / count;
            delays[i] = Math.max(MIN_DELAY, exact);
        }
        delays[count - 1] += total - moving;
        return delays;
    }
}
