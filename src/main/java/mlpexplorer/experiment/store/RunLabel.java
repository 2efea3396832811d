package mlpexplorer.experiment.store;

import java.util.List;

/// The label of a run, edited by the user.
///
/// @param name name, or empty
/// @param tags tags in alphabetical order, each once
/// @param pinned whether it is always shown
/// @param color color as `#rrggbb`
public record RunLabel(String name, String notes, List<String> tags, boolean pinned, String color) {
    /// The default colors of runs: TensorBoard's palette without gray.
    public static final List<String> PALETTE =
            List.of(
                    "#12b5cb", "#e52592", "#f9ab00", "#9334e6", "#7cb342", "#e8710a", "#1f77b4",
                    "#d62728", "#17826d", "#8c564b");

    public RunLabel {
        tags =
                tags.stream()
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .sorted()
                        .toList();
        if (!color.matches("#[0-9a-f]{6}")) {
            throw new IllegalArgumentException(
                    "color is " + color + ", but must be of the form #12b5cb.");
        }
    }

    public RunLabel withName(String other) {
        return new RunLabel(other.strip(), notes, tags, pinned, color);
    }

    public RunLabel withNotes(String other) {
        return new RunLabel(name, other, tags, pinned, color);
    }

    public RunLabel withTags(List<String> others) {
        return new RunLabel(name, notes, others, pinned, color);
    }

    public RunLabel withPinned(boolean other) {
        return new RunLabel(name, notes, tags, other, color);
    }

    public RunLabel withColor(String other) {
        return new RunLabel(name, notes, tags, pinned, other);
    }
}
