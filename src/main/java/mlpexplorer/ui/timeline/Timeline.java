package mlpexplorer.ui.timeline;

import atlantafx.base.controls.ProgressSliderSkin;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import mlpexplorer.nn.Numbers;
import mlpexplorer.training.StopRule;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.controls.ChoiceConverter;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.NumberField;
import mlpexplorer.ui.controls.NumberRange;
import mlpexplorer.ui.controls.Tooltips;
import mlpexplorer.ui.controls.Visibility;
import mlpexplorer.ui.export.FileSaver;
import mlpexplorer.ui.workbench.ReadableFrame;
import mlpexplorer.ui.workbench.Workbench;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;

/// The timeline of the run: playback, step buttons, a slider from the first epoch to the last, and
/// the epoch as a number. All pictures follow it. Call [#pulse] once per pulse; it does nothing
/// while the bar is hidden.
public final class Timeline extends VBox implements LivePart {
    private static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 2.0, 4.0);
    private static final double MARGIN = 8;
    private static final String STYLESHEET =
            Objects.requireNonNull(
                            Timeline.class.getResource("/mlpexplorer/ui/timeline.css"),
                            "timeline.css is missing")
                    .toExternalForm();

    private final TimeViewModel model;
    private final TimeSlider slider;
    private final NumberField epoch;
    private final Label last = new Label();
    private final Button play;
    private final Button back;
    private final Button forward;
    private final Button now;
    private final GifExportRow animation;
    private boolean showing;

    public Timeline(Workbench workbench, ReadableFrame numbers, FileSaver saver) {
        model = new TimeViewModel(workbench, numbers);
        slider = new TimeSlider(model::seek);
        play =
                IconButtons.icon(
                        Feather.FILM, caption("play"), () -> model.playOrStop(System.nanoTime()));
        back = IconButtons.icon(Feather.CHEVRON_LEFT, caption("back"), () -> model.step(-1));
        forward = IconButtons.icon(Feather.CHEVRON_RIGHT, caption("forward"), () -> model.step(1));
        now = IconButtons.icon(Feather.CHEVRONS_RIGHT, caption("now"), model::showLatest);
        epoch =
                new NumberField(
                        ControlLabel.of("time.epoch", "time-epoch"),
                        NumberRange.integers(0, StopRule.MAX_EPOCHS));
        epoch.setCheck(this::check);
        epoch.valueProperty()
                .addListener((_, _, value) -> {
                    if (!showing) {
                        model.seek(value.longValue());
                    }
                });
        last.setId("time-last");
        last.getStyleClass().add("time-last");
        HBox.setHgrow(slider, Priority.ALWAYS);
        HBox.setMargin(slider, new Insets(0, MARGIN, 0, MARGIN));
        animation = new GifExportRow(workbench, saver);
        HBox bar =
                new HBox(
                        play,
                        speed(),
                        loop(),
                        animationToggle(),
                        separator(),
                        back,
                        slider,
                        forward,
                        epoch,
                        last,
                        now);
        bar.getStyleClass().add("time-bar-row");
        bar.setAlignment(Pos.CENTER_LEFT);
        setId("time-bar");
        getStyleClass().add("time-bar");
        getStylesheets().add(STYLESHEET);
        getChildren().addAll(animation, bar);
        model.momentsProperty().addListener((_, _, marks) -> slider.show(marks));
        model.playingProperty()
                .addListener((_, _, playing) -> {
                    IconButtons.setIcon(play, playing ? Feather.PAUSE : Feather.FILM);
                    play.setAccessibleText(Messages.text(playing ? "time.stop" : "time.play"));
                });
        show();
    }

    /// Follows the run and advances playback.
    @Override
    public void pulse(long now) {
        animation.pulse();
        if (Visibility.now(this)) {
            model.pulse(now);
            show();
        }
    }

    @Override
    public void close() {
        animation.close();
    }

    private String check(double typed) {
        long first = model.firstProperty().get();
        long end = model.lastProperty().get();
        if (typed < first) {
            return Messages.text("time.epoch.before", Numbers.count(first));
        }
        return typed <= end ? "" : Messages.text("time.epoch.beyond", Numbers.count(end));
    }

    private void show() {
        long first = model.firstProperty().get();
        long shown = model.shownProperty().get();
        long end = model.lastProperty().get();
        showing = true;
        slider.show(first, shown, end);
        if (!isTyping() && epoch.getValue() != shown) {
            epoch.setValue(shown);
        }
        String text = Messages.text("time.of", Numbers.count(end));
        if (!text.equals(last.getText())) {
            last.setText(text);
        }
        play.setDisable(end == first);
        back.setDisable(shown <= first);
        forward.setDisable(shown >= end);
        now.setDisable(shown >= end);
        showing = false;
    }

    private boolean isTyping() {
        Node owner = getScene() == null ? this : getScene().getFocusOwner();
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at == epoch) {
                return true;
            }
        }
        return false;
    }

    private ComboBox<Double> speed() {
        ComboBox<Double> speed = caption("speed").describe(new ComboBox<>());
        speed.getItems().setAll(SPEEDS);
        speed.setValue(1.0);
        speed.getStyleClass().add("time-speed");
        speed.setConverter(
                new ChoiceConverter<>(
                        times -> Messages.text("time.speed.times", Numbers.exact(times))));
        speed.valueProperty().addListener((_, _, times) -> model.speedProperty().set(times));
        return speed;
    }

    private ToggleButton loop() {
        ToggleButton loop = IconButtons.toggle(Feather.REPEAT, caption("loop"));
        loop.selectedProperty().bindBidirectional(model.loopProperty());
        return loop;
    }

    /// Opens the row that exports an animation.
    private ToggleButton animationToggle() {
        ToggleButton toggle = IconButtons.toggle(Feather.DOWNLOAD, caption("animation"));
        animation.visibleProperty().bind(toggle.selectedProperty());
        animation.managedProperty().bind(toggle.selectedProperty());
        return toggle;
    }

    private static Region separator() {
        Region line = new Region();
        line.getStyleClass().add("time-separator");
        return line;
    }

    private static ControlLabel caption(String name) {
        return ControlLabel.of("time." + name, "time-" + name);
    }

    /// A slider over the available epochs, with marks above the track; a click on a mark goes to
    /// its epoch.
    private static final class TimeSlider extends Region {
        /// The start of the track: half a thumb from the edge of the slider.
        private static final double INSET = 2;

        private static final double MARK_WIDTH = 7;
        private static final double MARK_HEIGHT = 7;
        private static final double HEIGHT = 30;

        private final Slider slider = new Slider(0, 1, 0);
        private final LongConsumer onSeek;
        private List<TimeViewModel.Mark> moments = List.of();
        private List<Region> marks = new ArrayList<>();
        private boolean showing;

        /// @param onSeek receives the epoch chosen by the user
        TimeSlider(LongConsumer onSeek) {
            this.onSeek = onSeek;
            getStyleClass().addAll("time-slider", "slider-row");
            slider.getStyleClass().add("small");
            slider.setSkin(new ProgressSliderSkin(slider));
            ControlLabel.of("time.slider", "time-slider").describe(slider);
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

        /// Shows the state of the run without notifying listeners. A thumb being dragged does not
        /// move.
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

        void show(List<TimeViewModel.Mark> now) {
            moments = now;
            getChildren().removeAll(marks);
            marks = new ArrayList<>();
            for (TimeViewModel.Mark moment : now) {
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
                marks.get(i)
                        .resizeRelocate(Math.rint(x - MARK_WIDTH / 2), 1, MARK_WIDTH, MARK_HEIGHT);
            }
        }

        @Override
        protected double computePrefWidth(double height) {
            return 240;
        }
    }
}
