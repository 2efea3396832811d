package mlpexplorer.experiment.store;

import java.time.Instant;
import java.util.Optional;

/// Names programs on this machine so that one can tell later whether it still runs: its number, which is used again, and the
/// second it began.
final class Processes {
    private Processes() {}

    static String current() {
        return name(ProcessHandle.current());
    }

    static boolean isAlive(String name) {
        try {
            Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(name.split("@")[0]));
            return process.filter(ProcessHandle::isAlive).map(Processes::name).filter(name::equals).isPresent();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String name(ProcessHandle process) {
        return process.pid() + "@" + process.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
    }
}
