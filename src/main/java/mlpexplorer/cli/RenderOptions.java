package mlpexplorer.cli;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.RunPictures;

import picocli.CommandLine.Option;

/// The options for the look of pictures.
final class RenderOptions {
    @Option(names = "--dark", description = "Use the dark theme.")
    private boolean dark;

    @Option(
            names = "--scale",
            paramLabel = "N",
            description = "Pixels per unit of length, 1 to 8 (default: ${DEFAULT-VALUE}).")
    private int scale = 2;

    RunPictures.Look look(RunPictures.Format format) {
        try {
            return new RunPictures.Look(dark, scale, format);
        } catch (IllegalArgumentException e) {
            throw UserError.input("--" + e.getMessage());
        }
    }
}
