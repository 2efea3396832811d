package mlpexplorer.experiment.lesson;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.nn.GradientCheck;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Samples;
import mlpexplorer.training.EpochMetrics;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// Grades bundles of a lesson. A goal counts if runs that are trained again meet it within the
/// limits of its step; recorded metrics only determine which runs to train. Thread-safe.
public final class Grader {
    /// The default limit on the time of one bundle.
    public static final double SECONDS = 60;

    private static final int MAX_RECORD_BYTES = 16 << 20;
    private static final long MAX_BYTES = 1L << 30;
    private static final int MAX_FILES = 1000;
    private static final double TOLERANCE = 1e-6;

    private final Lesson lesson;
    private final double seconds;
    private final Retrained runs = new Retrained();

    /// @param seconds limit on the time of one bundle
    public Grader(Lesson lesson, double seconds) {
        this.lesson = lesson;
        this.seconds = seconds;
    }

    /// The grades of bundles, in their order.
    ///
    /// @param jobs bundles at a time
    /// @param stop true to stop; the remaining bundles are not graded
    /// @param each called after each bundle
    public List<Grade> all(List<Path> bundles, int jobs, BooleanSupplier stop, Runnable each) {
        try (ExecutorService threads = Executors.newFixedThreadPool(jobs)) {
            List<Future<Grade>> grades = new ArrayList<>();
            for (Path bundle : bundles) {
                grades.add(threads.submit(() -> grade(bundle, stop)));
            }
            List<Grade> done = new ArrayList<>();
            for (Future<Grade> grade : grades) {
                done.add(grade.get());
                each.run();
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UserError.failure("Grading was interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The grade of one bundle; its note says why if it cannot be graded.
    Grade grade(Path bundle, BooleanSupplier stop) {
        String student = student(bundle);
        try {
            if (stop.getAsBoolean()) {
                throw UserError.input("it was not read, since grading was interrupted.");
            }
            return grade(student, read(bundle), Retrained.Deadline.in(seconds, stop));
        } catch (IOException e) {
            return failed(student, UserError.reason(e) + ".");
        } catch (UserError | IllegalArgumentException e) {
            return failed(student, String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            return failed(student, "a run in it needs too much memory.");
        }
    }

    private static Grade failed(String student, String reason) {
        return Grade.failed(student, "The bundle cannot be graded: " + reason);
    }

    private static String student(Path bundle) {
        Path name = bundle.getFileName();
        return name == null ? bundle.toString() : name.toString().replaceAll("\\.zip$", "");
    }

    private Grade grade(String student, LessonRecord record, Retrained.Deadline deadline) {
        Map<Integer, Attempt> again = new HashMap<>();
        List<Boolean> goals = new ArrayList<>();
        for (int step = 0; step < lesson.steps().size(); step++) {
            List<Goal> within = lesson.steps().get(step).goals();
            for (int goal = 0; goal < within.size(); goal++) {
                goals.add(isMet(record, step, goal, deadline, again));
            }
        }
        Optional<Attempt> shown = record.run().map(index -> again(record, index, deadline, again));
        return new Grade(
                student,
                true,
                goals,
                record.runs(),
                record.seconds(),
                shown,
                note(record, again, goals));
    }

    private boolean isMet(
            LessonRecord record,
            int step,
            int goal,
            Retrained.Deadline deadline,
            Map<Integer, Attempt> again) {
        Optional<LessonRecord.Met> claimed =
                record.goals().stream()
                        .filter(met -> met.step() == step && met.goal() == goal)
                        .findFirst();
        if (claimed.isEmpty()) {
            return false;
        }
        List<Attempt> attempts = new ArrayList<>();
        for (int index : claimed.get().attempts().stream().distinct().toList()) {
            Attempt attempt = record.attempts().get(index);
            if (attempt.step() != step) {
                throw UserError.input("a goal of step " + (step + 1) + " names a run of another.");
            }
            lesson.broken(step, attempt.spec())
                    .ifPresent(control -> {
                        throw UserError.input(
                                "a run changes "
                                        + control.text()
                                        + ", which step "
                                        + (step + 1)
                                        + " locks.");
                    });
            if (attempts.stream().noneMatch(known -> known.spec().equals(attempt.spec()))) {
                attempts.add(again(record, index, deadline, again));
            }
        }
        return lesson.steps().get(step).goals().get(goal).proof(attempts).isPresent();
    }

    private Attempt again(
            LessonRecord record,
            int index,
            Retrained.Deadline deadline,
            Map<Integer, Attempt> again) {
        Attempt known = again.get(index);
        if (known == null) {
            known = runs.again(record.attempts().get(index), deadline);
            again.put(index, known);
        }
        return known;
    }

    private static String note(
            LessonRecord record, Map<Integer, Attempt> again, List<Boolean> goals) {
        long met = goals.stream().filter(each -> each).count();
        boolean differs =
                again.entrySet().stream()
                        .anyMatch(run ->
                                differs(record.attempts().get(run.getKey()), run.getValue()));
        if (met < record.goals().size()) {
            return "The bundle claims "
                    + Numbers.count(record.goals().size(), "goal")
                    + ", but its runs, trained again, meet "
                    + met
                    + ".";
        }
        if (differs) {
            return "The recorded figures differ from those of the runs trained again.";
        }
        return record.run().isEmpty()
                ? "The run of the bundle cannot be trained again, since it was changed during"
                        + " training."
                : "";
    }

    /// Attempts without epochs have no metrics.
    private static boolean differs(Attempt recorded, Attempt again) {
        return recorded.parameters() != again.parameters()
                || recorded.epochs() > 0 && differs(recorded.metrics(), again.metrics());
    }

    private static boolean differs(EpochMetrics recorded, EpochMetrics again) {
        return differs(recorded.train().loss(), again.train().loss())
                || differs(recorded.train().metric(), again.train().metric())
                || differs(recorded.validation().loss(), again.validation().loss())
                || differs(recorded.validation().metric(), again.validation().metric());
    }

    private static boolean differs(double one, double other) {
        boolean bothMissing = Double.isNaN(one) && Double.isNaN(other);
        return !bothMissing && !(Math.abs(one - other) <= TOLERANCE * Math.max(1, Math.abs(other)));
    }

    private LessonRecord read(Path bundle) throws IOException {
        Map<String, String> digests = new HashMap<>();
        Optional<String> record = Optional.empty();
        if (Files.isDirectory(bundle)) {
            throw UserError.input("it is a folder.");
        }
        long left = MAX_BYTES;
        try (InputStream in = Files.newInputStream(bundle);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (digests.size() > MAX_FILES) {
                    throw UserError.input("it contains too many files.");
                }
                if (name.equals(LessonRecord.FILE)) {
                    if (record.isPresent()) {
                        throw UserError.input("it contains lesson.json twice.");
                    }
                    record = Optional.of(text(zip));
                } else {
                    MessageDigest digest = LessonRecord.digest();
                    left -= addAll(zip, digest, left);
                    if (digests.put(name, HexFormat.of().formatHex(digest.digest())) != null) {
                        throw UserError.input("it contains " + UserError.quoted(name) + " twice.");
                    }
                }
            }
        } catch (ZipException | EOFException e) {
            throw UserError.input("it is damaged, or no bundle.", e);
        }
        if (digests.isEmpty() && record.isEmpty()) {
            throw UserError.input("it is damaged, or no bundle.");
        }
        String text =
                record.orElseThrow(() -> UserError.input("it was not saved within a lesson."));
        return LessonRecord.read(text, lesson, digests);
    }

    private static String text(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_RECORD_BYTES + 1);
        if (bytes.length > MAX_RECORD_BYTES) {
            throw UserError.input("lesson.json is too large.");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static long addAll(InputStream in, MessageDigest digest, long limit)
            throws IOException {
        byte[] part = new byte[1 << 16];
        long size = 0;
        for (int count = in.read(part); count >= 0; count = in.read(part)) {
            size += count;
            if (size > limit) {
                throw UserError.input("its files are larger than 1 GB.");
            }
            digest.update(part, 0, count);
        }
        return size;
    }

    /// Trains attempts again, each different one once. Thread-safe.
    private static final class Retrained {
        private static final int CHECKED_ROWS = 32;
        private static final int CHECKED_ENTRIES = 100;

        private final ConcurrentMap<Key, Attempt> done = new ConcurrentHashMap<>();

        private record Key(RunSpec spec, long epochs, boolean checked) {}

        /// The same attempt with the metrics of another training. Throws [UserError] if it takes
        /// more than the time that is left, or its gradients are wrong.
        Attempt again(Attempt attempt, Deadline deadline) {
            Key key = new Key(attempt.spec(), attempt.epochs(), attempt.checked());
            Attempt known = done.get(key);
            if (known == null) {
                known = train(attempt, deadline);
                done.put(key, known);
            }
            return new Attempt(
                    attempt.step(),
                    known.spec(),
                    known.epochs(),
                    known.finished(),
                    known.checked(),
                    known.parameters(),
                    known.metrics());
        }

        private static Attempt train(Attempt attempt, Deadline deadline) {
            AtomicLong epochs = new AtomicLong();
            RunLoop loop = new RunLoop(new RunStart(attempt.spec()), () -> 0);
            loop.stopAtOnce();
            if (attempt.checked()) {
                requireCorrect(attempt.spec(), loop);
            }
            RunResult result =
                    attempt.epochs() == 0
                            ? loop.result()
                            : loop.run(
                                    () -> epochs.get() >= attempt.epochs() || deadline.isOver(),
                                    metrics -> epochs.set(metrics.epoch()));
            boolean diverged = result.end().outcome() instanceof Outcome.Diverged;
            if (!diverged && result.end().epochs() < attempt.epochs() && deadline.isOver()) {
                throw UserError.input(
                        "training a run again takes more than "
                                + Numbers.duration(deadline.seconds())
                                + ".");
            }
            return new Attempt(
                    attempt.step(),
                    attempt.spec(),
                    result.end().epochs(),
                    loop.isFinished() || attempt.finished() && isTimed(attempt.spec()),
                    attempt.checked(),
                    result.parameters().count(),
                    result.end().metrics());
        }

        /// A time limit ends a run elsewhere on another machine.
        private static boolean isTimed(RunSpec spec) {
            return spec.training().stop().seconds().isPresent();
        }

        private static void requireCorrect(RunSpec spec, RunLoop loop) {
            Parameters initial = new RunStart(spec).initial(loop.split().shape());
            Samples train = loop.split().train();
            Samples rows = train.head(Math.min(CHECKED_ROWS, train.rows()));
            boolean wrong =
                    new GradientCheck(
                                    loop.mlp(),
                                    spec.training().regularizer(),
                                    GradientCheck.DEFAULT_STEP,
                                    CHECKED_ENTRIES)
                            .run(initial, rows).stream()
                                    .anyMatch(block ->
                                            block.verdict() == GradientCheck.Verdict.WRONG);
            if (wrong) {
                throw UserError.input("the gradient check of a run fails.");
            }
        }

        /// A limit on the time of one bundle.
        ///
        /// @param seconds the limit
        /// @param end [System#nanoTime] when it is over
        /// @param stop true if everything should stop
        record Deadline(double seconds, long end, BooleanSupplier stop) {
            static Deadline in(double seconds, BooleanSupplier stop) {
                return new Deadline(seconds, System.nanoTime() + (long) (seconds * 1e9), stop);
            }

            boolean isOver() {
                return System.nanoTime() - end > 0 || stop.getAsBoolean();
            }
        }
    }
}
