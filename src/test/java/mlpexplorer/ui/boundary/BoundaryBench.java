package mlpexplorer.ui.boundary;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import mlpexplorer.ui.field.Runs;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.training.Command;
import mlpexplorer.training.Frame;
import mlpexplorer.training.TrainingSession;
import mlpexplorer.ui.field.Contour;
import mlpexplorer.ui.field.ContourTracer;
import mlpexplorer.ui.field.Domain;
import mlpexplorer.ui.field.Field;
import mlpexplorer.ui.field.FieldEvaluator;
import mlpexplorer.ui.field.FieldPainter;
import mlpexplorer.ui.field.FieldRequest;
import mlpexplorer.ui.field.FieldSampler;
import mlpexplorer.ui.fx.ClassColors;
import mlpexplorer.ui.fx.FramePump;
import mlpexplorer.ui.fx.Theme;

/// Measures what a boundary frame costs: on the sampler's thread by stage, and on the FX thread while a run trains at full pace.
public final class BoundaryBench {
    private static final int ROUNDS = 150;

    private BoundaryBench() {}

    static void main() throws InterruptedException {
        Split two = Runs.split(new DataSpec.Spiral(500, 2, 1.75, 0.1));
        Split three = Runs.split(new DataSpec.Spiral(450, 3, 1.75, 0.1));
        stages("2-16-16-2 tanh", two, Runs.TANH_16_16);
        stages("2-64-64-2 ReLU", two, Runs.model(Activation.RELU, 64, 64));
        stages("2-16-16-3 tanh", three, Runs.TANH_16_16);
        for (Activation activation : Activation.values()) {
            stages("2-16-16-2 " + activation, two, Runs.model(activation, 16, 16));
        }
        Platform.startup(() -> Platform.setImplicitExit(false));
        live("2-8-8-2 tanh", two, Runs.model(Activation.TANH, 8, 8));
        live("2-16-16-3 tanh", three, Runs.TANH_16_16);
        live("2-64-64-3 ReLU", three, Runs.model(Activation.RELU, 64, 64));
        live("5000 points", Runs.split(new DataSpec.Spiral(5000, 3, 1.75, 0.1)), Runs.TANH_16_16);
        Platform.exit();
    }

    private static void stages(String name, Split split, ModelSpec model) {
        Frame frame = Runs.trained(split, model, 100);
        FieldPainter painter = new FieldPainter(new ClassColors(split.dataset().classes(), Theme.LIGHT), false);
        FieldRequest request =
                new FieldRequest(frame.mlp(), frame.parameters(), split.scaling(), Domain.HOME, painter, 900);
        FieldEvaluator evaluator = new FieldEvaluator();
        ContourTracer tracer = new ContourTracer();
        Field field = new Field();
        Contour contour = new Contour();
        int[] argb = new int[900 * 900];
        for (int side : new int[] {80, 200}) {
            System.out.printf(
                    "%s, %d × %d: evaluate %.2f ms, contour %.2f ms (%d points)%n",
                    name, side, side,
                    median(() -> evaluator.evaluate(request, side, field, () -> false)),
                    median(() -> tracer.trace(field, contour)),
                    contour.points());
        }
        System.out.printf(
                "%s, colours: %d pixels %.2f ms, 200 pixels %.2f ms, 900 pixels %.2f ms%n",
                name, FieldSampler.MOVING_PIXELS,
                median(() -> painter.paint(field, argb, FieldSampler.MOVING_PIXELS)),
                median(() -> painter.paint(field, argb, 200)),
                median(() -> painter.paint(field, argb, 900)));
    }

    /// Milliseconds of this thread's own time, so that a busy machine does not count.
    private static double median(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] nanos = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long begin = threads.getCurrentThreadCpuTime();
            work.run();
            nanos[round] = threads.getCurrentThreadCpuTime() - begin;
        }
        Arrays.sort(nanos);
        return nanos[ROUNDS / 2] / 1e6;
    }

    /// Trains at full pace for some seconds with the pane on screen. Times are the FX thread's own.
    private static void live(String name, Split split, ModelSpec model) throws InterruptedException {
        TrainingSession session = new TrainingSession();
        Pulses pulses = new Pulses();
        FramePump pump = CompletableFuture.supplyAsync(() -> show(session, pulses), Platform::runLater).join();
        session.send(new Command.Restart(1, () -> Runs.trainer(split, model), true));
        session.send(new Command.Pace(Double.POSITIVE_INFINITY));
        Thread.sleep(4000);
        Platform.runLater(pulses::reset);
        Thread.sleep(5000);
        Platform.runLater(() -> {
            System.out.printf("live %s: %s, %.0f pulses a second%n", name, pulses, pump.framesPerSecond());
            pump.close();
        });
        session.close();
    }

    private static FramePump show(TrainingSession session, Pulses pulses) {
        BoundaryView view = new BoundaryView(ResourceBundle.getBundle("mlpexplorer.ui.messages"));
        Scene scene = new Scene(view, 640, 700);
        Theme.LIGHT.applyTo(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        FramePump pump = new FramePump(() -> pulses.measure(() -> {
            session.pollFrame().ifPresent(view::show);
            view.pulse();
            session.requestFrame();
        }));
        pump.start();
        return pump;
    }

    /// What pulses took of the FX thread's time.
    private static final class Pulses {
        private final List<Long> nanos = new ArrayList<>();

        void reset() {
            nanos.clear();
        }

        void measure(Runnable work) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long begin = threads.getCurrentThreadCpuTime();
            work.run();
            nanos.add(threads.getCurrentThreadCpuTime() - begin);
        }

        @Override
        public String toString() {
            List<Long> sorted = nanos.stream().sorted().toList();
            return String.format(
                    Locale.ROOT, "FX median %.2f ms, p99 %.2f ms, max %.2f ms", sorted.get(sorted.size() / 2) / 1e6,
                    sorted.get(sorted.size() * 99 / 100) / 1e6, sorted.getLast() / 1e6);
        }
    }
}
