package mlpexplorer.ui.fx;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A form row for a number that may be off: a check box turns it on, a field beside it says how much. Turned on again, it
/// has the number it had before. [#show] displays a value without telling anybody; a change by the user is told once.
///
/// Node ids: `<id>` the row, `<id>-check`, `<id>-field`, `<id>-error`.
public final class OptionalRow extends HBox {
    private final CheckBox check;
    private final NumberField field;
    private final Consumer<Optional<Double>> onChange;
    private boolean showing;

    /// @param usual    what it is when turned on for the first time
    /// @param onChange told of what the user sets
    public OptionalRow(Caption caption, NumberRange range, double usual, Consumer<Optional<Double>> onChange) {
        this.onChange = onChange;
        getStyleClass().add("form-row");
        setId(caption.id());
        check = caption.part("check").describe(new CheckBox(caption.label()));
        field = new NumberField(caption, range);
        field.setValue(usual);
        field.disableProperty().bind(check.selectedProperty().not());
        check.selectedProperty().addListener(_ -> edited());
        field.valueProperty().addListener(_ -> edited());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(check, gap, field);
    }

    /// Displays `value` without telling anybody.
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
