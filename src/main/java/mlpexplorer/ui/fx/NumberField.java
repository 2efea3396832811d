package mlpexplorer.ui.fx;

import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// A text field for one number of a [NumberRange].
///
/// Enter or leaving the field commits what was typed; Escape brings back the last good value; the up and down keys step
/// (Shift: ten steps). A wrong entry turns the border red and says why in one sentence under the field, which floats over
/// what lies below, so nothing moves; the value property keeps the last good value and listeners hear nothing.
/// Setting the value by code always shows it, and clears a wrong entry.
///
/// Node ids: `<id>-field` is the text field, `<id>-error` the sentence.
public final class NumberField extends StackPane {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final NumberRange range;
    private final Optional<Scale> steps;
    private final TextField text = new TextField();
    private final ErrorNote note;
    private final DoubleProperty value;
    private DoubleFunction<String> check = _ -> "";
    private boolean invalid;

    /// A field showing the lowest value of its range (0 where the range has it), whose arrow keys step whole numbers by 1.
    public NumberField(Caption caption, NumberRange range) {
        this(caption, range, range.notation() == Notation.WHOLE
                ? Optional.of(Scale.linear(range.min(), range.max(), 1)) : Optional.empty());
    }

    /// The same with the stops of `scale` on its arrow keys.
    public NumberField(Caption caption, NumberRange range, Scale scale) {
        this(caption, range, Optional.of(scale));
    }

    private NumberField(Caption caption, NumberRange range, Optional<Scale> steps) {
        this.range = range;
        this.steps = steps;
        value = new SimpleDoubleProperty(this, "value", range.contains(0) ? 0 : range.clamp(range.min()));
        note = new ErrorNote(this, caption.part("error").id());
        getStyleClass().add("number-field");
        caption.part("field").describe(text);
        getChildren().addAll(text, note);
        showValue();
        value.addListener(_ -> showValue());
        text.textProperty().addListener(_ -> typed());
        text.setOnAction(_ -> enter());
        text.focusedProperty().addListener((_, _, focused) -> focusMoved(focused));
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// The last good value. Set it freely: it is shown as it is, even when it lies outside the range.
    public DoubleProperty valueProperty() {
        return value;
    }

    public double getValue() {
        return value.get();
    }

    public void setValue(double newValue) {
        value.set(newValue);
        showValue();
    }

    /// A further rule for what is typed, such as one that depends on other fields: the sentence against a value, or "".
    public void setCheck(DoubleFunction<String> check) {
        this.check = check;
    }

    String error() {
        return note.getText();
    }

    public NumberRange range() {
        return range;
    }

    TextField textField() {
        return text;
    }

    /// Takes what is typed as the value, or points out what is wrong with it.
    public void commit() {
        switch (range.parse(text.getText())) {
            case NumberEntry.Valid(double entered) when !check.apply(entered).isEmpty() -> complain(check.apply(entered));
            case NumberEntry.Valid(double entered) -> setValue(entered);
            case NumberEntry.Invalid(String sentence) -> complain(sentence);
        }
    }

    /// Drops what is typed and shows the last good value again.
    public void restore() {
        showValue();
        text.selectAll();
    }

    private void showValue() {
        text.setText(range.format(value.get()));
        complain("");
    }

    private void complain(String sentence) {
        note.say(sentence);
        text.setAccessibleHelp(sentence.isEmpty() ? Tooltips.on(text) : sentence);
        invalid = !sentence.isEmpty();
        text.pseudoClassStateChanged(DANGER, invalid);
    }

    private void typed() {
        if (range.parse(text.getText()) instanceof NumberEntry.Valid(double entered) && check.apply(entered).isEmpty()) {
            complain("");
        }
    }

    /// Whether something other than the last good value stands in the field.
    public boolean isEdited() {
        return !text.getText().equals(range.format(value.get()));
    }

    private void enter() {
        commit();
        text.selectAll();
    }

    private void focusMoved(boolean focused) {
        if (!focused && isEdited()) {
            commit();
        }
    }

    private void key(KeyEvent event) {
        int stride = event.isShiftDown() ? 10 : 1;
        switch (event.getCode()) {
            case KeyCode.UP -> step(event, stride);
            case KeyCode.DOWN -> step(event, -stride);
            case KeyCode.ESCAPE -> escape(event);
            default -> { }
        }
    }

    private void step(KeyEvent event, int stride) {
        steps.ifPresent(scale -> {
            double next = range.clamp(scale.nudge(value.get(), stride));
            if (check.apply(next).isEmpty()) {
                setValue(next);
            }
            text.selectAll();
            event.consume();
        });
    }

    private void escape(KeyEvent event) {
        if (isEdited() || invalid) {
            restore();
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        note.placeBelow(getWidth(), getHeight());
    }
}
