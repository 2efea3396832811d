package mlpexplorer.ui.controls;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.function.LongConsumer;

/// A form row for a seed: a whole number to type, and a button for the next one.
///
/// Node ids: `<id>` the row, `<id>-field`, `<id>-next` the button.
public final class SeedRow extends VBox {
    private static final long MAX = 999_999_999_999L;

    private final NumberField field;
    private boolean showing;

    public SeedRow(ControlLabel caption, LongConsumer onChange) {
        field = new NumberField(caption, NumberRange.integers(0, MAX));
        field.valueProperty()
                .addListener((_, _, value) -> {
                    if (!showing) {
                        onChange.accept(value.longValue());
                    }
                });
        ControlLabel next =
                new ControlLabel(
                        Messages.text("control.seed.next", caption.label()),
                        caption.part("next").id(),
                        "");
        Button button =
                IconButtons.icon(
                        Feather.REFRESH_CW,
                        next,
                        () -> onChange.accept((long) field.getValue() + 1));
        HBox editor = new HBox(field, button);
        editor.getStyleClass().add("seed-editor");
        getChildren().add(new FormRow(caption, editor));
    }

    /// Displays `seed` without notifying listeners.
    public void show(long seed) {
        showing = true;
        field.setValue(seed);
        showing = false;
    }
}
