package mlpexplorer.experiment.lesson;

import mlpexplorer.data.io.DataLoader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a student has done in a lesson: the goals that are met, the attempts that met them, and the
/// number of runs. A goal once met stays met. Not thread-safe.
public final class LessonProgress {
    private final Lesson lesson;
    private final List<Attempt> ended = new ArrayList<>();
    private final Map<Place, List<Attempt>> met = new LinkedHashMap<>();
    private int runs;

    /// A goal, counted from 0 in its step.
    record Place(int step, int goal) {}

    public LessonProgress(Lesson lesson) {
        this.lesson = lesson;
    }

    /// Records a run that has ended, or the state of one that is still trained. Returns whether it
    /// met another goal. Ignores an attempt that its step does not allow, and one on data from a
    /// file, which cannot be graded.
    public boolean add(Attempt attempt) {
        if (lesson.broken(attempt.step(), attempt.spec()).isPresent()
                || !DataLoader.named(attempt.spec().data()).isEmpty()) {
            return false;
        }
        boolean before = ended.stream().anyMatch(known -> isSame(known, attempt));
        if (attempt.finished() && !before) {
            ended.add(attempt);
        }
        if (ended.size() > Goal.MAX_RUNS) {
            ended.removeFirst();
        }
        return meet(attempt);
    }

    /// Counts a run.
    public void count() {
        runs++;
    }

    private boolean meet(Attempt attempt) {
        List<Attempt> known = new ArrayList<>();
        ended.stream()
                .filter(each -> each.step() == attempt.step() && !isSame(each, attempt))
                .forEach(known::add);
        known.add(attempt);
        List<Goal> goals = lesson.steps().get(attempt.step()).goals();
        boolean any = false;
        for (int i = 0; i < goals.size(); i++) {
            Place place = new Place(attempt.step(), i);
            if (!met.containsKey(place)) {
                Optional<List<Attempt>> proof = goals.get(i).proof(known);
                proof.ifPresent(attempts -> met.put(place, attempts));
                any |= proof.isPresent();
            }
        }
        return any;
    }

    private static boolean isSame(Attempt one, Attempt other) {
        return one.step() == other.step() && one.spec().equals(other.spec());
    }

    /// Whether a goal is met.
    ///
    /// @param step step, counted from 0
    /// @param goal goal of that step, counted from 0
    public boolean isMet(int step, int goal) {
        return met.containsKey(new Place(step, goal));
    }

    /// The number of goals that are met.
    public int goalsMet() {
        return met.size();
    }

    /// The record for a bundle.
    ///
    /// @param shown the run of the bundle, if it can be trained again
    /// @param seconds time spent in the lesson
    public LessonRecord record(Optional<Attempt> shown, double seconds) {
        List<Attempt> attempts = new ArrayList<>();
        List<LessonRecord.Met> goals = new ArrayList<>();
        met.forEach((place, proof) ->
                goals.add(
                        new LessonRecord.Met(
                                place.step(),
                                place.goal(),
                                proof.stream().map(each -> index(kept(each), attempts)).toList())));
        Optional<Integer> run = shown.map(each -> index(kept(each), attempts));
        return new LessonRecord(
                LessonFile.fingerprint(lesson),
                lesson.title(),
                runs,
                seconds,
                goals,
                run,
                attempts);
    }

    private Attempt kept(Attempt attempt) {
        return lesson.steps().get(attempt.step()).locks(Control.TEST)
                ? attempt.withoutTest()
                : attempt;
    }

    private static int index(Attempt attempt, List<Attempt> attempts) {
        if (!attempts.contains(attempt)) {
            attempts.add(attempt);
        }
        return attempts.indexOf(attempt);
    }
}
