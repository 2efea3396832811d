package mlpexplorer.bench;

import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.ui.labs.LabName;

import java.util.List;

/// A hand that never rests: drags sliders, looks through tabs and pages, walks back in time,
/// sweeps, and tries the labs, one act after the other and the same ones again.
final class SoakHand {
    private static final int DRAG_STOPS = 8;
    private static final int DRAG_MILLIS = 60;
    private static final int LOOK_MILLIS = 1200;
    private static final int WORK_MILLIS = 4000;

    /// The most hidden units that a sweep asks for: it finds part of its runs in the store, and
    /// trains the others.
    private static final int MAX_UNITS = 60;

    /// The labs that train something.
    private static final List<LabName> LABS =
            List.of(
                    LabName.GRADIENT_CHECK,
                    LabName.BATCH_LAB,
                    LabName.OPTIMIZER_RACE,
                    LabName.INIT_LAB,
                    LabName.MICROSCOPE);

    private final DrivenWindow window;
    private final List<Act> acts =
            List.of(
                    () -> drag("noise-slider"),
                    this::nextTab,
                    () -> drag("samples-slider"),
                    this::seek,
                    () -> drag("hidden-layer-1-slider"),
                    this::nextTab,
                    this::runs,
                    () -> drag("rate-slider"),
                    this::sweep,
                    () -> drag("hidden-layer-2-slider"),
                    this::nextTab,
                    this::lab);
    private int act;
    private int labs;
    private int sweeps;

    private interface Act {
        void go() throws InterruptedException;
    }

    SoakHand(DrivenWindow window) {
        this.window = window;
    }

    /// The acts of one round.
    int acts() {
        return acts.size();
    }

    /// Does the next act, which takes a few seconds.
    void act() throws InterruptedException {
        acts.get(act++ % acts.size()).go();
    }

    /// Trains this experiment from the start.
    void begin(RunSpec spec) {
        DrivenWindow.run(() -> {
            window.workbench().change(_ -> spec);
            window.workbench().newSeed();
            window.workbench().play();
        });
    }

    /// Leaves the window as it was the last time: this short experiment trained to its end, twice
    /// over, so that neither it nor the reference of the run before has another past than then.
    void settle(RunSpec spec) throws InterruptedException {
        page("explore");
        select("side-tabs", 0);
        for (int run = 0; run < 2; run++) {
            begin(spec);
            Thread.sleep(LOOK_MILLIS);
        }
        DrivenWindow.run(window.workbench()::pause);
    }

    private void drag(String id) throws InterruptedException {
        page("explore");
        Slider slider = DrivenWindow.on(() -> window.node(Slider.class, id));
        double from = DrivenWindow.on(slider::getValue);
        DrivenWindow.run(() -> {
            window.workbench().beginDrag();
            slider.setValueChanging(true);
        });
        for (int move = 1; move <= 2 * DRAG_STOPS; move++) {
            double to = from + DRAG_STOPS - Math.abs(DRAG_STOPS - move);
            DrivenWindow.run(() -> slider.setValue(to));
            Thread.sleep(DRAG_MILLIS);
        }
        DrivenWindow.run(() -> {
            slider.setValueChanging(false);
            window.workbench().endDrag();
            window.workbench().play();
        });
        Thread.sleep(LOOK_MILLIS);
    }

    private void nextTab() throws InterruptedException {
        page("explore");
        TabPane tabs = DrivenWindow.on(() -> window.node(TabPane.class, "side-tabs"));
        select(
                "side-tabs",
                (tabs.getSelectionModel().getSelectedIndex() + 1) % tabs.getTabs().size());
        Thread.sleep(LOOK_MILLIS);
    }

    private void seek() throws InterruptedException {
        page("explore");
        Slider time = DrivenWindow.on(() -> window.node(Slider.class, "time-slider"));
        for (double share : new double[] {0.75, 0.25, 0.5}) {
            DrivenWindow.run(
                    () -> time.setValue(time.getMin() + share * (time.getMax() - time.getMin())));
            Thread.sleep(LOOK_MILLIS / 3);
        }
        DrivenWindow.run(window.workbench()::play);
        Thread.sleep(LOOK_MILLIS);
    }

    private void runs() throws InterruptedException {
        page("runs");
        for (int row = 0; row < 3; row++) {
            int shown = row;
            DrivenWindow.run(() ->
                    window.node(TableView.class, "runs-table")
                            .getSelectionModel()
                            .clearAndSelect(shown));
            select("runs-tabs", row);
            Thread.sleep(LOOK_MILLIS);
        }
        page("explore");
    }

    private void sweep() throws InterruptedException {
        page("sweep");
        int units = 1 + sweeps++ % MAX_UNITS;
        DrivenWindow.run(() -> {
            window.node(TextField.class, "sweep-across-values-field")
                    .setText("%d,%d,%d".formatted(units, units + 1, units + 2));
            window.node(TextField.class, "sweep-down-values-field").setText("0,0.001");
        });
        select("sweep-tabs", sweeps % 4);
        work("sweep-run");
    }

    private void lab() throws InterruptedException {
        page("labs");
        LabName lab = LABS.get(labs++ % LABS.size());
        DrivenWindow.run(() ->
                window.node(ListView.class, "labs-list").getSelectionModel().select(lab.ordinal()));
        Thread.sleep(LOOK_MILLIS);
        work("lab-" + lab.id() + "-run");
    }

    /// Presses a button that starts a job, and again if the job is to be canceled.
    private void work(String id) throws InterruptedException {
        Button button = DrivenWindow.on(() -> window.node(Button.class, id));
        String begin = DrivenWindow.on(button::getText);
        DrivenWindow.run(button::fire);
        Thread.sleep(WORK_MILLIS);
        DrivenWindow.run(() -> {
            if (!button.getText().equals(begin)) {
                button.fire();
            }
        });
        page("explore");
    }

    private void page(String name) {
        DrivenWindow.run(
                () -> window.node(ToggleButton.class, name + "-page-button").setSelected(true));
    }

    private void select(String tabs, int index) {
        DrivenWindow.run(() -> window.node(TabPane.class, tabs).getSelectionModel().select(index));
    }
}
