package mlpexplorer.ui.controls;

import static java.util.Objects.requireNonNull;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/// A row of toggle buttons of which exactly one is selected.
public final class ToggleRow<T> extends HBox {
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();

    /// @param captions label of each choice
    /// @param chosen selected choice
    /// @param onChoice called on a click
    public ToggleRow(
            List<T> choices,
            Function<T, ControlLabel> captions,
            ObservableValue<T> chosen,
            Consumer<T> onChoice) {
        ToggleGroup group = new ToggleGroup();
        for (T choice : choices) {
            ControlLabel caption = captions.apply(choice);
            ToggleButton button = caption.describe(new ToggleButton(caption.label()));
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            chosen.subscribe(now -> button.setSelected(choice.equals(now)));
            button.setOnAction(_ -> {
                button.setSelected(true);
                onChoice.accept(choice);
            });
            buttons.put(choice, button);
        }
        getChildren().setAll(buttons.values());
    }

    /// The button of one of the choices; throws [NullPointerException] for any other value.
    public ToggleButton button(T choice) {
        return requireNonNull(buttons.get(choice));
    }
}
