package mlpexplorer.ui.images;

import mlpexplorer.data.DataSpec;
import mlpexplorer.nn.RandomStream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// IDX files of digits as a pocket calculator writes them, 16 × 12 pixels, each shifted a little
/// and with noise.
public final class SyntheticDigits {
    static final int HEIGHT = 16;
    static final int WIDTH = 12;

    /// Top, upper left, upper right, middle, lower left, lower right, bottom: one bit each.
    private static final int[] SEGMENTS = {
        0x77, 0x24, 0x5d, 0x6d, 0x2e, 0x6b, 0x7b, 0x25, 0x7f, 0x6f
    };

    private static final int[][] BARS = {
        {2, 3, 2, 8},
        {2, 3, 7, 3},
        {2, 8, 7, 8},
        {7, 3, 7, 8},
        {7, 3, 12, 3},
        {7, 8, 12, 8},
        {12, 3, 12, 8}
    };

    private SyntheticDigits() {}

    /// Writes `count` pictures, of the classes 0, 1 … 9, 0 …, and their labels into `folder`.
    public static DataSpec.Idx write(Path folder, int count) throws IOException {
        ByteBuffer pictures = ByteBuffer.allocate(16 + count * HEIGHT * WIDTH);
        pictures.putInt(0x803).putInt(count).putInt(HEIGHT).putInt(WIDTH);
        ByteBuffer labels = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
        RandomStream random = new RandomStream(1);
        for (int i = 0; i < count; i++) {
            pictures.put(digit(i % 10, random));
            labels.put((byte) (i % 10));
        }
        Path images = Files.write(folder.resolve("digits-images"), pictures.array());
        Path classes = Files.write(folder.resolve("digits-labels"), labels.array());
        return new DataSpec.Idx(images.toString(), classes.toString(), Optional.empty());
    }

    private static byte[] digit(int digit, RandomStream random) {
        double[] ink = new double[HEIGHT * WIDTH];
        int down = (int) (3 * random.nextDouble()) - 1;
        int right = (int) (4 * random.nextDouble()) - 1;
        for (int bar = 0; bar < BARS.length; bar++) {
            if ((SEGMENTS[digit] >> bar & 1) == 1) {
                draw(ink, BARS[bar], down, right);
            }
        }
        byte[] pixels = new byte[ink.length];
        for (int i = 0; i < ink.length; i++) {
            pixels[i] =
                    (byte)
                            (255
                                    * Math.clamp(
                                            ink[i] * (0.7 + 0.3 * random.nextDouble())
                                                    + 0.25 * random.nextDouble(),
                                            0,
                                            1));
        }
        return pixels;
    }

    private static void draw(double[] ink, int[] bar, int down, int right) {
        for (int row = bar[0]; row <= bar[2]; row++) {
            for (int column = bar[1]; column <= bar[3]; column++) {
                ink[(row + down) * WIDTH + column + right] = 1;
            }
        }
    }
}
