package mlpexplorer.ui.controls;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

import java.util.Optional;
import java.util.function.DoubleFunction;

/// A text field for one number of a [NumberRange].
///
/// Enter, losing the focus or a press of the mouse elsewhere commits the text; Escape restores the
/// last valid value; the up and down keys step (Shift: ten steps). An invalid entry turns the
/// border red and shows a message that floats below the field, so nothing moves; the value property
/// keeps the last valid value and listeners are not notified. Setting the value by code always
/// displays it and clears an invalid entry.
///
/// Node ids: `<id>-field` is the text field, `<id>-error` the message.
public final class NumberField extends StackPane {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final NumberRange range;
    private final Optional<Scale> steps;
    private final TextField text = new TextField();
    private final ErrorNote note;
    private final DoubleProperty value;
    private DoubleFunction<String> check = _ -> "";
    private boolean invalid;

    /// A field that shows 0 or, if out of range, the lowest value, and whose arrow keys step whole
    /// numbers by 1.
    public NumberField(ControlLabel caption, NumberRange range) {
        this(
                caption,
                range,
                range.notation() == NumberStyle.WHOLE
                        ? Optional.of(Scale.linear(range.min(), range.max(), 1))
                        : Optional.empty());
    }

    /// A field whose arrow keys step along the stops of `scale`.
    public NumberField(ControlLabel caption, NumberRange range, Scale scale) {
        this(caption, range, Optional.of(scale));
    }

    private NumberField(ControlLabel caption, NumberRange range, Optional<Scale> steps) {
        this.range = range;
        this.steps = steps;
        value =
                new SimpleDoubleProperty(
                        this, "value", range.contains(0) ? 0 : range.clamp(range.min()));
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
        PressElsewhere.listen(text, () -> focusMoved(false));
    }

    /// The last valid value. Values set by code are displayed even outside the range.
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

    /// An additional check for typed values, for example one that depends on other fields: an error
    /// message, or "".
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

    /// Commits the typed text, or shows what is wrong with it.
    public void commit() {
        switch (range.parse(text.getText())) {
            case NumberEntry.Valid(double entered) when !check.apply(entered).isEmpty() ->
                    complain(check.apply(entered));
            case NumberEntry.Valid(double entered) -> setValue(entered);
            case NumberEntry.Invalid(String sentence) -> complain(sentence);
        }
    }

    /// Discards the typed text and shows the last valid value.
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
        if (range.parse(text.getText()) instanceof NumberEntry.Valid(double entered)
                && check.apply(entered).isEmpty()) {
            complain("");
        }
    }

    /// Whether the field contains an uncommitted entry.
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
            default -> {}
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
