package mlpexplorer.ui.controls;

import javafx.animation.PauseTransition;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/// A text field for one number of a [NumberRange].
///
/// Enter, losing the focus or a press of the mouse elsewhere, which also takes the focus from the
/// field, commits the text; Escape restores the last valid value; the up and down keys step (Shift:
/// ten steps). An invalid entry turns the border red and shows a message that floats below the
/// field, so nothing moves; the value property keeps the last valid value and listeners are not
/// notified. Setting the value by code always displays it and clears an invalid entry.
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
                range.notation() == NumberStyle.INTEGER
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
        PressElsewhere.listen(text, () -> getParent().requestFocus());
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

    TextField textField() {
        return text;
    }

    /// Commits the typed text, or shows what is wrong with it.
    public void commit() {
        switch (range.parse(text.getText())) {
            case NumberRange.Entry.Valid(double entered) when !check.apply(entered).isEmpty() ->
                    showError(check.apply(entered));
            case NumberRange.Entry.Valid(double entered) -> setValue(entered);
            case NumberRange.Entry.Invalid(String message) -> showError(message);
        }
    }

    /// Discards the typed text and shows the last valid value.
    public void restore() {
        showValue();
        text.selectAll();
    }

    private void showValue() {
        text.setText(range.format(value.get()));
        showError("");
    }

    private void showError(String message) {
        note.setMessage(message);
        text.setAccessibleHelp(message.isEmpty() ? Tooltips.on(text) : message);
        invalid = !message.isEmpty();
        text.pseudoClassStateChanged(DANGER, invalid);
    }

    private void typed() {
        if (range.parse(text.getText()) instanceof NumberRange.Entry.Valid(double entered)
                && check.apply(entered).isEmpty()) {
            showError("");
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

    /// The error message below a field with an invalid entry. It takes no space in the layout: it
    /// floats below its field, right-aligned but within the scene, above other nodes and
    /// transparent to the mouse. It hides a few seconds after the field loses focus and reappears
    /// on hover or focus.
    private static final class ErrorNote extends Label {

        private static final String STYLE = "error-note";
        private static final double GAP = 3;
        private static final double MEASURE = 260;
        private static final double MARGIN = 6;
        private static final Duration SHOW_DURATION = Duration.seconds(5);

        private final Region field;
        private final PauseTransition stay = new PauseTransition(SHOW_DURATION);

        ErrorNote(Region field, String id) {
            this.field = field;
            setId(id);
            getStyleClass().add(STYLE);
            setWrapText(true);
            setMaxWidth(MEASURE);
            setManaged(false);
            setMouseTransparent(true);
            setVisible(false);
            stay.setOnFinished(_ -> show(isFieldActive()));
            field.focusWithinProperty().addListener(_ -> updateVisibility());
            field.hoverProperty().addListener(_ -> updateVisibility());
        }

        /// Shows `message`, or nothing when it is empty.
        void setMessage(String message) {
            setText(message);
            show(true);
            hideLater();
        }

        private boolean isFieldActive() {
            return field.isFocusWithin() || field.isHover();
        }

        private void updateVisibility() {
            if (isFieldActive()) {
                show(true);
            } else {
                hideLater();
            }
        }

        /// No timer runs without a message, since it would keep a closed window in memory.
        private void hideLater() {
            if (getText().isEmpty()) {
                stay.stop();
            } else {
                stay.playFromStart();
            }
        }

        private void show(boolean wanted) {
            boolean shown = wanted && !getText().isEmpty();
            if (shown != isVisible()) {
                setVisible(shown);
                reorder();
            }
            if (getParent() != null) {
                getParent().requestLayout();
            }
        }

        /// Later siblings paint over earlier ones, so every ancestor with a message is raised above
        /// its siblings; of two raised siblings the earlier is raised higher, since messages extend
        /// downward. Nodes below must still receive their clicks.
        private void reorder() {
            Node node = field;
            for (Parent parent = node.getParent(); parent != null; parent = node.getParent()) {
                List<Node> siblings = parent.getChildrenUnmodifiable();
                boolean lifted = hasNote(node);
                node.setViewOrder(lifted ? siblings.indexOf(node) - siblings.size() : 0);
                node.setPickOnBounds(!lifted);
                node = parent;
            }
        }

        private static boolean hasNote(Node node) {
            return node.lookupAll("." + STYLE).stream().anyMatch(Node::isVisible);
        }

        void placeBelow(double fieldWidth, double fieldHeight) {
            if (!isVisible()) {
                return;
            }
            double width = Math.min(prefWidth(-1), MEASURE);
            double left = MARGIN - field.localToScene(0, 0).getX();
            resizeRelocate(
                    Math.max(fieldWidth - width, left),
                    fieldHeight + GAP,
                    width,
                    prefHeight(width));
        }
    }
}
