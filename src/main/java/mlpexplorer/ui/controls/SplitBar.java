package mlpexplorer.ui.controls;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// A bar with three colored parts, drawn below the thumbs of a [SplitSlider].
final class SplitBar extends Pane {

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
