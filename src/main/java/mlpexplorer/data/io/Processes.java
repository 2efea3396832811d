package mlpexplorer.data.io;

import java.time.Instant;
import java.util.Optional;

/// Identifies processes on this machine, to check later whether they are still running: by process
/// id, which is reused, and start time in seconds.
public final class Processes {
    /// Tolerance in seconds: the system computes start times relative to boot, so setting the clock
    /// shifts them.
    private static final long CLOCK_SECONDS = 2;

    private Processes() {}

    /// The name of this process, like `1234@1760000000`.
    public static String current() {
        return name(ProcessHandle.current());
    }

    /// Whether the process with that name is running; false for other texts.
    public static boolean isAlive(String name) {
        try {
            Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(name.split("@")[0]));
            long began = Long.parseLong(name.split("@")[1]);
            return process.filter(ProcessHandle::isAlive)
                    .filter(known -> Math.abs(second(known) - began) <= CLOCK_SECONDS)
                    .isPresent();
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return false;
        }
    }

    private static String name(ProcessHandle process) {
        return process.pid() + "@" + second(process);
    }

    private static long second(ProcessHandle process) {
        return process.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
    }
}
