package mlpexplorer.ui.controls;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.RangeSlider;

/// Splits a whole into three parts with two thumbs on a colored bar: "60 / 20 / 20%".
///
/// Thumbs snap to whole percent and stop where a part would fall below its minimum. The arrow keys
/// move the focused thumb. Each change notifies once with an immutable [SplitPercentages].
///
/// Node ids: `<id>` the control, `<id>-slider`, `<id>-text`; style classes `split-first`,
/// `split-second`, `split-third` on the bar's parts.
public final class SplitSlider extends VBox {

    private final Minimums minimums;
    private final String name;
    private final RangeSlider slider = new RangeSlider(0, 100, 0, 100);
    private final SplitBar bar = new SplitBar();
    private final Label text = new Label();
    private final ObjectProperty<SplitPercentages> value;
    private boolean showing;

    /// The minimum of each part in percent, 0 or more, in total at most 100.
    public record Minimums(int first, int second, int third) {
        public Minimums {
            if (first < 0 || second < 0 || third < 0 || first + second + third > 100) {
                throw new IllegalArgumentException(
                        "No room for such parts: " + first + ", " + second + ", " + third);
            }
        }
    }

    /// A slider that shows `start`.
    public SplitSlider(ControlLabel caption, SplitPercentages start, Minimums minimums) {
        this.minimums = minimums;
        name = caption.label();
        value = new SimpleObjectProperty<>(this, "value", start);
        getStyleClass().add("split-slider");
        setId(caption.id());
        caption.part("slider").describe(slider);
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        text.setId(caption.part("text").id());
        text.getStyleClass().add("split-text");
        slider.skinProperty().addListener(_ -> thumb("low").setFocusTraversable(false));
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
        value.addListener(_ -> show());
        slider.lowValueProperty().addListener(_ -> lowMoved());
        slider.highValueProperty().addListener(_ -> highMoved());
        show();
        getChildren().addAll(new FormRow(caption.part("line"), text, slider), track());
    }

    /// The skin moves the focus programmatically, which would hide the focus ring of the next
    /// control; this handles Tab beyond the last thumb like any other control.
    private void leave(KeyEvent event) {
        boolean back = event.isShiftDown();
        if (event.getCode() == KeyCode.TAB && thumb(back ? "low" : "high").isFocused()) {
            slider.requestFocusTraversal(
                    back ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }

    private Node thumb(String which) {
        return slider.lookup("." + which + "-thumb");
    }

    private StackPane track() {
        StackPane track = new StackPane(bar, slider);
        track.getStyleClass().add("split-stack");
        return track;
    }

    public ObjectProperty<SplitPercentages> valueProperty() {
        return value;
    }

    public SplitPercentages getValue() {
        return value.get();
    }

    public void setValue(SplitPercentages parts) {
        value.set(parts);
    }

    private void lowMoved() {
        if (!showing) {
            int end = value.get().secondEnd();
            int first =
                    Math.clamp(
                            Math.round(slider.getLowValue()),
                            minimums.first(),
                            Math.max(minimums.first(), end - minimums.second()));
            take(first, end);
        }
    }

    private void highMoved() {
        if (!showing) {
            int first = value.get().first();
            int lowest = first + minimums.second();
            take(
                    first,
                    Math.clamp(
                            Math.round(slider.getHighValue()),
                            lowest,
                            Math.max(lowest, 100 - minimums.third())));
        }
    }

    private void take(int first, int secondEnd) {
        value.set(new SplitPercentages(first, secondEnd - first, 100 - secondEnd));
        show();
    }

    private void show() {
        SplitPercentages parts = value.get();
        showing = true;
        slider.setLowValue(Math.min(parts.first(), slider.getHighValue()));
        slider.setHighValue(parts.secondEnd());
        slider.setLowValue(parts.first());
        showing = false;
        bar.show(parts);
        text.setText(
                Messages.text("control.split.parts", parts.first(), parts.second(), parts.third()));
        slider.setAccessibleText(name + " " + text.getText());
    }

    /// A bar with three colored parts, drawn below the thumbs of a [SplitSlider].
    private static final class SplitBar extends Pane {

        private final Region first = part("split-first");
        private final Region second = part("split-second");
        private final Region third = part("split-third");
        private SplitPercentages parts = new SplitPercentages(100, 0, 0);

        SplitBar() {
            getStyleClass().add("split-bar");
            setMouseTransparent(true);
            getChildren().addAll(first, second, third);
        }

        void show(SplitPercentages newParts) {
            parts = newParts;
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double left = getInsets().getLeft();
            double width = getWidth() - left - getInsets().getRight();
            double a = Math.round(left + width * parts.first() / 100.0);
            double b = Math.round(left + width * parts.secondEnd() / 100.0);
            place(first, left, a);
            place(second, a, b);
            place(third, b, left + width);
        }

        private void place(Region part, double from, double to) {
            double top = getInsets().getTop();
            part.resizeRelocate(
                    from,
                    top,
                    Math.max(0, to - from),
                    Math.max(0, getHeight() - top - getInsets().getBottom()));
        }

        private static Region part(String styleClass) {
            Region part = new Region();
            part.getStyleClass().add(styleClass);
            return part;
        }
    }
}
