package mlpexplorer.ui.timeline;

import atlantafx.base.controls.ProgressSliderSkin;

import javafx.scene.control.Slider;
import javafx.scene.layout.Region;

import mlpexplorer.nn.Numbers;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Tooltips;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/// A slider over the available epochs, with marks above the track; a click on a mark goes to its
/// epoch.
final class TimeSlider extends Region {
    /// The start of the track: half a thumb from the edge of the slider.
    private static final double INSET = 2;

    private static final double MARK_WIDTH = 7;
    private static final double MARK_HEIGHT = 7;
    private static final double HEIGHT = 30;

    private final Slider slider = new Slider(0, 1, 0);
    private final LongConsumer onSeek;
    private List<TimelineMark> moments = List.of();
    private List<Region> marks = new ArrayList<>();
    private boolean showing;

    /// @param onSeek receives the epoch chosen by the user
    TimeSlider(LongConsumer onSeek) {
        this.onSeek = onSeek;
        getStyleClass().addAll("time-slider", "slider-row");
        slider.getStyleClass().add("small");
        slider.setSkin(new ProgressSliderSkin(slider));
        new ControlLabel(
                        Messages.text("time.slider"),
                        "time-slider",
                        Messages.text("time.slider.tip"))
                .describe(slider);
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.valueProperty()
                .addListener((_, _, value) -> {
                    if (!showing) {
                        onSeek.accept(Math.round(value.doubleValue()));
                    }
                });
        getChildren().add(slider);
        setMinWidth(80);
        setPrefHeight(HEIGHT);
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    /// Shows the state of the run without notifying listeners. A thumb being dragged does not move.
    void show(long first, long epoch, long last) {
        showing = true;
        long end = Math.max(first + 1, last);
        if (slider.getMin() != first || slider.getMax() != end) {
            slider.setMax(end);
            slider.setMin(first);
            requestLayout();
        }
        if (!slider.isValueChanging() && Math.round(slider.getValue()) != epoch) {
            slider.setValue(epoch);
        }
        slider.setDisable(last == first);
        showing = false;
    }

    void show(List<TimelineMark> now) {
        moments = now;
        getChildren().removeAll(marks);
        marks = new ArrayList<>();
        for (TimelineMark moment : now) {
            Region mark = new Region();
            mark.getStyleClass()
                    .addAll(
                            "time-mark",
                            switch (moment.kind()) {
                                case BEST -> "best";
                                case CHANGE -> "change";
                                case EDIT -> "edit";
                            });
            mark.setOnMouseClicked(_ -> onSeek.accept(moment.epoch()));
            Tooltips.explain(
                    mark,
                    Messages.text("time.mark." + moment.kind(), Numbers.count(moment.epoch())));
            marks.add(mark);
        }
        getChildren().addAll(marks);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double height = slider.prefHeight(-1);
        double top = MARK_HEIGHT + (getHeight() - MARK_HEIGHT - height) / 2;
        slider.resizeRelocate(0, Math.rint(top), getWidth(), height);
        for (int i = 0; i < marks.size(); i++) {
            double share =
                    (moments.get(i).epoch() - slider.getMin())
                            / (slider.getMax() - slider.getMin());
            double x = INSET + (getWidth() - 2 * INSET) * share;
            marks.get(i).resizeRelocate(Math.rint(x - MARK_WIDTH / 2), 1, MARK_WIDTH, MARK_HEIGHT);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 240;
    }
}
