package mlpexplorer.ui.network;

import mlpexplorer.data.ImageSize;
import mlpexplorer.data.Input;
import mlpexplorer.experiment.SpecText;
import mlpexplorer.nn.ParameterPlace;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.controls.Messages;

import java.util.List;

/// Names of columns, units, weights and biases.
final class NetworkLabels {
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉";

    /// The gap between a box and its name, and the approximate width of a letter.
    static final double GAP = 7;

    static final double LETTER = 6.3;

    /// The heading of a column.
    String column(UnitRequest request, int column, boolean narrow) {
        String size = narrow ? ".short" : "";
        if (column == 0) {
            return Messages.text("network.inputs" + size);
        }
        return column == last(request)
                ? Messages.text("network.output" + size)
                : Messages.text("network.hidden" + size, column);
    }

    /// The subheading of a column: number and kind of units.
    String kind(UnitRequest request, int column, boolean narrow) {
        int units = request.layout().size(column);
        if (request.layout().isPicture(column)) {
            ImageSize size = request.split().dataset().image().orElseThrow();
            return size.height() + " × " + size.width();
        }
        if (narrow || column == 0) {
            return Integer.toString(units);
        }
        return units
                + " "
                + (column == last(request)
                        ? output(request)
                        : SpecText.name(request.mlp().spec().activation(column - 1)));
    }

    String more(int count, boolean narrow) {
        return Messages.text(narrow ? "network.more.short" : "network.more", count);
    }

    String shortInput(UnitRequest request, int index) {
        return abbreviate(request, input(request, index));
    }

    private static String output(UnitRequest request) {
        return switch (request.mlp().task()) {
            case Task.Classification _ -> Messages.text("network.softmax");
            case Task.Regression() -> Messages.text("network.linear");
        };
    }

    String shortOutput(UnitRequest request, int index) {
        return abbreviate(
                request,
                switch (request.mlp().task()) {
                    case Task.Classification _ -> request.split().dataset().classNames().get(index);
                    case Task.Regression() -> Messages.text("network.value");
                });
    }

    private static String outputUnit(UnitRequest request, int index) {
        return switch (request.mlp().task()) {
            case Task.Classification _ ->
                    Messages.text(
                            "network.unit.class",
                            request.split().dataset().classNames().get(index));
            case Task.Regression() -> Messages.text("network.unit.output");
        };
    }

    private static String input(UnitRequest request, int index) {
        List<String> features =
                request.split().dataset().featureNames().stream()
                        .map(NetworkLabels::feature)
                        .toList();
        List<Input> computed = request.split().scaling().inputs();
        return computed.isEmpty()
                ? features.get(index)
                : SpecText.symbols(computed.get(index).formula(features));
    }

    private static String feature(String name) {
        boolean numbered = name.matches("x\\d+");
        return numbered
                ? "x"
                        + name.substring(1)
                                .chars()
                                .mapToObj(d -> LOWERED.substring(d - '0', d - '0' + 1))
                                .reduce("", String::concat)
                : name;
    }

    /// The full name of a unit: `Hidden 2, unit 3`.
    String unit(UnitRequest request, DiagramElement.Unit unit) {
        if (request.layout().isPicture(unit.column())) {
            return Messages.text("network.unit.picture", request.layout().size(0));
        }
        if (unit.column() == 0) {
            return Messages.text("network.unit.input", input(request, unit.index()));
        }
        return unit.column() == last(request)
                ? outputUnit(request, unit.index())
                : Messages.text("network.unit.hidden", unit.column(), unit.index() + 1);
    }

    /// The full name of a weight or bias.
    String number(UnitRequest request, ParameterPlace place) {
        String to = unit(request, new DiagramElement.Unit(place.layer() + 1, place.to()));
        return switch (place) {
            case ParameterPlace.Bias _ -> Messages.text("network.bias", to);
            case ParameterPlace.Weight(int layer, int from, _) ->
                    Messages.text(
                            "network.weight",
                            unit(request, new DiagramElement.Unit(layer, from)),
                            to);
        };
    }

    private static int last(UnitRequest request) {
        return request.layout().columns() - 1;
    }

    private static String abbreviate(UnitRequest request, String name) {
        int most = Math.max(2, (int) ((request.layout().edge() - GAP) / LETTER));
        return name.length() <= most ? name : name.substring(0, most - 1) + "…";
    }
}
