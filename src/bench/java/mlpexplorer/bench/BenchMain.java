package mlpexplorer.bench;

import mlpexplorer.nn.Precision;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Runs all benchmarks, each in its own virtual machine with the options of this one, and prints
/// the report.
public final class BenchMain {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private BenchMain() {}

    /// @param args folder of the results, regular expression of the JMH benchmarks, launcher of the
    ///   packaged program, script of the peers
    public static void main(String[] args) throws IOException, InterruptedException {
        String results = args[0] + "/bench-";
        run(LimitMeter.class, results + "limit.json");
        for (String type : LimitMeter.types()) {
            Map<String, String> core = Map.of(LimitMeter.CORE_TYPE, type);
            start(core, LimitMeter.class, results + "limit-" + type + ".json");
        }
        for (Precision precision : Precision.values()) {
            String name = precision.name();
            run(FullSizeMeter.class, name, results + "full-" + name + ".json");
        }
        run(org.openjdk.jmh.Main.class, "-rf", "json", "-rff", results + "jmh.json", args[1]);
        run(WindowMeter.class, results + "window.json");
        run(SoakMeter.class, results + "soak.json");
        run(StartMeter.class, args[2], results + "start.json");
        run(BenchReport.class, args[0], args[3]);
    }

    private static void run(Class<?> main, String... args)
            throws IOException, InterruptedException {
        int code = start(Map.of(), main, args);
        if (code != 0) {
            throw new IOException(main.getSimpleName() + " ended with exit code " + code);
        }
    }

    /// With OpenBLAS as users have it, except for what `environment` sets.
    private static int start(Map<String, String> environment, Class<?> main, String... args)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().keySet().removeIf(name -> name.startsWith("OPENBLAS_"));
        builder.environment().putAll(environment);
        return builder.start().waitFor();
    }
}
