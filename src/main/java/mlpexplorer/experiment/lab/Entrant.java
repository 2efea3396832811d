package mlpexplorer.experiment.lab;

import mlpexplorer.experiment.RunStart;

/// One of several runs that are compared.
///
/// @param name  a few words that tell it from the others
/// @param start where it begins
public record Entrant(String name, RunStart start) {}
