package mlpexplorer.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The name a file is saved under: what came back from a file chooser, with one ending. Some choosers add theirs to a name
/// that has it already, others leave that to the program.
///
/// @param endings the file may have, without the dot; the usual one first
record SavedName(List<String> endings) {
    private static final String FOREIGN = ".+\\.\\p{Alpha}\\w{0,4}";

    /// For a file that is offered under this name.
    static SavedName offered(String name) {
        return new SavedName(switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "npz" -> List.of("npz", "json");
            case "json" -> List.of("mlpx.json", "json");
            case String ending -> List.of(ending);
        });
    }

    /// The chosen place, with the name mended. A mended name is one the chooser did not ask about: where a file of that name
    /// stands already, the next free one is taken.
    Path place(Path chosen) {
        String name = mended(chosen.getFileName().toString());
        Path place = chosen.resolveSibling(name);
        String ending = ending(name).orElse("");
        for (int next = 2; !place.equals(chosen) && Files.exists(place); next++) {
            place = chosen.resolveSibling(name.substring(0, name.length() - ending.length()) + "-" + next + ending);
        }
        return place;
    }

    /// A name with an ending of another kind keeps it.
    String mended(String typed) {
        Optional<String> last = ending(typed);
        if (last.isEmpty()) {
            return typed.matches(FOREIGN) ? typed : typed.replaceAll("\\.+$", "") + "." + endings.getFirst();
        }
        String stem = typed.substring(0, typed.length() - last.get().length());
        return ending(stem).isPresent() ? mended(stem) : typed;
    }

    /// The longest of the endings that it has, with the dot, as it was typed. A name is more than an ending.
    private Optional<String> ending(String name) {
        return endings.stream()
                .map(known -> "." + known)
                .filter(known -> name.length() > known.length()
                        && name.regionMatches(true, name.length() - known.length(), known, 0, known.length()))
                .max(Comparator.comparing(String::length))
                .map(known -> name.substring(name.length() - known.length()));
    }
}
