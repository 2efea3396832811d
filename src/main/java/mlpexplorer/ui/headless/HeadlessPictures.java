package mlpexplorer.ui.headless;

import mlpexplorer.experiment.RunPictures;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.sweep.FinishedRun;
import mlpexplorer.experiment.sweep.LocalSweepExecutor;
import mlpexplorer.experiment.sweep.PlannedRun;
import mlpexplorer.experiment.sweep.Sweep;
import mlpexplorer.training.EpochMetrics;
import mlpexplorer.training.Frame;
import mlpexplorer.training.Phase;
import mlpexplorer.ui.concurrent.FxThread;
import mlpexplorer.ui.controls.Fonts;
import mlpexplorer.ui.export.PictureFile;
import mlpexplorer.ui.sweep.RepeatCharts;
import mlpexplorer.ui.workbench.Workbench;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Trains a run in the panes of the window without a display, and takes their pictures.
public final class HeadlessPictures implements RunPictures {
    private static final long PULSE_NANOS = 15_000_000;

    /// Fields are drawn coarse first; pictures that do not change for this many pulses are at full
    /// resolution.
    private static final int QUIET_PULSES = 40;

    private static final int MAX_ATTEMPTS = 20;

    @Override
    public Drawn draw(
            RunStart start, Look look, BooleanSupplier stopAsked, Consumer<EpochMetrics> eachEpoch)
            throws IOException {
        FxThread.startHeadless();
        FxThread.run(Fonts::load);
        Workbench workbench = FxThread.call(() -> begin(start));
        try {
            OffscreenPanes panes = FxThread.call(() -> new OffscreenPanes(workbench, look));
            try {
                Frame last = train(workbench, stopAsked, eachEpoch);
                if (look.repeats() > 1) {
                    List<FinishedRun> runs = repeats(start, last, look.repeats(), stopAsked);
                    RepeatCharts.Bands bands =
                            RepeatCharts.Bands.of(runs, start.spec().training().logEvery());
                    FxThread.run(() -> panes.show(bands));
                }
                SequencedMap<String, byte[]> pictures = settled(panes);
                return new Drawn(RunResult.of(start, last), pictures, FxThread.call(panes::losses));
            } finally {
                FxThread.run(panes::close);
            }
        } finally {
            FxThread.run(workbench::close);
        }
    }

    /// The run that was trained, and the others with their own seeds, without diverged ones.
    private static List<FinishedRun> repeats(
            RunStart start, Frame last, int count, BooleanSupplier stopAsked) {
        List<FinishedRun> runs = new ArrayList<>();
        runs.add(FinishedRun.of(Instant.now(), RunResult.of(start, last)));
        List<PlannedRun> plan = new Sweep(start, List.of(), count).plan();
        new LocalSweepExecutor()
                .train(plan.subList(1, count), stopAsked, (_, result) -> runs.add(result));
        return runs.stream().filter(run -> !run.end().diverged()).toList();
    }

    private static Workbench begin(RunStart start) {
        Workbench workbench = new Workbench(start.spec());
        start.weights()
                .flatMap(workbench::startFrom)
                .ifPresent(refused -> {
                    throw new IllegalArgumentException(refused);
                });
        workbench.play();
        return workbench;
    }

    /// The last frame of the run. If it was stopped, with the weights that early stopping restores.
    private static Frame train(
            Workbench workbench, BooleanSupplier stopAsked, Consumer<EpochMetrics> eachEpoch)
            throws IOException {
        Frame last = trainToEnd(workbench, stopAsked, eachEpoch);
        Optional<Frame.Best> best = last.best().filter(_ -> last.phase() instanceof Phase.Paused);
        return best.isPresent() ? seek(workbench, last, best.get().metrics().epoch()) : last;
    }

    private static Frame trainToEnd(
            Workbench workbench, BooleanSupplier stopAsked, Consumer<EpochMetrics> eachEpoch)
            throws IOException {
        while (true) {
            boolean stop = stopAsked.getAsBoolean();
            Optional<Frame> frame = FxThread.call(() -> pulse(workbench, stop));
            frame.filter(now -> now.epoch() > 0).map(Frame::metrics).ifPresent(eachEpoch);
            if (frame.isPresent() && ended(frame.get().phase(), stop)) {
                return frame.get();
            }
            LockSupport.parkNanos(PULSE_NANOS);
        }
    }

    private static Frame seek(Workbench workbench, Frame from, long epoch) throws IOException {
        FxThread.run(() -> workbench.seek(epoch));
        Optional<Frame> frame = Optional.empty();
        while (frame.filter(now -> now != from && now.epoch() == epoch).isEmpty()) {
            LockSupport.parkNanos(PULSE_NANOS);
            frame = FxThread.call(() -> pulse(workbench, false));
        }
        return frame.get();
    }

    /// The newest frame of the requested run. Throws the reason if it could not start.
    private static Optional<Frame> pulse(Workbench workbench, boolean stop) {
        if (stop) {
            workbench.pause();
        }
        workbench.pulse(System.nanoTime());
        if (workbench.phaseProperty().get() instanceof Phase.Failed(Throwable cause)) {
            throw cause instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(cause);
        }
        long generation = workbench.runProperty().get().generation();
        return workbench.frameProperty().get().filter(frame -> frame.generation() == generation);
    }

    private static boolean ended(Phase phase, boolean stopAsked) {
        return switch (phase) {
            case Phase.Finished _, Phase.Diverged _ -> true;
            case Phase.Paused() -> stopAsked;
            case Phase.Ready(), Phase.Running(), Phase.Failed(_) -> false;
        };
    }

    private static SequencedMap<String, byte[]> settled(OffscreenPanes panes) throws IOException {
        SequencedMap<String, byte[]> before = new LinkedHashMap<>();
        SequencedMap<String, byte[]> pictures = PictureFile.encode(FxThread.call(panes::take));
        for (int takes = 1;
                takes < MAX_ATTEMPTS && !(same(before, pictures) && FxThread.call(panes::isReady));
                takes++) {
            before = pictures;
            for (int pulse = 0; pulse < QUIET_PULSES; pulse++) {
                FxThread.run(() -> panes.pulse(System.nanoTime()));
                LockSupport.parkNanos(PULSE_NANOS);
            }
            pictures = PictureFile.encode(FxThread.call(panes::take));
        }
        return pictures;
    }

    private static boolean same(Map<String, byte[]> a, Map<String, byte[]> b) {
        return List.copyOf(a.keySet()).equals(List.copyOf(b.keySet()))
                && a.keySet().stream().allMatch(name -> Arrays.equals(a.get(name), b.get(name)));
    }
}
