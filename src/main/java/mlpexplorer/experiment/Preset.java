package mlpexplorer.experiment;

/// A ready-made run of one of the courses.
///
/// @param name        what the command line calls it
/// @param title       a few words
/// @param description one sentence: what there is to see, and why
/// @param expected    what it must reach
public record Preset(String name, String title, String description, String expected, RunStart start) {}
