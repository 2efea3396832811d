package mlpexplorer.bench;

import mlpexplorer.nn.Precision;
import mlpexplorer.training.TwoThreads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Seconds per epoch on as many images as MNIST has, and the peak memory of a process that trains
/// on them and does nothing else. Arguments: the precision, and the file for the figures.
public final class FullSizeMeter {
    private static final int EPOCHS = 3;
    private static final Path STATUS = Path.of("/proc/self/status");

    private FullSizeMeter() {}

    public static void main(String[] args) throws IOException {
        Quantiles seconds = new Quantiles();
        try (TwoThreads lanes = new TwoThreads()) {
            EpochLoop loop = Workload.FULL.loop(Precision.valueOf(args[0]), lanes);
            loop.epoch();
            for (int i = 0; i < EPOCHS; i++) {
                long began = System.nanoTime();
                loop.epoch();
                seconds.add((System.nanoTime() - began) * 1e-9);
            }
        }
        Map<String, Double> figures = Map.of("seconds", seconds.median(), "MB", peakMegabytes());
        System.out.println("60,000 images, " + args[0] + " " + figures);
        BenchJson.write(Path.of(args[1]), figures);
    }

    private static double peakMegabytes() throws IOException {
        if (Files.notExists(STATUS)) {
            return Double.NaN;
        }
        return Files.readString(STATUS)
                .lines()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }
}
