package mlpexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;

import mlpexplorer.nn.RandomStream;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/// Corrupts files and checks that readers fail cleanly.
public final class Damage {
    /// Inputs of each kind: the system property `fuzz`, by default 1,000.
    public static final int INPUTS = Integer.getInteger("fuzz", 1_000);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long MAX_BYTES = 64L << 20;

    private Damage() {}

    /// Changes, removes or inserts one to three bytes, or truncates the end; sometimes does
    /// nothing.
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

    /// Passes the numbers of [#INPUTS] inputs to `read`, which returns whether the input was valid,
    /// and returns the number of valid ones. None may allocate more than 64 MB, regardless of the
    /// sizes in its header.
    public static int wholeOf(IntPredicate read) {
        int whole = 0;
        long most = 0;
        for (int i = 0; i < INPUTS; i++) {
            int input = i;
            long before = THREADS.getCurrentThreadAllocatedBytes();
            whole += told(input, () -> read.test(input)) ? 1 : 0;
            most = Math.max(most, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(most).isLessThan(MAX_BYTES);
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
