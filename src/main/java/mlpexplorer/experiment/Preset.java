package mlpexplorer.experiment;

import java.util.List;

/// A predefined run of a course.
///
/// @param name name on the command line
/// @param title short title
/// @param description one sentence: what it shows, and why
/// @param expected expected result
/// @param start start of the run
/// @param axes axes of a sweep, each as `path=value,value,…`; empty if it is not meant for a sweep
/// @param repeats seeds that it is meant to be trained with
public record Preset(
        String name,
        String title,
        String description,
        String expected,
        RunStart start,
        List<String> axes,
        int repeats) {
    public Preset {
        axes = List.copyOf(axes);
    }
}
