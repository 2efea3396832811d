package mlpexplorer.ui.export;

import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Suggested file names that identify the run: `spiral-8-8-loss`.
public final class DefaultFileName {
    private static final int MAX_DATA_LENGTH = 40;

    private DefaultFileName() {}

    /// The name of the data, the widths of the hidden layers (`softmax` if there are none) and
    /// `what`, joined by hyphens.
    public static String of(RunSpec spec, String what) {
        String network =
                spec.model().hidden().isEmpty()
                        ? "softmax"
                        : spec.model().hidden().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining("-"));
        return data(spec.data()) + "-" + network + "-" + what;
    }

    /// The name of the data: the file name without its extension, or that of the generator.
    public static String data(DataSpec data) {
        String name =
                switch (data) {
                    case DataSpec.Synthetic _, DataSpec.Iris _ ->
                            data.getClass()
                                    .getSimpleName()
                                    .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                                    .toLowerCase(Locale.ROOT);
                    case DataSpec.Csv csv -> stem(csv.path());
                    case DataSpec.Numpy numpy -> stem(numpy.path());
                    case DataSpec.Idx idx -> idx.isMnist() ? "mnist" : stem(idx.images());
                };
        return name.substring(0, Math.min(name.length(), MAX_DATA_LENGTH));
    }

    private static String stem(String path) {
        try {
            String name =
                    Optional.ofNullable(Path.of(path).getFileName()).map(Path::toString).orElse("");
            String bare =
                    name.replaceFirst("(?<=.)\\.[^.]*$", "")
                            .replaceAll("[^\\p{L}\\p{M}\\p{N}_]+", "-")
                            .replaceAll("^-|-$", "");
            return bare.isEmpty() ? "data" : bare;
        } catch (InvalidPathException e) {
            return "data";
        }
    }
}
