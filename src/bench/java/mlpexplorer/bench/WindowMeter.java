package mlpexplorer.bench;

import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Parallel;
import mlpexplorer.training.BatchSize;
import mlpexplorer.training.Frame;
import mlpexplorer.training.Phase;
import mlpexplorer.training.StopRule;
import mlpexplorer.training.TrainingSpec;
import mlpexplorer.ui.charts.XAxis;
import mlpexplorer.ui.workbench.Workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/// U1 and U2, and W1a with everything on screen: opens the real window on JavaFX's headless
/// platform and drives it.
///
/// Prints one line a figure and writes them to the file named by the first argument.
public final class WindowMeter {
    private static final int WARM_UP_SECONDS = 15;

    /// The compiler has come to rest.
    private static final int LIVE_WARM_UP_SECONDS = 40;

    private static final int LIVE_TURNS = 5;
    private static final int LIVE_TURN_SECONDS = 5;
    private static final int TAB_WARM_UP_SECONDS = 5;
    private static final int MEASURED_SECONDS = Integer.getInteger("measured", 15);

    /// In the window's order.
    private static final List<String> TABS =
            List.of("curves", "network", "confusion", "histograms", "landscape");

    private static final String LAYOUT = "network layout";
    private static final String UPDATES = "curves of 1,000,000 updates";
    private static final long LOGGED_UPDATES = 1_000_000;

    /// What is measured beside the boundary.
    static final List<String> VIEWS =
            Stream.concat(TABS.stream(), Stream.of(LAYOUT, UPDATES)).toList();

    private static final int CLICKS = 20;
    private static final int TICKS = 30;
    private static final int TICK_WARM_UPS = 8;
    private static final int TICK_EPOCHS = 300;
    private static final double TRAINED = 0.99;

    private final Map<String, Double> figures = new TreeMap<>();
    private final Path home;

    private WindowMeter(Path home) {
        this.home = home;
    }

    public static void main(String[] args) throws Exception {
        Platform.startup(() -> Platform.setImplicitExit(false));
        WindowMeter meter = new WindowMeter(Files.createTempDirectory("window-meter"));
        meter.frames();
        meter.updates();
        meter.smallNetOnScreen();
        meter.ticks();
        Platform.exit();
        BenchJson.write(Path.of(args[0]), meter.figures);
    }

    private void figure(String name, double value) {
        figures.put(name, value);
        System.out.printf("%-44s %10.2f%n", name, value);
    }

    private static RunSpec endless(DataSpec data, SplitSpec split, Integer... hidden) {
        ModelSpec model = new ModelSpec(List.of(hidden), Activation.TANH, new Initializer.Xavier());
        StopRule never = new StopRule().withEpochs(StopRule.MAX_EPOCHS);
        return new RunSpec()
                .withData(data)
                .withSplit(split)
                .withModel(model)
                .withTraining(new TrainingSpec().withStop(never));
    }

    private static RunSpec middleNet() {
        return endless(new DataSpec.Spiral(300, 3, 1.75, 0.1), new SplitSpec(), 16, 16);
    }

    private DrivenWindow open(RunSpec spec) throws InterruptedException, TimeoutException {
        DrivenWindow window = DrivenWindow.open(home, spec);
        window.millisUntil(
                () -> window.workbench().pace().limitProperty().set(Double.POSITIVE_INFINITY),
                () -> frame(window).isPresent());
        return window;
    }

    private static Optional<Frame> frame(DrivenWindow window) {
        return window.workbench().frameProperty().get();
    }

    /// U1 and the clicks of U2.
    private void frames() throws InterruptedException, TimeoutException {
        DrivenWindow window = open(middleNet());
        DrivenWindow.run(window.workbench()::play);
        seconds(WARM_UP_SECONDS);
        for (String tab : TABS) {
            DrivenWindow.run(() -> tabs(window).getSelectionModel().select(TABS.indexOf(tab)));
            framesOf(window, tab);
        }
        ToggleButton layout =
                DrivenWindow.on(() -> window.node(ToggleButton.class, "network-layout-button"));
        DrivenWindow.run(layout::fire);
        framesOf(window, LAYOUT);
        DrivenWindow.run(layout::fire);
        DrivenWindow.run(() -> tabs(window).getSelectionModel().selectFirst());
        clicks(window);
        close(window);
    }

