package mlpexplorer.ui.runs;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunEnd;
import mlpexplorer.experiment.store.NewRun;
import mlpexplorer.experiment.store.Recording;
import mlpexplorer.experiment.store.RunRecorder;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.workbench.CurrentRun;
import mlpexplorer.ui.workbench.Notice;
import mlpexplorer.ui.workbench.Workbench;

import java.time.Instant;
import java.util.Optional;

/// Saves the runs of the window in the store.
///
/// A run is saved once it has trained an epoch and existed for at least [#MIN_RUN_NANOS]. A run
/// that was continued is always saved, since its children refer to it.
///
/// Of the runs started during a gesture, such as a slider drag or a brush stroke, only those are
/// saved that exist when it ends or at which the pointer rested for [#MIN_DRAG_RUN_NANOS]. Others
/// are skipped: a continuation of them counts as a continuation of the run before the gesture. If
/// there is none, one of them is saved, since the weights must have an origin.
public final class RunAutoSaver implements LivePart {
    static final long MIN_RUN_NANOS = 400_000_000;
    static final long MIN_DRAG_RUN_NANOS = 3_000_000_000L;

    private final Workbench workbench;
    private final RunRecorder recorder;
    private final ReadOnlyStringWrapper unsaved = new ReadOnlyStringWrapper(this, "unsaved", "");
    private CurrentRun current;
    private Optional<Frame> newest = Optional.empty();
    private Optional<Recording> recording = Optional.empty();
    private Optional<Recording> parent = Optional.empty();
    private Optional<Frame> ended = Optional.empty();
    private long parentEpoch;
    private int reveals;
    private boolean inGesture;
    private long since = Long.MIN_VALUE;

    public RunAutoSaver(Workbench workbench, RunRecorder recorder) {
        this.workbench = workbench;
        this.recorder = recorder;
        current = workbench.runProperty().get();
        workbench.runProperty().addListener((_, _, next) -> follow(next));
        workbench.frameProperty().addListener((_, _, frame) -> frame.ifPresent(this::observe));
    }

    /// Stores the number of test-set reveals with each run.
    public void countReveals(ReadOnlyIntegerProperty times) {
        times.addListener((_, _, now) -> {
            reveals = now.intValue();
            recording.ifPresent(this::updateReveals);
        });
    }

    private void updateReveals(Recording known) {
        if (reveals > 0) {
            recorder.revealed(known, reveals);
        }
    }

    /// Why runs are only in memory at the moment; empty while all are stored.
    public ReadOnlyStringProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /// Call once per pulse.
    @Override
    public void pulse(long now) {
        if (since == Long.MIN_VALUE) {
            since = now;
        }
        if (now - since
                >= (inGesture && workbench.isDragging() ? MIN_DRAG_RUN_NANOS : MIN_RUN_NANOS)) {
            begin();
        }
        unsaved.set(recorder.unsaved().orElse(""));
        recorder.pollNotice()
                .ifPresent(message -> workbench.notice().show(Notice.Level.PROBLEM, message));
    }

    /// Called when the window closes; ends the current run.
    @Override
    public void close() {
        begin();
        finishPending();
    }

    /// Ends the current run and writes it before the window closes, since that may be what the
    /// store has no room for. If the window stays open, the run continues with its next epoch.
    ///
    /// @return as [#unsavedProperty]
    public String saveBeforeClosing() {
        close();
        if (recording.isPresent()) {
            try {
                unsaved.set(recorder.save().orElse(""));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return unsaved.get();
    }

    private void follow(CurrentRun next) {
        boolean passedOver = inGesture && parent.isPresent();
        if (next.continues() && !passedOver) {
            begin();
        }
        finishPending();
        if (!next.continues()) {
            parent = Optional.empty();
            parentEpoch = 0;
        } else if (recording.isPresent()) {
            parent = recording;
            parentEpoch = newest.map(Frame::epoch).orElse(0L);
        }
        current = next;
        inGesture = workbench.isDragging();
        newest = Optional.empty();
        recording = Optional.empty();
        ended = Optional.empty();
        since = Long.MIN_VALUE;
    }

    private void observe(Frame frame) {
        if (frame.generation() == current.generation()) {
            newest = Optional.of(frame);
            recording.ifPresent(known -> report(known, frame));
        }
    }

    private void begin() {
        boolean trained =
                newest.filter(frame ->
                                frame.lastEpoch()
                                        > (current.continues() ? parentEpoch : frame.firstEpoch()))
                        .isPresent();
        if (recording.isEmpty() && trained) {
            NewRun run = new NewRun(current.start(), newest.get().split(), Instant.now());
            Recording begun =
                    parent.map(known -> recorder.fork(run, known, parentEpoch))
                            .orElseGet(() -> recorder.begin(run));
            recording = Optional.of(begun);
            report(begun, newest.get());
            updateReveals(begun);
        }
    }

    private void report(Recording known, Frame frame) {
        Optional<Outcome> outcome = Outcome.of(frame.phase());
        if (ended.isPresent() && isContinuation(ended.get(), frame)) {
            ended = Optional.empty();
            recorder.resume(known);
        }
        if (ended.isEmpty()) {
            known.losses(frame.losses());
            known.update(frame.log(), frame.adjustments());
            outcome.ifPresent(how -> end(known, frame, how));
        }
    }

    private void end(Recording known, Frame frame, Outcome how) {
        ended = Optional.of(frame);
        known.losses(frame.losses());
        known.finish(frame.log(), RunEnd.of(how, frame), frame.parameters());
    }

    /// Displaying an earlier epoch does not change the end of the run.
    private static boolean isContinuation(Frame end, Frame now) {
        return now.lastEpoch() != end.lastEpoch() || !now.adjustments().equals(end.adjustments());
    }

    private void finishPending() {
        if (ended.isEmpty() && recording.isPresent() && newest.isPresent()) {
            end(recording.get(), newest.get().ended(), new Outcome.Stopped());
        }
    }
}
