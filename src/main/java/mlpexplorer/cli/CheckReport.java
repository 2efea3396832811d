package mlpexplorer.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlpexplorer.experiment.JsonText;
import mlpexplorer.experiment.WeightsJson;
import mlpexplorer.nn.GradientCheck;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Parameters;

/// What `check` found, in words and as JSON.
///
/// @param loss     of the rows that were checked, with the penalty
/// @param gradient by back-propagation, if it is to be shown
record CheckReport(List<GradientCheck.Block> blocks, double loss, Optional<Parameters> gradient) {

    boolean wrong() {
        return blocks.stream().anyMatch(block -> block.verdict() == GradientCheck.Verdict.WRONG);
    }

    List<String> lines() {
        TextTable table = new TextTable().row("block", "checked", "kinks", "relative error", "ratio", "verdict");
        for (GradientCheck.Block block : blocks) {
            table.row(
                    block.name(), Numbers.count(block.checked()), Numbers.count(block.kinks()),
                    Numbers.error(block.error()), Numbers.fixed(block.minRatio(), 8) + " to " + Numbers.fixed(block.maxRatio(), 8),
                    block.verdict().name());
        }
        List<String> lines = new ArrayList<>(table.lines());
        gradient.ifPresent(known -> addGradient(known, lines));
        return lines;
    }

    String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("verdict", wrong() ? "WRONG" : "CORRECT");
        json.put("loss", loss);
        ArrayNode array = json.putArray("blocks");
        for (GradientCheck.Block block : blocks) {
            array.addObject()
                    .put("name", block.name())
                    .put("checked", block.checked())
                    .put("kinks", block.kinks())
                    .put("error", block.error())
                    .put("minRatio", block.minRatio())
                    .put("maxRatio", block.maxRatio())
                    .put("verdict", block.verdict().name());
        }
        gradient.ifPresent(known -> json.set("gradient", WeightsJson.tree(known)));
        return JsonText.line(json);
    }

    private static void addGradient(Parameters gradient, List<String> lines) {
        for (int l = 0; l < gradient.layers(); l++) {
            lines.add("");
            lines.add("gradient of W" + (l + 1));
            addRows(gradient.weights(l), gradient.fanOut(l), lines);
            lines.add("gradient of b" + (l + 1));
            addRows(gradient.biases(l), gradient.fanOut(l), lines);
        }
    }

    private static void addRows(double[] values, int columns, List<String> lines) {
        TextTable table = new TextTable();
        for (int from = 0; from < values.length; from += columns) {
            String[] cells = new String[columns + 1];
            cells[0] = "";
            for (int i = 0; i < columns; i++) {
                cells[i + 1] = Numbers.number(values[from + i]);
            }
            table.row(cells);
        }
        lines.addAll(table.lines());
    }
}
