package mlpexplorer.ui.model;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import mlpexplorer.nn.Initializer;
import mlpexplorer.ui.controls.ChoiceRow;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.FormRow;
import mlpexplorer.ui.controls.NumberField;
import mlpexplorer.ui.controls.NumberRange;
import mlpexplorer.ui.workbench.Messages;

import java.util.List;

/// Selects an initializer and edits its setting.
final class InitializerEditor extends VBox {
    private static final List<Initializer> DEFAULTS =
            List.of(
                    new Initializer.Zeros(),
                    new Initializer.Gaussian(),
                    new Initializer.Scaled(),
                    new Initializer.Xavier(),
                    new Initializer.He(),
                    new Initializer.Uniform());

    private final ChoiceRow<Initializer> type;
    private final NumberField deviation;
    private final NumberField range;
    private final Node deviationRow;
    private final Node rangeRow;
    private boolean showing;

    InitializerEditor(ModelViewModel model) {
        getStyleClass().add("editor");
        type =
                new ChoiceRow<>(
                        caption("initializer"),
                        DEFAULTS,
                        choice -> Messages.name("initializer", choice),
                        model::initializer);
        deviation = new NumberField(caption("deviation"), NumberRange.reals(0, 100));
        range = new NumberField(caption("range"), NumberRange.reals(0, 100));
        deviationRow = new FormRow(caption("deviation"), deviation);
        rangeRow = new FormRow(caption("range"), range);
        deviation
                .valueProperty()
                .addListener((_, _, value) ->
                        edited(model, new Initializer.Gaussian(value.doubleValue())));
        range.valueProperty()
                .addListener((_, _, value) ->
                        edited(model, new Initializer.Uniform(value.doubleValue())));
        getChildren().add(type);
    }

    void show(Initializer initializer) {
        showing = true;
        type.show(
                DEFAULTS.stream()
                        .filter(known -> known.getClass() == initializer.getClass())
                        .findFirst()
                        .orElseThrow());
        switch (initializer) {
            case Initializer.Gaussian(double value) -> knob(deviationRow, deviation, value);
            case Initializer.Uniform(double value) -> knob(rangeRow, range, value);
            case Initializer.Zeros(),
                    Initializer.Scaled(),
                    Initializer.Xavier(),
                    Initializer.He() ->
                    getChildren().setAll(type);
        }
        showing = false;
    }

    private void knob(Node row, NumberField field, double value) {
        field.setValue(value);
        if (!getChildren().contains(row)) {
            getChildren().setAll(type, row);
        }
    }

    private void edited(ModelViewModel model, Initializer initializer) {
        if (!showing) {
            model.initializer(initializer);
        }
    }

    private static ControlLabel caption(String id) {
        return new ControlLabel(
                Messages.text("model." + id), id, Messages.text("model." + id + ".tip"));
    }
}
