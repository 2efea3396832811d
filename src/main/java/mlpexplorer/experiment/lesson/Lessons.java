package mlpexplorer.experiment.lesson;

import mlpexplorer.data.io.UserError;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The lessons that come with the program, from `lessons/NAME.mlpx.json` on the class path.
public final class Lessons {
    /// The names in the recommended order.
    public static final List<String> NAMES =
            List.of(
                    "xor-to-iris",
                    "mlp-the-hard-way",
                    "backpropagation-by-hand",
                    "adam-on-the-spiral",
                    "rate-and-regularization",
                    "features-against-depth");

    private static final Map<String, Lesson> LOADED = new ConcurrentHashMap<>();

    private Lessons() {}

    /// The lesson of that name.
    public static Lesson named(String name) {
        return LOADED.computeIfAbsent(
                name, known -> LessonFile.read(text(known), "The lesson " + known));
    }

    /// The lesson of that name or, if there is none, in that file. Throws [UserError] if there is
    /// neither.
    public static Lesson find(String nameOrFile) {
        if (NAMES.contains(nameOrFile)) {
            return named(nameOrFile);
        }
        Path file = Path.of(nameOrFile);
        if (Files.notExists(file)) {
            throw UserError.input(
                    "There is no lesson or file "
                            + UserError.quoted(nameOrFile)
                            + "; the lessons are "
                            + String.join(", ", NAMES)
                            + ".");
        }
        return LessonFile.read(file);
    }

    private static String text(String name) {
        try (InputStream in =
                Lessons.class.getResourceAsStream("/mlpexplorer/lessons/" + name + ".mlpx.json")) {
            if (in == null) {
                throw new IllegalStateException(
                        "The lesson " + name + " is missing from the class path.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
