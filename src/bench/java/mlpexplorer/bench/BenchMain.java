package mlpexplorer.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs all benchmarks, each in its own virtual machine with the options of this one, and prints
/// the report.
public final class BenchMain {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private BenchMain() {}

    /// @param args folder of the results, regular expression of the JMH benchmarks, launcher of the
    ///   packaged program, script of the peers
    public static void main(String[] args) throws IOException, InterruptedException {
        String results = args[0] + "/bench-";
        run(org.openjdk.jmh.Main.class, "-rf", "json", "-rff", results + "jmh.json", args[1]);
        run(WindowMeter.class, results + "window.json");
        run(SoakMeter.class, results + "soak.json");
        run(StartMeter.class, args[2], results + "start.json");
        run(BenchReport.class, args[0], args[3]);
    }

    private static void run(Class<?> main, String... args)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException(main.getSimpleName() + " ended with exit code " + code);
        }
    }
}
