package mlpexplorer.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mlpexplorer.experiment.JsonText;
import mlpexplorer.experiment.lesson.Goal;
import mlpexplorer.experiment.lesson.Lesson;
import mlpexplorer.experiment.lesson.LessonFile;
import mlpexplorer.experiment.lesson.Lessons;
import mlpexplorer.nn.Numbers;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lessons`: lists the names for `--lesson`, or shows one lesson.
@Command(name = "lessons", description = "List the lessons, or show the steps of one.")
final class LessonsCommand implements Runnable {
    private static final int WIDTH = 78;

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "LESSON",
            description = "Name or file of the lesson to show.")
    private @Nullable String name;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    LessonsCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        if (name != null) {
            show(Lessons.find(name));
        } else if (json) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            Lessons.NAMES.forEach(each -> array.add(summary(each, Lessons.named(each))));
            console.out().println(JsonText.line(array));
        } else {
            int width = Lessons.NAMES.stream().mapToInt(String::length).max().orElse(0);
            for (String each : Lessons.NAMES) {
                Lesson lesson = Lessons.named(each);
                console.out()
                        .println(
                                each
                                        + " ".repeat(width - each.length())
                                        + "  "
                                        + lesson.title()
                                        + ": "
                                        + Numbers.count(lesson.steps().size(), "step")
                                        + ", "
                                        + Numbers.count(lesson.goals(), "goal"));
            }
        }
    }

    private void show(Lesson lesson) {
        if (json) {
            console.out().print(LessonFile.write(lesson));
            return;
        }
        console.out().println(Console.line(lesson.title()));
        for (int i = 0; i < lesson.steps().size(); i++) {
            Lesson.Step step = lesson.steps().get(i);
            console.out().println();
            console.out().println((i + 1) + ". " + Console.line(step.title()));
            step.text().lines().forEach(this::wrapped);
            for (Goal goal : step.goals()) {
                console.out().println("   - " + Console.line(goal.text()));
            }
        }
    }

    private void wrapped(String text) {
        StringBuilder line = new StringBuilder("  ");
        for (String word : Console.line(text).split(" ", -1)) {
            if (line.length() + 1 + word.length() > WIDTH) {
                console.out().println(line);
                line = new StringBuilder("  ");
            }
            line.append(' ').append(word);
        }
        console.out().println(line.toString().stripTrailing());
    }

    private static ObjectNode summary(String name, Lesson lesson) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("title", lesson.title())
                .put("steps", lesson.steps().size())
                .put("goals", lesson.goals())
                .put("fingerprint", LessonFile.fingerprint(lesson));
    }
}
