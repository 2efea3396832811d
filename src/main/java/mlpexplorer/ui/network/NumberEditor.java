package mlpexplorer.ui.network;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import mlpexplorer.nn.ParameterPlace;
import mlpexplorer.training.ParameterEdit;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.NumberRange;
import mlpexplorer.ui.controls.PressElsewhere;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.function.BiConsumer;

/// A small editor over the diagram for one weight or bias. Enter, losing the focus or a press of
/// the mouse elsewhere applies and closes, Escape closes, the up and down keys change the value
/// immediately; an invalid entry stays, with the reason below.
final class NumberEditor extends VBox {
    private static final NumberRange RANGE =
            NumberRange.reals(-ParameterEdit.LIMIT, ParameterEdit.LIMIT);
    private static final MathContext SHOWN = new MathContext(6);
    private static final double STEP = 0.1;
    private static final double LARGE_STEP = 1;

    private final Label title = new Label();
    private final TextField field;
    private final Label hint = new Label();
    private final BiConsumer<ParameterPlace, Double> onSet;
    private final Runnable onClose;
    private Optional<ParameterPlace> place = Optional.empty();
    private String opened = "";

    /// @param onSet receives the position and its new value
    /// @param onClose called when the editor has closed
    NumberEditor(BiConsumer<ParameterPlace, Double> onSet, Runnable onClose) {
        this.onSet = onSet;
        this.onClose = onClose;
        field =
                new ControlLabel(
                                Messages.text("network.edit.label"),
                                "network-editor-field",
                                Messages.text("network.edit.tip"))
                        .describe(new TextField());
        setId("network-editor");
        getStyleClass().add("network-card");
        title.getStyleClass().add("network-card-title");
        hint.getStyleClass().add("network-card-hint");
        hint.setId("network-editor-hint");
        hint.setWrapText(true);
        setManaged(false);
        setVisible(false);
        getChildren().addAll(title, field, hint);
        field.setOnAction(_ -> enter());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty()
                .addListener((_, _, focused) -> {
                    if (!focused) {
                        leave();
                    }
                });
        PressElsewhere.listen(field, this::leave);
    }

    boolean isOpen() {
        return place.isPresent();
    }

    void open(ParameterPlace number, String name, double value) {
        leave();
        place = Optional.of(number);
        opened = RANGE.format(new BigDecimal(value).round(SHOWN).doubleValue());
        title.setText(name);
        field.setText(opened);
        showError("");
        setVisible(true);
        applyCss();
        autosize();
        field.requestFocus();
        field.selectAll();
    }

    void close() {
        if (place.isPresent()) {
            place = Optional.empty();
            setVisible(false);
            onClose.run();
        }
    }

    /// Applies a valid change and closes.
    private void leave() {
        if (!field.getText().equals(opened)
                && RANGE.parse(field.getText()) instanceof NumberRange.Entry.Valid(double value)) {
            place.ifPresent(number -> onSet.accept(number, value));
        }
        close();
    }

    /// A number that was not changed keeps the digits that are not shown.
    private void enter() {
        if (field.getText().equals(opened)) {
            close();
            return;
        }
        switch (RANGE.parse(field.getText())) {
            case NumberRange.Entry.Valid(double value) -> {
                place.ifPresent(number -> onSet.accept(number, value));
                close();
            }
            case NumberRange.Entry.Invalid(String message) -> {
                showError(message);
                autosize();
                field.selectAll();
            }
        }
    }

    private void showError(String message) {
        hint.setText(message.isEmpty() ? Messages.text("network.edit.keys") : message);
        hint.getStyleClass().remove("wrong");
        if (!message.isEmpty()) {
            hint.getStyleClass().add("wrong");
        }
        field.setAccessibleHelp(hint.getText());
    }

    private void key(KeyEvent event) {
        double step = event.isShiftDown() ? LARGE_STEP : STEP;
        switch (event.getCode()) {
            case ESCAPE -> {
                close();
                event.consume();
            }
            case UP -> nudge(step, event);
            case DOWN -> nudge(-step, event);
            default -> {}
        }
    }

    private void nudge(double step, KeyEvent event) {
        if (RANGE.parse(field.getText()) instanceof NumberRange.Entry.Valid(double value)) {
            double next =
                    Math.clamp(Math.rint((value + step) * 1e6) / 1e6, RANGE.min(), RANGE.max());
            opened = RANGE.format(next);
            field.setText(opened);
            place.ifPresent(number -> onSet.accept(number, next));
            showError("");
        }
        field.selectAll();
        event.consume();
    }
}
