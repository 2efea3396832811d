package mlpexplorer.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import mlpexplorer.experiment.JsonText;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.Presets.Preset;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `presets`: lists the names for `--preset`.
@Command(name = "presets", description = "List the presets.")
final class PresetsCommand implements Runnable {
    private final Console console;

    @Option(names = "--json", description = "Print a JSON array.")
    private boolean json;

    PresetsCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        if (json) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Preset preset : Presets.all()) {
                array.addObject()
                        .put("name", preset.name())
                        .put("title", preset.title())
                        .put("description", preset.description())
                        .put("expected", preset.expected());
            }
            console.out().println(JsonText.line(array));
            return;
        }
        int width =
                Presets.all().stream().mapToInt(preset -> preset.name().length()).max().orElse(0);
        for (Preset preset : Presets.all()) {
            console.out()
                    .println(
                            preset.name()
                                    + " ".repeat(width - preset.name().length())
                                    + "  "
                                    + preset.title());
            console.out().println(" ".repeat(width) + "  expected: " + preset.expected());
        }
    }
}
