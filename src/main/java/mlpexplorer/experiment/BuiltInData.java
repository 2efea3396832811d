package mlpexplorer.experiment;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.io.CsvTable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// The built-in datasets as CSV files, as in the project's `data` folder.
public final class BuiltInData {
    private static final long SEED = 1;

    private BuiltInData() {}

    /// The content of each file by name; deterministic.
    public static SequencedMap<String, String> files() {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        generated()
                .forEach((name, spec) -> files.put(name, CsvTable.of(spec.generate(SEED)).text()));
        files.put("iris.csv", bundled("iris.csv"));
        return files;
    }

    private static Map<String, DataSpec.Plane> generated() {
        Map<String, DataSpec.Plane> specs = new LinkedHashMap<>();
        specs.put("circles.csv", new DataSpec.Circles());
        specs.put("moons.csv", new DataSpec.Moons());
        specs.put("gaussians.csv", new DataSpec.Gaussians());
        specs.put("spiral.csv", new DataSpec.Spiral());
        specs.put("spiral-2-arms.csv", new DataSpec.Spiral(300, 2, 1.75, 0.1));
        specs.put("xor.csv", new DataSpec.Xor());
        specs.put("xor-table.csv", new DataSpec.XorTable());
        return specs;
    }

    private static String bundled(String name) {
        try (InputStream in = BuiltInData.class.getResourceAsStream("/mlpexplorer/data/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the class path.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
