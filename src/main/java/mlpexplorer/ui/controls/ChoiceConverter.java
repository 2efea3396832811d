package mlpexplorer.ui.controls;

import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// Converts the choices of a drop-down list to text. The reverse is not supported, since nothing is
/// typed.
public final class ChoiceConverter<T> extends StringConverter<T> {
    private final Function<? super T, String> toText;

    public ChoiceConverter(Function<? super T, String> toText) {
        this.toText = toText;
    }

    @Override
    public String toString(@Nullable T choice) {
        return choice == null ? "" : toText.apply(choice);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("The list is not editable");
    }
}
