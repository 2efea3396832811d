package mlpexplorer.ui.model;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import mlpexplorer.nn.Initializer;
import mlpexplorer.ui.fx.Caption;
import mlpexplorer.ui.fx.ChoiceRow;
import mlpexplorer.ui.fx.FormRow;
import mlpexplorer.ui.fx.NumberField;
import mlpexplorer.ui.fx.NumberRange;
import mlpexplorer.ui.workbench.Texts;

/// Selects an initializer and edits its setting.
final class InitializerEditor extends VBox {
    private static final List<Initializer> DEFAULTS = List.of(
            new Initializer.Zeros(), new Initializer.Gaussian(), new Initializer.Scaled(), new Initializer.Xavier(),
            new Initializer.He(), new Initializer.Uniform());

    private final ChoiceRow<Initializer> type;
    private final NumberField deviation;
    private final NumberField range;
    private final Node deviationRow;
    private final Node rangeRow;
    private boolean showing;

    InitializerEditor(ModelViewModel model) {
        getStyleClass().add("editor");
        type = new ChoiceRow<>(
                caption("initializer"), DEFAULTS, choice -> Texts.name("initializer", choice), model::initializer);
        deviation = new NumberField(caption("deviation"), NumberRange.reals(0, 100));
        range = new NumberField(caption("range"), NumberRange.reals(0, 100));
        deviationRow = new FormRow(caption("deviation"), deviation);
        rangeRow = new FormRow(caption("range"), range);
        deviation.valueProperty().addListener((_, _, value) -> edited(model, new Initializer.Gaussian(value.doubleValue())));
        range.valueProperty().addListener((_, _, value) -> edited(model, new Initializer.Uniform(value.doubleValue())));
        getChildren().add(type);
    }

    void show(Initializer initializer) {
        showing = true;
        type.show(DEFAULTS.stream().filter(known -> known.getClass() == initializer.getClass()).findFirst().orElseThrow());
        switch (initializer) {
            case Initializer.Gaussian(double value) -> knob(deviationRow, deviation, value);
            case Initializer.Uniform(double value) -> knob(rangeRow, range, value);
            case Initializer.Zeros(), Initializer.Scaled(), Initializer.Xavier(), Initializer.He() ->
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

    private static Caption caption(String id) {
        return new Caption(Texts.text("model." + id), id, Texts.text("model." + id + ".tip"));
    }
}
