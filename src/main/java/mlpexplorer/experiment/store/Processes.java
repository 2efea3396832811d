package mlpexplorer.experiment.store;

import java.time.Instant;
import java.util.Optional;

/// Names programs on this machine so that one can tell later whether it still runs: its number, which is used again, and the
/// second it began.
final class Processes {
    /// The system counts from when it was started and adds that, so a clock that is set right moves the second.
    private static final long CLOCK_SECONDS = 2;

    private Processes() {}

    static String current() {
        return name(ProcessHandle.current());
    }

    static boolean isAlive(String name) {
        try {
            Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(name.split("@")[0]));
            long began = Long.parseLong(name.split("@")[1]);
            return process.filter(ProcessHandle::isAlive).filter(known -> Math.abs(second(known) - began) <= CLOCK_SECONDS).isPresent();
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
