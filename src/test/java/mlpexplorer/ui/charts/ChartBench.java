package mlpexplorer.ui.charts;

import atlantafx.base.theme.PrimerLight;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Measures what a chart costs the FX thread per frame while its curves grow. Not a test: run it by hand with the headless platform
/// and the software pipeline; it prints microseconds of CPU time, so that a busy machine does not blur them.
public final class ChartBench {
    private static final int WARM_UP = 400;

    private final String name;
    private final List<Curves.Growing> curves;
    private final int perFrame;
    private final int frames;
    private final long[] shown;
    private final long[] cpu;
    private final CountDownLatch done = new CountDownLatch(1);
    private int frame = -WARM_UP;
    private long cpuBefore;

    private ChartBench(String name, int series, int start, int perFrame, int frames) {
        this.name = name;
        this.perFrame = perFrame;
        this.frames = frames;
        int end = start + perFrame * (frames + WARM_UP);
        curves = IntStream.range(0, series)
                .mapToObj(i -> Curves.growing(Curves.loss(end, 1.1 + 0.01 * i, 0.05 * (i + 1), 0.03, i)).grow(start))
                .toList();
        shown = new long[frames];
        cpu = new long[frames];
    }

    static void main() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(started::countDown);
        started.await();
        Platform.runLater(() -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
        new ChartBench("3 x 0 growing by 33", 3, 0, 33, 600).run();
        new ChartBench("3 x 20,000 growing by 80", 3, 20_000, 80, 600).run();
        new ChartBench("3 x 20,000 growing by 1", 3, 20_000, 1, 600).run();
        new ChartBench("3 x 20,000 with cursor", 3, 20_000, 1, 600).run();
        new ChartBench("6 x 1,000,000 growing by 80", 6, 1_000_000, 80, 300).run();
        new ChartBench("6 x 1,000,000 smoothed", 6, 1_000_000, 80, 300).run();
        new ChartBench("6 x 1,000,000 panned", 6, 1_000_000, 80, 300).run();
        Platform.exit();
    }

    private void run() throws InterruptedException {
        Platform.runLater(this::start);
        done.await();
        System.out.printf("%-30s show() %s   whole pulse %s%n", name, summary(shown), summary(cpu));
    }

    private void start() {
        ChartView view = new ChartView(new ChartText("Loss", "epoch", ""), Measure.LOSS);
        String[] classes = {CurveSeries.TRAIN, CurveSeries.VALIDATION, CurveSeries.TEST};
        List<CurveSeries> series = IntStream.range(0, curves.size())
                .mapToObj(i -> new CurveSeries(classes[i % 3], classes[i % 3], curves.get(i), i >= 3))
                .toList();
        if (name.endsWith("cursor")) {
            view.chart().cursorXProperty().set(7_000);
        }
        view.chart().smoothingProperty().set(name.endsWith("smoothed") ? 0.9 : 0);
        Stage stage = new Stage();
        stage.setScene(new Scene(view, 1000, 450));
        stage.show();
        long first = System.nanoTime();
        view.show(series);
        System.out.printf("%-30s first show %d us%n", name, (System.nanoTime() - first) / 1000);
        Runnable[] listener = new Runnable[1];
        listener[0] = () -> {
            long cpuNow = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            if (frame > 0) {
                cpu[frame - 1] = cpuNow - cpuBefore;
            }
            if (frame == frames) {
                view.getScene().removePreLayoutPulseListener(listener[0]);
                stage.hide();
                done.countDown();
                return;
            }
            cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            curves.forEach(curve -> curve.grow(perFrame));
            if (name.endsWith("panned")) {
                double from = 100_000 + 500.0 * (frame + WARM_UP);
                view.chart().showX(new AxisRange(from, from + 400_000));
            }
            view.show(series);
            view.pulse();
            if (frame >= 0) {
                shown[frame] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore;
            }
            frame++;
            Platform.requestNextPulse();
        };
        view.getScene().addPreLayoutPulseListener(listener[0]);
        Platform.requestNextPulse();
    }

    private static String summary(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return String.format(
                "median %d, p99 %d, max %d us",
                sorted[sorted.length / 2] / 1000, sorted[(int) (sorted.length * 0.99)] / 1000, sorted[sorted.length - 1] / 1000);
    }
}