    /// U1 with the loss of each update in the chart, while more are added.
    private void updates() throws InterruptedException, TimeoutException {
        RunSpec spec = middleNet();
        DrivenWindow window = open(spec.withTraining(spec.training().withLogEvery(Optional.of(1))));
        DrivenWindow.run(() -> {
            window.node(ComboBox.class, "curves-x-axis")
                    .getSelectionModel()
                    .select(XAxis.UPDATE.ordinal());
            window.workbench().play();
        });
        while (DrivenWindow.on(
                () -> frame(window).orElseThrow().metrics().updates() < LOGGED_UPDATES)) {
            seconds(1);
        }
        framesOf(window, UPDATES);
        window.close();
    }

    /// With `view` beside the boundary; hidden tabs do no work.
    private void framesOf(DrivenWindow window, String view) throws InterruptedException {
        seconds(TAB_WARM_UP_SECONDS);
        DrivenWindow.run(window::resetMeters);
        seconds(MEASURED_SECONDS);
        DrivenWindow.run(() -> {
            tell("U1 " + view + ": style and layout ms", window.layoutMillis()::at);
            tell("U1 " + view + ": FX thread per frame ms", window.processorMillis()::at);
            figure(
                    "U1 " + view + ": frames per second",
                    window.layoutMillis().size() / (double) MEASURED_SECONDS);
        });
    }

    private static TabPane tabs(DrivenWindow window) {
        return window.node(TabPane.class, "side-tabs");
    }

    private void tell(String name, DoubleUnaryOperator quantile) {
        figure(name + " p50", quantile.applyAsDouble(0.5));
        figure(name + " p99", quantile.applyAsDouble(0.99));
        figure(name + " max", quantile.applyAsDouble(1));
    }

    private void clicks(DrivenWindow window) throws InterruptedException, TimeoutException {
        Button button = DrivenWindow.on(() -> window.node(Button.class, "train-button"));
        Workbench workbench = window.workbench();
        Quantiles paused = new Quantiles();
        Quantiles reacted = new Quantiles();
        for (int i = 0; i < CLICKS; i++) {
            paused.add(
                    window.millisUntil(
                            button::fire,
                            () -> workbench.phaseProperty().get() instanceof Phase.Paused));
            reacted.add(window.millisUntil(button::fire, workbench::isRunning));
            Thread.sleep(50);
        }
        figure("U2 click to visible reaction ms p95", reacted.at(0.95));
        figure("U2 pause to Paused ms p95", paused.at(0.95));
    }

