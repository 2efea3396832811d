package mlpexplorer.ui.controls;

import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// A form row with a drop-down list. [#show] displays a choice without notifying listeners; a
/// choice by the user notifies once.
///
/// Node ids: `<id>` the row, `<id>-field` the list.
public final class ChoiceRow<T> extends VBox {
    private static final double WIDTH = 136;

    private final List<T> choices;
    private final ComboBox<T> list = new ComboBox<>();
    private boolean showing;

    /// @param text text of a choice
    /// @param onChoice receives the user's choice
    public ChoiceRow(
            ControlLabel caption,
            List<T> choices,
            Function<? super T, String> text,
            Consumer<? super T> onChoice) {
        this.choices = List.copyOf(choices);
        list.getItems().setAll(choices);
        list.setConverter(new ChoiceConverter<>(text));
        list.setPrefWidth(WIDTH);
        list.setMinWidth(WIDTH);
        list.setVisibleRowCount(10);
        caption.part("field").describe(list);
        list.valueProperty()
                .addListener((_, _, choice) -> {
                    if (!showing && choice != null) {
                        onChoice.accept(choice);
                    }
                });
        getChildren().add(new FormRow(caption, list));
    }

    /// Displays `choice`, which is appended to the list if it is not one of the choices.
    public void show(T choice) {
        showing = true;
        List<T> offered = new ArrayList<>(choices);
        if (!choices.contains(choice)) {
            offered.add(choice);
        }
        if (!list.getItems().equals(offered)) {
            list.getItems().setAll(offered);
        }
        list.setValue(choice);
        showing = false;
    }
}
