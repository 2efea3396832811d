package mlpexplorer.bench;

import mlpexplorer.nn.Precision;
import mlpexplorer.nn.ProductLimit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// W5: the machine's limits with the core type of OpenBLAS that `OPENBLAS_CORETYPE` names.
/// Argument: the file for the figures.
public final class LimitMeter {
    /// The setting of OpenBLAS, which otherwise looks at the processor.
    static final String CORE_TYPE = "OPENBLAS_CORETYPE";

    /// Core types of x86-64, by the flag of the processor that they need.
    private static final Map<String, String> TYPES =
            Map.of(
                    "avx2", "Haswell",
                    "avx512vl", "SkylakeX",
                    "avx512_bf16", "Cooperlake",
                    "amx_tile", "SapphireRapids");

    private LimitMeter() {}

    public static void main(String[] args) throws IOException {
        Map<String, Double> limits = new LinkedHashMap<>();
        limits.put("double GFLOP/s", ProductLimit.gflops(Precision.DOUBLE));
        limits.put("single GFLOP/s", ProductLimit.gflops(Precision.SINGLE));
        limits.put("memory GB/s", ProductLimit.gigabytes());
        System.out.println(System.getenv().getOrDefault(CORE_TYPE, "own choice") + " " + limits);
        BenchJson.write(Path.of(args[0]), limits);
    }

    /// The core types that this processor can run.
    static List<String> types() throws IOException {
        Path processor = Path.of("/proc/cpuinfo");
        Set<String> flags =
                Files.exists(processor)
                        ? new HashSet<>(List.of(Files.readString(processor).split("\\s+")))
                        : Set.of();
        List<String> types = new ArrayList<>();
        TYPES.forEach((flag, type) -> {
            if (flags.contains(flag)) {
                types.add(type);
            }
        });
        return types.stream().sorted().toList();
    }
}
