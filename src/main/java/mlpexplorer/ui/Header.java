package mlpexplorer.ui;

import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import mlpexplorer.training.Phase;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.ThemeChoice;
import mlpexplorer.ui.workbench.Workbench;

import org.kordamp.ikonli.feather.Feather;

/// The header of the window: menus, training controls, pages, theme.
final class Header extends HBox {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    /// Below this width the header is compact.
    private static final double WIDE_WIDTH = 1320;

    /// Below this width, for example on a screen of 1024 pixels, it is as compact as possible.
    private static final double NARROW_WIDTH = 1160;

    private final ObjectProperty<ThemeChoice> theme;

    Header(Workbench workbench, Pages pages, ObjectProperty<ThemeChoice> theme, MenuBar menus) {
        this.theme = theme;
        getStyleClass().add("header");
        menus.setId("menu-bar");
        menus.setMinWidth(Region.USE_PREF_SIZE);
        pages.buttons().setMinWidth(Region.USE_PREF_SIZE);
        widthProperty()
                .subscribe(width -> {
                    pseudoClassStateChanged(NARROW, width.doubleValue() < WIDE_WIDTH);
                    pseudoClassStateChanged(TIGHT, width.doubleValue() < NARROW_WIDTH);
                });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ControlLabel caption = ControlLabel.of("theme.button", "theme-button");
        getChildren()
                .addAll(
                        menus,
                        new RunControls(workbench),
                        gap,
                        pages.buttons(),
                        IconButtons.icon(Feather.MOON, caption, this::switchTheme));
    }

    private void switchTheme() {
        boolean dark = theme.get().theme().getValue().isDark();
        theme.set(dark ? ThemeChoice.LIGHT : ThemeChoice.DARK);
    }

    /// The toolbar: Train or Pause, step back, step, rewind, new seed, and the pace.
    private static final class RunControls extends HBox {
        private static final double[] PACES = {
            1, 2, 5, 10, 20, 30, 60, 120, 250, 500, 1000, Double.POSITIVE_INFINITY
        };

        /// The default pace: slow enough to watch, fast enough not to wait.
        private static final int DEFAULT_PACE = 6;

        private final Workbench workbench;
        private final Button train;
        private final Slider pace = new Slider(0, PACES.length - 1, DEFAULT_PACE);
        private final Label paceText = new Label();

        RunControls(Workbench workbench) {
            this.workbench = workbench;
            getStyleClass().add("run-controls");
            train = IconButtons.labeled(Feather.PLAY, caption("train"), workbench::playOrPause);
            train.getStyleClass().add("primary");
            IconButtons.withShortcut(train, new KeyCodeCombination(KeyCode.SPACE));
            Button stepBack =
                    IconButtons.icon(Feather.SKIP_BACK, caption("step-back"), workbench::stepBack);
            Button step =
                    IconButtons.icon(Feather.SKIP_FORWARD, caption("step"), workbench::stepEpoch);
            Button rewind =
                    IconButtons.icon(Feather.ROTATE_CCW, caption("rewind"), workbench::rewind);
            Button seed =
                    IconButtons.icon(Feather.SHUFFLE, caption("new-seed"), workbench::newSeed);
            IconButtons.withShortcut(stepBack, new KeyCodeCombination(KeyCode.LEFT));
            IconButtons.withShortcut(step, new KeyCodeCombination(KeyCode.RIGHT));
            IconButtons.withShortcut(rewind, new KeyCodeCombination(KeyCode.R));
            IconButtons.withShortcut(seed, new KeyCodeCombination(KeyCode.N));
            ToggleButton auto = IconButtons.toggle(Feather.ZAP, caption("auto-train"));
            auto.selectedProperty().bindBidirectional(workbench.autoTrainProperty());
            getChildren().addAll(train, stepBack, step, rewind, seed, auto, paceBox());
            workbench.phaseProperty().addListener((_, _, phase) -> show(phase));
            show(workbench.phaseProperty().get());
        }

        private HBox paceBox() {
            caption("pace").part("slider").describe(pace);
            pace.getStyleClass().add("small");
            pace.setSnapToTicks(true);
            pace.setMajorTickUnit(1);
            pace.setMinorTickCount(0);
            pace.setBlockIncrement(1);
            pace.valueProperty().addListener(_ -> changePace());
            paceText.setId("pace-text");
            paceText.getStyleClass().add("pace-text");
            Label label = new Label(Messages.text("run.pace"));
            label.setLabelFor(pace);
            label.getStyleClass().add("pace-label");
            changePace();
            workbench
                    .pace()
                    .limitProperty()
                    .addListener((_, _, now) -> pace.setValue(nearest(now.doubleValue())));
            HBox box = new HBox(label, pace, paceText);
            box.getStyleClass().add("pace-box");
            return box;
        }

        /// The slider position for a pace set elsewhere.
        private static int nearest(double wanted) {
            int stop = 0;
            while (stop < PACES.length - 1 && PACES[stop] < wanted) {
                stop++;
            }
            return stop;
        }

        private void changePace() {
            double wanted = PACES[(int) Math.round(pace.getValue())];
            paceText.setText(
                    Double.isInfinite(wanted)
                            ? Messages.text("run.pace.max")
                            : Messages.text("run.pace.epochs", (int) wanted));
            if (workbench.pace().limitProperty().get() != wanted) {
                workbench.pace().limitProperty().set(wanted);
            }
        }

        private void show(Phase phase) {
            boolean running = phase instanceof Phase.Running;
            train.setText(
                    Messages.text(
                            switch (phase) {
                                case Phase.Running() -> "run.pause";
                                case Phase.Ready(),
                                        Phase.Paused(),
                                        Phase.Finished(_),
                                        Phase.Diverged(_),
                                        Phase.Failed(_) ->
                                        "run.train";
                            }));
            train.setAccessibleText(train.getText());
            IconButtons.setIcon(train, running ? Feather.PAUSE : Feather.PLAY);
        }

        private static ControlLabel caption(String id) {
            String name = id.equals("pace") ? id : id + "-button";
            return ControlLabel.of("run." + id, name);
        }
    }
}
