package mlpexplorer.experiment.lesson;

import mlpexplorer.data.Split;
import mlpexplorer.data.io.DataLoader;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.nn.Require;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A lesson: a spec, and steps through it.
///
/// @param spec spec that every step starts from
public record Lesson(RunSpec spec, Script script) {
    public static final int MAX_STEPS = 50;
    public static final int MAX_GOALS = 20;
    public static final int MAX_TITLE = 100;
    public static final int MAX_TEXT = 4000;
    private static final int MAX_SETTINGS = 50;

    /// The `lesson` part of a file.
    ///
    /// @param title short title
    /// @param steps at least one step
    public record Script(String title, List<Step> steps) {
        public Script() {
            this("", List.of());
        }

        public Script {
            steps = List.copyOf(steps);
            if (steps.size() > MAX_STEPS) {
                throw new IllegalArgumentException(
                        "steps has " + steps.size() + " steps, but at most 50 are allowed.");
            }
        }
    }

    /// A step.
    ///
    /// @param title short title
    /// @param text what to do and to see, in plain text; empty lines separate paragraphs
    /// @param set settings like `training.rate=0.1` that this step starts with, on top of the spec
    ///   of the lesson
    /// @param locked controls that cannot be changed
    /// @param hidden controls that cannot be changed and are not shown
    /// @param goals what the student must do
    public record Step(
            String title,
            String text,
            List<String> set,
            List<Control> locked,
            List<Control> hidden,
            List<Goal> goals) {
        public Step() {
            this("", "", List.of(), List.of(), List.of(), List.of());
        }

        public Step {
            set = List.copyOf(set);
            locked = List.copyOf(locked);
            hidden = List.copyOf(hidden);
            goals = List.copyOf(goals);
            Require.between("set.size", set.size(), 0, MAX_SETTINGS);
            Require.between("goals.size", goals.size(), 0, MAX_GOALS);
        }

        /// Whether `control` cannot be changed.
        public boolean locks(Control control) {
            return locked.contains(control) || hidden.contains(control);
        }
    }

    /// Throws [UserError] if something in the lesson cannot be used; the message names its path.
    public Lesson {
        requireText("lesson.title", script.title(), MAX_TITLE);
        if (script.steps().isEmpty()) {
            throw UserError.input("lesson.steps is empty, but a lesson needs at least one step.");
        }
        for (int i = 0; i < script.steps().size(); i++) {
            requireStep(spec, script.steps().get(i), "lesson.steps[" + i + "]");
        }
    }

    private static void requireStep(RunSpec spec, Step step, String path) {
        requireText(path + ".title", step.title(), MAX_TITLE);
        requireText(path + ".text", step.text(), MAX_TEXT);
        RunSpec start;
        try {
            start = SpecJson.set(spec, step.set());
        } catch (UserError e) {
            throw UserError.input(path + ".set: " + e.getMessage(), e);
        }
        requireOwnData(start, step.set().isEmpty() ? "data" : path + ".set");
        for (int i = 0; i < step.goals().size(); i++) {
            String where = path + ".goals[" + i + "]";
            try {
                step.goals().get(i).requireFit(start);
            } catch (IllegalArgumentException e) {
                throw UserError.input(where + "." + e.getMessage(), e);
            }
            if (step.locks(Control.TEST)
                    && step.goals().get(i) instanceof Goal.Score score
                    && score.part() == Split.Part.TEST) {
                throw UserError.input(
                        where + ".part is test, but the step locks test, so it cannot be seen.");
            }
        }
    }

    private static void requireOwnData(RunSpec spec, String path) {
        if (!DataLoader.named(spec.data()).isEmpty()) {
            throw UserError.input(
                    path
                            + " names the file "
                            + UserError.quoted(DataLoader.named(spec.data()).getFirst().toString())
                            + ", but a lesson can only use built-in data or points that it"
                            + " contains.");
        }
    }

    private static void requireText(String path, String text, int limit) {
        if (text.isBlank()) {
            throw UserError.input(path + " is missing or empty, but must be a text.");
        }
        if (text.length() > limit) {
            throw UserError.input(
                    path
                            + " has "
                            + text.length()
                            + " characters, but at most "
                            + limit
                            + " are allowed.");
        }
        boolean controls =
                text.chars()
                        .anyMatch(c ->
                                c != '\n'
                                        && (Character.isISOControl(c)
                                                || Character.getType(c) == Character.FORMAT));
        if (controls) {
            throw UserError.input(path + " contains control characters, but must be plain text.");
        }
    }

    public String title() {
        return script.title();
    }

    public List<Step> steps() {
        return script.steps();
    }

    /// The number of goals in all steps.
    public int goals() {
        return steps().stream().mapToInt(step -> step.goals().size()).sum();
    }

    /// The spec that a step starts with.
    ///
    /// @param step step, counted from 0
    public RunSpec spec(int step) {
        return SpecJson.set(spec, steps().get(step).set());
    }

    /// The first control that a step locks and that `spec` sets to something else.
    public Optional<Control> broken(int step, RunSpec spec) {
        RunSpec start = spec(step);
        Step within = steps().get(step);
        return Stream.of(Control.values())
                .filter(within::locks)
                .filter(control -> !control.isSame(start, spec))
                .findFirst();
    }

    /// Throws [UserError] if `spec` changes something that the step locks.
    public void requireAllowed(int step, RunSpec spec) {
        broken(step, spec)
                .ifPresent(control -> {
                    throw UserError.input(refusal(step, control));
                });
    }

    /// The sentence about a change that the step does not allow.
    public String refusal(int step, Control control) {
        return "Step "
                + (step + 1)
                + " of the lesson \""
                + title()
                + "\" locks "
                + control.text()
                + ".";
    }
}