    private void close(DrivenWindow window) {
        long began = System.nanoTime();
        window.close();
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("trainer"))) {
            Thread.onSpinWait();
        }
        figure("U2 close to trainer ended ms", (System.nanoTime() - began) / 1e6);
    }

    /// W1a with live metrics, frames and boundary, in turns with the same training in a bare loop
    /// while the window rests: side by side, since the machine's speed drifts by more than what the
    /// display costs.
    private void smallNetOnScreen() throws InterruptedException, TimeoutException {
        DrivenWindow window =
                open(
                        endless(
                                new DataSpec.Spiral(500, 2, 1.75, 0.1),
                                new SplitSpec(1, 0, 0, true),
                                8,
                                8));
        EpochLoop bare = Workload.W1A.loop(Parallel.SINGLE);
        Quantiles alone = new Quantiles();
        Quantiles live = new Quantiles();
        DrivenWindow.run(window.workbench()::play);
        seconds(LIVE_WARM_UP_SECONDS);
        bareEpochsPerSecond(bare);
        for (int turn = 0; turn < LIVE_TURNS; turn++) {
            pause(window);
            alone.add(bareEpochsPerSecond(bare));
            DrivenWindow.run(window.workbench()::play);
            seconds(1);
            live.add(liveEpochsPerSecond(window));
        }
        figure("W1A live epochs per second", live.median());
        figure("W1A bare loop in between, epochs per second", alone.median());
        window.close();
    }

    private static void pause(DrivenWindow window) throws InterruptedException, TimeoutException {
        Workbench workbench = window.workbench();
        window.millisUntil(
                workbench::pause, () -> workbench.phaseProperty().get() instanceof Phase.Paused);
        seconds(1);
    }

    private static double bareEpochsPerSecond(EpochLoop loop) {
        long began = System.nanoTime();
        long epochs = 0;
        while (System.nanoTime() - began < LIVE_TURN_SECONDS * 1e9) {
            loop.epoch();
            epochs++;
        }
        return epochs / ((System.nanoTime() - began) * 1e-9);
    }

    private static double liveEpochsPerSecond(DrivenWindow window) throws InterruptedException {
        long began = System.nanoTime();
        long before = epoch(window);
        seconds(LIVE_TURN_SECONDS);
        return (epoch(window) - before) / ((System.nanoTime() - began) * 1e-9);
    }

    private static long epoch(DrivenWindow window) {
        return DrivenWindow.on(
                () -> frame(window).map(shown -> shown.metrics().epoch()).orElse(0L));
    }

    /// U2: a tick of the noise slider after a finished run of W2's size, which retrains to 99 % and
    /// beyond.
    private void ticks() throws InterruptedException, TimeoutException {
        RunSpec spec =
                endless(
                        new DataSpec.Spiral(500, 2, 1.75, 0.1),
                        new SplitSpec(1, 0, 0, true),
                        32,
                        32);
        StopRule trained = new StopRule().withEpochs(TICK_EPOCHS);
        TrainingSpec training =
                spec.training()
                        .withOptimizer(new Optimizer.Adam())
                        .withRate(0.01)
                        .withBatch(new BatchSize.Rows(32))
                        .withStop(trained);
        DrivenWindow window = open(spec.withTraining(training));
        window.millisUntil(window.workbench()::play, () -> finished(window));
        Slider noise = DrivenWindow.on(() -> window.node(Slider.class, "noise-slider"));
        Quantiles first = new Quantiles();
        Quantiles whole = new Quantiles();
        for (int i = 0; i < TICK_WARM_UPS + TICKS; i++) {
            if (i == TICK_WARM_UPS) {
                first.clear();
                whole.clear();
            }
            window.millisUntil(() -> {}, () -> finished(window));
            Thread.sleep(600);
            tick(window, noise, first, whole);
        }
        figure("U2 tick to first new boundary ms p50", first.median());
        figure("U2 tick to first new boundary ms p95", first.at(0.95));
        figure("U2 tick to retrained boundary ms p50", whole.median());
        figure("U2 tick to retrained boundary ms p95", whole.at(0.95));
        window.close();
    }

    private static boolean finished(DrivenWindow window) {
        return frame(window).filter(shown -> shown.phase() instanceof Phase.Finished).isPresent();
    }

    private static boolean trained(DrivenWindow window, long afterGeneration) {
        return frame(window)
                .filter(shown -> shown.generation() > afterGeneration)
                .filter(shown ->
                        shown.metrics().train().metric() >= TRAINED
                                || shown.phase() instanceof Phase.Finished)
                .isPresent();
    }

    private static void tick(DrivenWindow window, Slider noise, Quantiles first, Quantiles whole)
            throws InterruptedException, TimeoutException {
        int[] field = DrivenWindow.on(() -> new int[] {window.fieldOnScreen(), 0});
        long generation = DrivenWindow.on(() -> frame(window).orElseThrow().generation());
        double[] seen = {Double.NaN};
        long[] began = {0};
        boolean[] done = {false};
        double millis =
                window.millisUntil(
                        () -> {
                            began[0] = System.nanoTime();
                            noise.setValue(
                                    noise.getValue() > 10 ? 9 : noise.getValue() < 9.5 ? 10 : 11);
                        },
                        () -> {
                            int now = window.fieldOnScreen();
                            if (Double.isNaN(seen[0]) && now != field[0]) {
                                seen[0] = (System.nanoTime() - began[0]) / 1e6;
                            }
                            boolean changed = now != field[1];
                            field[1] = now;
                            boolean doneBefore = done[0];
                            done[0] = trained(window, generation);
                            return doneBefore && changed;
                        });
        first.add(seen[0]);
        whole.add(millis);
    }

    private static void seconds(int count) throws InterruptedException {
        Thread.sleep(1000L * count);
    }
}
