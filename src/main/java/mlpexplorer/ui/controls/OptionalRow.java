package mlpexplorer.ui.controls;

import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.Optional;
import java.util.function.Consumer;

/// A form row for an optional number: a check box turns it on, and the field beside it sets the
/// value. The value is kept while it is off. [#show] displays a value without notifying listeners;
/// a change by the user notifies once.
///
/// Node ids: `<id>` the row, `<id>-check`, `<id>-field`, `<id>-error`.
public final class OptionalRow extends HBox {
    private final CheckBox check;
    private final NumberField field;
    private final Consumer<Optional<Double>> onChange;
    private boolean showing;

    /// @param initial value when turned on for the first time
    /// @param onChange receives the user's changes
    public OptionalRow(
            ControlLabel caption,
            NumberRange range,
            double initial,
            Consumer<Optional<Double>> onChange) {
        this.onChange = onChange;
        getStyleClass().add("form-row");
        setId(caption.id());
        check = caption.part("check").describe(new CheckBox(caption.label()));
        field = new NumberField(caption, range);
        field.setValue(initial);
        field.disableProperty().bind(check.selectedProperty().not());
        check.selectedProperty().addListener(_ -> edited());
        field.valueProperty().addListener(_ -> edited());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(check, gap, field);
    }

    /// Displays `value` without notifying listeners.
    public void show(Optional<Double> value) {
        showing = true;
        check.setSelected(value.isPresent());
        value.ifPresent(field::setValue);
        showing = false;
    }

    private void edited() {
        if (!showing) {
            onChange.accept(check.isSelected() ? Optional.of(field.getValue()) : Optional.empty());
        }
    }
}
