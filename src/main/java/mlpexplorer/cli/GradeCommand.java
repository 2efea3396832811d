package mlpexplorer.cli;

import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.CsvTable;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.lesson.Grade;
import mlpexplorer.experiment.lesson.Grader;
import mlpexplorer.experiment.lesson.Lesson;
import mlpexplorer.experiment.lesson.Lessons;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Require;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/// `grade`: checks bundles of a lesson.
@Command(
        name = "grade",
        description =
                "Grade assignment bundles of a lesson: train the runs that met its goals again, and"
                    + " print a CSV table with one row per bundle. Exit code 3 if a bundle cannot"
                    + " be graded; the others are still graded.")
final class GradeCommand implements Callable<Integer> {
    private static final int MAX_JOBS = 256;

    private final Console console;

    @Parameters(
            index = "0",
            paramLabel = "LESSON",
            description = "Name of a lesson (see the lessons command) or lesson file.")
    private String lesson;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "BUNDLE",
            description = "Assignment bundles; each file name is the name of a student.")
    private List<Path> bundles;

    @Option(
            names = "--out",
            paramLabel = "FILE.csv",
            description = "Write the table to this file instead of printing it.")
    private @Nullable Path file;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Number of bundles at a time (default: the number of processors).")
    private int jobs = Math.min(MAX_JOBS, Runtime.getRuntime().availableProcessors());

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            description = "Give up on a bundle after this time (default: 60 seconds).")
    private double limit = Grader.SECONDS;

    @Option(names = "--json", description = "Print the result as a JSON array.")
    private boolean json;

    GradeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try {
            Require.between("jobs", jobs, 1, MAX_JOBS);
            Require.between("limit", limit, 1e-3, 1e6);
        } catch (IllegalArgumentException e) {
            throw new UserError(UserError.Category.USAGE, "--" + e.getMessage(), e);
        }
        if (file != null) {
            AtomicFile.requireFile(file, "the table of grades is a file, for example grades.csv");
        }
        Lesson known = Lessons.find(lesson);
        List<Grade> grades = grades(known);
        CsvTable table = Grade.table(known, grades);
        if (file != null) {
            AtomicFile.write(file, table);
        }
        if (json) {
            console.out().println(Grade.json(known, grades));
        } else if (file == null) {
            console.out().print(table.text());
        } else {
            console.out().println("written to " + file);
        }
        console.out().flush();
        long failed = grades.stream().filter(grade -> !grade.graded()).count();
        if (failed > 0) {
            throw UserError.input(
                    failed
                            + " of "
                            + Numbers.count(grades.size(), "bundle")
                            + " could not be graded; the column note says why.");
        }
        return ExitCode.DONE;
    }

    private List<Grade> grades(Lesson known) {
        AtomicInteger done = new AtomicInteger();
        try (ShutdownSignal interrupt = new ShutdownSignal();
                TerminalLine terminal = new TerminalLine(console.terminal(), true)) {
            return new Grader(known, limit)
                    .all(
                            bundles,
                            jobs,
                            interrupt::asked,
                            () -> {
                                int count = done.incrementAndGet();
                                terminal.show(() -> count + " of " + bundles.size() + " bundles");
                            });
        }
    }
}
