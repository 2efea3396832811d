package mlpexplorer.ui.training;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import mlpexplorer.ui.controls.ChoiceRow;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.FormRow;
import mlpexplorer.ui.controls.NumberField;
import mlpexplorer.ui.controls.NumberRange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/// Selects a variant of a sealed type and edits its settings. Texts come from the bundle under
/// `name`.
abstract sealed class KindEditor<T> extends VBox permits OptimizerEditor, ScheduleEditor {
    private final String name;
    private final List<T> kinds;
    private final Consumer<? super T> onEdit;
    private final ChoiceRow<T> type;
    private T shown;

    /// @param kinds a default of each variant, the first one without settings
    /// @param label the name of a variant
    /// @param onKind receives the variant that the user has selected
    /// @param onEdit receives the variant with changed settings
    KindEditor(
            String name,
            List<T> kinds,
            Function<T, String> label,
            Consumer<? super T> onKind,
            Consumer<? super T> onEdit) {
        this.name = name;
        this.kinds = kinds;
        this.onEdit = onEdit;
        shown = kinds.getFirst();
        getStyleClass().add("editor");
        ControlLabel caption = ControlLabel.of(name + ".type", name);
        type = new ChoiceRow<>(caption, kinds, label, onKind);
        getChildren().add(type);
        type.show(shown);
    }

    /// A row for each setting of `value`.
    abstract List<Node> rows(T value);

    /// Rows are rebuilt only when the value differs from the displayed one, so that typing keeps
    /// the focus.
    final void show(T value) {
        if (value.equals(shown)) {
            return;
        }
        boolean sameKind = value.getClass() == shown.getClass();
        shown = value;
        type.show(
                kinds.stream()
                        .filter(known -> known.getClass() == value.getClass())
                        .findFirst()
                        .orElseThrow());
        if (!sameKind || !anyRowFocused()) {
            List<Node> rows = new ArrayList<>(List.of(type));
            rows.addAll(rows(value));
            getChildren().setAll(rows);
        }
    }

    final T shown() {
        return shown;
    }

    final Node row(String id, NumberRange range, double value, DoubleFunction<? extends T> edit) {
        ControlLabel caption = ControlLabel.of(name + "." + id, id);
        NumberField field = new NumberField(caption, range);
        field.setValue(value);
        field.valueProperty()
                .addListener((_, _, typed) -> onEdit.accept(edit.apply(typed.doubleValue())));
        return new FormRow(caption, field);
    }

    private boolean anyRowFocused() {
        return getChildren().stream().skip(1).anyMatch(Node::isFocusWithin);
    }
}
