package mlpexplorer.bench;

import javafx.application.Platform;

import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.training.StopRule;
import mlpexplorer.training.TrainingSpec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// U4: trains in the real window as fast as it can while a [SoakHand] is at work, and looks every
/// minute whether memory, threads, file handles and the cost of a frame stay as they were.
///
/// `-Dsoak=3600` does so for an hour in place of twenty seconds. Prints one line a look and writes
/// them to the file named by the first argument; the run store is in a folder next to it and is not
/// deleted.
public final class SoakMeter {
    private static final int SECONDS = Integer.getInteger("soak", 20);
    private static final double EVERY_SECONDS = Math.clamp(SECONDS / 20.0, 5, 60);

    /// As much past as a look finds, however fast the machine.
    private static final int REST_EPOCHS = 2_000;

    private static final RunSpec SPEC = spec(StopRule.MAX_EPOCHS);
    private static final RunSpec REST = spec(REST_EPOCHS);

    private final List<ResourceUse> looks = new ArrayList<>();
    private final Path home;
    private final DrivenWindow window;
    private final SoakHand hand;

    private SoakMeter(Path home) {
        this.home = home;
        window = DrivenWindow.open(home, SPEC);
        hand = new SoakHand(window);
    }

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]).toAbsolutePath();
        Platform.startup(() -> Platform.setImplicitExit(false));
        SoakMeter meter = new SoakMeter(Files.createTempDirectory(file.getParent(), "soak"));
        try {
            meter.soak();
        } finally {
            meter.window.close();
            Platform.exit();
        }
        BenchJson.write(file, meter.figures());
    }

    private static RunSpec spec(int epochs) {
        ModelSpec model = new ModelSpec(List.of(16, 16), Activation.TANH, new Initializer.Xavier());
        StopRule stop = new StopRule().withEpochs(epochs);
        return new RunSpec()
                .withData(new DataSpec.Spiral(300, 3, 1.75, 0.1))
                .withModel(model)
                .withTraining(new TrainingSpec().withStop(stop));
    }

    /// The first look comes after a tenth of the time and a round of everything, so that what is
    /// loaded once is there.
    private void soak() throws InterruptedException, IOException {
        DrivenWindow.run(
                () -> window.workbench().pace().limitProperty().set(Double.POSITIVE_INFINITY));
        hand.begin(SPEC);
        long warming = System.nanoTime();
        for (int act = 0; act < hand.acts() || seconds(warming) < SECONDS / 10.0; act++) {
            hand.act();
        }
        System.out.println(ResourceUse.HEADING);
        long began = System.nanoTime();
        look(0);
        for (double next = EVERY_SECONDS;
                seconds(began) < SECONDS;
                next = seconds(began) + EVERY_SECONDS) {
            while (seconds(began) < next) {
                hand.act();
            }
            look(seconds(began));
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) * 1e-9;
    }

    private void look(double second) throws InterruptedException, IOException {
        double[] frames =
                DrivenWindow.on(() ->
                        new double[] {
                            window.processorMillis().median(), window.processorMillis().at(0.99)
                        });
        hand.settle(REST);
        ResourceUse look = ResourceUse.now(second, home, frames);
        looks.add(look);
        System.out.println(look);
        hand.begin(SPEC);
        DrivenWindow.run(window::resetMeters);
    }

    private Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        tell(figures, "at start", looks.getFirst());
        tell(figures, "in the middle", looks.get(looks.size() / 2));
        tell(figures, "at the end", looks.getLast());
        figures.put("U4 footprints", looks);
        return figures;
    }

    private static void tell(Map<String, Object> figures, String when, ResourceUse look) {
        figures.put("U4 heap " + when + " MB", look.heap());
        figures.put("U4 memory outside the heap " + when + " MB", look.outside());
        figures.put("U4 threads " + when, look.threads());
        figures.put("U4 file handles " + when, look.handles());
        figures.put("U4 FX thread per frame " + when + " ms p99", look.frameP99());
    }
}
