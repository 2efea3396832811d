package mlpexplorer.ui.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Completes the name that a file dialog returned so that it has exactly one extension. Some
/// dialogs append the extension to a name that already has it, others leave it to the program.
///
/// @param endings allowed extensions, without the dot; the default one first
record FileNameCompleter(List<String> endings) {
    private static final String OTHER_EXTENSION = ".+\\.\\p{Alpha}\\w{0,4}";

    /// Completes names for a file that was suggested under `name`.
    static FileNameCompleter of(String name) {
        return new FileNameCompleter(
                switch (name.substring(name.lastIndexOf('.') + 1)) {
                    case "npz" -> List.of("npz", "json");
                    case "json" -> List.of("mlpx.json", "json");
                    case String ending -> List.of(ending);
                });
    }

    /// The chosen file with its name completed. The dialog did not ask whether to replace a file of
    /// the completed name, so an existing one is kept and a number is appended.
    Path complete(Path chosen) {
        String name = complete(chosen.getFileName().toString());
        Path file = chosen.resolveSibling(name);
        String ending = ending(name).orElse("");
        for (int next = 2; !file.equals(chosen) && Files.exists(file); next++) {
            file =
                    chosen.resolveSibling(
                            name.substring(0, name.length() - ending.length())
                                    + "-"
                                    + next
                                    + ending);
        }
        return file;
    }

    /// A name with a foreign extension keeps it.
    String complete(String typed) {
        Optional<String> last = ending(typed);
        if (last.isEmpty()) {
            return typed.matches(OTHER_EXTENSION)
                    ? typed
                    : typed.replaceAll("\\.+$", "") + "." + endings.getFirst();
        }
        String stem = typed.substring(0, typed.length() - last.get().length());
        return ending(stem).isPresent() ? complete(stem) : typed;
    }

    /// The longest allowed extension of the name, with the dot, as typed; an extension alone is a
    /// name without one.
    private Optional<String> ending(String name) {
        return endings.stream()
                .map(known -> "." + known)
                .filter(known ->
                        name.length() > known.length()
                                && name.regionMatches(
                                        true,
                                        name.length() - known.length(),
                                        known,
                                        0,
                                        known.length()))
                .max(Comparator.comparingInt(String::length))
                .map(known -> name.substring(name.length() - known.length()));
    }
}
