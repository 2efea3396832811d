package mlpexplorer.experiment;

import java.util.List;

/// A ready-made run of one of the courses.
///
/// @param name        what the command line calls it
/// @param title       a few words
/// @param description one sentence: what there is to see, and why
/// @param expected    what it must reach
/// @param start       where it begins
/// @param axes        what a sweep of it varies, each as `path=value,value,…`; none where it is not meant for one
public record Preset(String name, String title, String description, String expected, RunStart start, List<String> axes) {
    public Preset {
        axes = List.copyOf(axes);
    }
}
