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
import java.util.Locale;
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

    /// Prefix of the figures for the products of W3A itself.
    static final String W3A = "W3A ";

    private LimitMeter() {}

    /// The name of the figure for large products.
    static String unit(Precision precision) {
        return precision.name().toLowerCase(Locale.ROOT) + " GFLOP/s";
    }

    public static void main(String[] args) throws IOException {
        Map<String, Double> limits = new LinkedHashMap<>();
        for (Precision precision : Precision.values()) {
            String unit = unit(precision);
            limits.put(unit, ProductLimit.gflops(precision, ProductLimit.LARGE));
            limits.put(W3A + unit, ProductLimit.gflops(precision, ProductLimit.W3A));
        }
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
