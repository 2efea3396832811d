package mlpexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.nn.RandomStream;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/// Spoils files, and watches what a reader makes of them.
public final class Damage {
    /// So many inputs of each kind.
    public static final int INPUTS = 10_000;

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final long SECOND = 1_000_000_000;

    private Damage() {}

    /// One to three bytes changed, cut out or put in, or the end cut off; sometimes nothing.
    public static byte[] of(byte[] whole, RandomStream random) {
        byte[] bytes = whole.clone();
        for (int times = random.nextInt(4); times > 0 && bytes.length > 1; times--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = Arrays.copyOf(bytes, at);
                case 2 ->
                        bytes =
                                joined(
                                        Arrays.copyOf(bytes, at),
                                        Arrays.copyOfRange(bytes, at + 1, bytes.length));
                default ->
                        bytes =
                                joined(
                                        Arrays.copyOf(bytes, at + 1),
                                        Arrays.copyOfRange(bytes, at, bytes.length));
            }
        }
        return bytes;
    }

    /// Gives the numbers of [#INPUTS] inputs to `read`, which says whether one was whole, and
    /// returns how many were. None may take a second of processor time.
    public static int wholeOf(IntPredicate read) {
        int whole = 0;
        long slowest = 0;
        for (int i = 0; i < INPUTS; i++) {
            int input = i;
            long began = CPU.getCurrentThreadCpuTime();
            whole += told(input, () -> read.test(input)) ? 1 : 0;
            slowest = Math.max(slowest, CPU.getCurrentThreadCpuTime() - began);
        }
        assertThat(slowest).isLessThan(SECOND);
        return whole;
    }

    private static boolean told(int input, BooleanSupplier read) {
        try {
            return read.getAsBoolean();
        } catch (RuntimeException | Error e) {
            throw new AssertionError("Input " + input, e);
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
