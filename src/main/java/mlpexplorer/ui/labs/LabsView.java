package mlpexplorer.ui.labs;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.labs.BatchLab;
import mlpexplorer.experiment.labs.OptimizerComparison;
import mlpexplorer.experiment.labs.OptimizerRace;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Task;
import mlpexplorer.training.BatchSize;
import mlpexplorer.ui.concurrent.BackgroundJobs;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.export.Exports;
import mlpexplorer.ui.labs.BaselineTrainer.LinearModel;
import mlpexplorer.ui.labs.ComparisonLab.Comparison;
import mlpexplorer.ui.workbench.TestLock;
import mlpexplorer.ui.workbench.Workbench;

import org.kordamp.ikonli.feather.Feather;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The Labs page: the list of labs, and the selected one beside it.
public final class LabsView extends HBox implements LivePart {
    /// One thread for training, one for pictures, and one for a canceled task that has not ended
    /// yet.
    private static final int THREADS = 3;

    private static final String STYLESHEET =
            Objects.requireNonNull(
                            LabsView.class.getResource("/mlpexplorer/ui/labs.css"),
                            "labs.css is missing")
                    .toExternalForm();

    private final Jobs jobs = new BackgroundJobs("labs", THREADS);
    private final BaselineTrainer baseline;
    private final TestLock lock;
    private final Workbench workbench;
    private final LabContext context;
    private final Consumer<LabName> onLink;
    private final Map<LabName, Lab> labs = new EnumMap<>(LabName.class);
    private final ListView<LabName> list = new ListView<>();

    /// @param baseline draws a linear model beside the run
    /// @param onLink shows the page that a lab links to: Sweep with its template, or Explore
    public LabsView(
            Workbench workbench,
            Exports exports,
            BaselineTrainer baseline,
            TestLock lock,
            Consumer<LabName> onLink) {
        getStyleClass().add("labs");
        getStylesheets().add(STYLESHEET);
        this.baseline = baseline;
        this.lock = lock;
        this.workbench = workbench;
        this.onLink = onLink;
        context = new LabContext(workbench, jobs, exports);
        new ControlLabel(Messages.text("labs.list"), "labs-list", "").describe(list);
        list.getStyleClass().add("labs-list");
        list.getItems().setAll(LabName.values());
        list.setCellFactory(_ -> new NameCell());
        StackPane shown = new StackPane();
        HBox.setHgrow(shown, Priority.ALWAYS);
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, name) -> {
                    if (name != null) {
                        shown.getChildren().setAll(labs.computeIfAbsent(name, this::make).page());
                    }
                });
        list.getSelectionModel().selectFirst();
        workbench
                .specProperty()
                .map(spec -> spec.data().metric())
                .subscribe(metric -> labs.values().forEach(lab -> lab.page().metric(metric)));
        getChildren().addAll(list, shown);
    }

    /// Labs are created on first selection, since creating all of them would take too long.
    private Lab make(LabName name) {
        Lab lab =
                switch (name) {
                    case GRADIENT_CHECK -> new GradientCheckLab(context);
                    case BATCH_LAB -> new ComparisonLab(context, new BatchComparison());
                    case CAPACITY_LAB -> new LinkLab(name.id(), () -> onLink.accept(name));
                    case RATE_RANGE -> new RateRangeLab(context, () -> onLink.accept(name));
                    case OPTIMIZER_RACE ->
                            new ComparisonLab(context, new OptimizerRaceComparison());
                    case INIT_LAB -> new ComparisonLab(context, new InitComparison());
                    case LINEAR_BASELINE -> linearBaseline();
                    case MICROSCOPE -> new MicroscopeLab(context);
                    case TEST_LOCK -> testLock(lock);
                };
        lab.page().metric(workbench.spec().data().metric());
        return lab;
    }

    private Lab linearBaseline() {
        ObservableValue<String> result =
                Bindings.createStringBinding(
                        () ->
                                baseline.linearProperty()
                                        .get()
                                        .map(LabsView::found)
                                        .orElse(
                                                Messages.text(
                                                        baseline.wantedProperty().get()
                                                                ? "labs.linear-baseline.training"
                                                                : "labs.linear-baseline.off")),
                        baseline.linearProperty(),
                        baseline.wantedProperty());
        return new ToggleLab("linear-baseline", baseline.wantedProperty(), result);
    }

    private static String found(LinearModel linear) {
        Task.Metric metric = linear.mlp().task().metric();
        return Messages.text(
                "labs.linear-baseline.found." + metric.key(),
                linear.metrics().epoch(),
                Numbers.loss(linear.metrics().train().loss()),
                metric.text(linear.metrics().train().metric()));
    }

    private static Lab testLock(TestLock lock) {
        Button reveal =
                IconButtons.labeled(
                        Feather.EYE,
                        ControlLabel.of("labs.reveal", "lab-test-lock-reveal"),
                        lock::reveal);
        reveal.disableProperty().bind(lock.hiddenProperty().not().or(lock.forcedProperty()));
        ObservableValue<String> status =
                lock.revealsProperty()
                        .map(times -> Messages.text("labs.test-lock.reveals", times.intValue()));
        return new ToggleLab("test-lock", lock.lockedProperty(), status, reveal);
    }

    /// Selects a lab.
    public void show(LabName name) {
        list.getSelectionModel().select(name);
    }

    /// Shows a lab with the result of its preset.
    public void showExample(LabName name) {
        show(name);
        Optional.ofNullable(labs.get(name)).ifPresent(Lab::showExample);
    }

    /// Call once per pulse.
    @Override
    public void pulse(long now) {
        if (isVisible()) {
            Optional.ofNullable(labs.get(list.getSelectionModel().getSelectedItem()))
                    .ifPresent(Lab::pulse);
        }
    }

    @Override
    public void close() {
        jobs.close();
    }

    /// A lab in the list.
    private static final class NameCell extends ListCell<LabName> {
        @Override
        protected void updateItem(LabName name, boolean empty) {
            super.updateItem(name, empty);
            setText(empty || name == null ? null : name.title());
            setId(empty || name == null ? null : "labs-item-" + name.id());
        }
    }

    /// A lab that links to another page of the window.
    private static final class LinkLab implements Lab {
        private final LabPage page;

        LinkLab(String name, Runnable onOpen) {
            page = new LabPage(name, new Region());
            Button open = IconButtons.labeled(Feather.ARROW_RIGHT, page.caption("open"), onOpen);
            open.getStyleClass().add("primary");
            page.settings(open);
        }

        @Override
        public LabPage page() {
            return page;
        }
    }

    /// A lab that toggles a view option of the window's run.
    private static final class ToggleLab implements Lab {
        private final LabPage page;

        /// @param more additional controls
        ToggleLab(
                String name, BooleanProperty state, ObservableValue<String> status, Node... more) {
            Label label = new Label();
            label.setId("lab-" + name + "-message");
            label.setWrapText(true);
            label.textProperty().bind(status);
            VBox result = new VBox(label);
            result.getStyleClass().add("lab-result");
            page = new LabPage(name, result);
            CheckBox box =
                    page.caption("on")
                            .describe(new CheckBox(Messages.text("labs." + name + ".on")));
            box.setAccessibleText(Messages.text("labs." + name + ".on"));
            box.selectedProperty().bindBidirectional(state);
            page.settings(box).settings(more);
        }

        @Override
        public LabPage page() {
            return page;
        }
    }

    /// Compares stochastic, mini-batch and full-batch gradient descent.
    private static final class BatchComparison implements Comparison {
        private static final int DEFAULT = 10;

        @Override
        public String name() {
            return "batch-lab";
        }

        @Override
        public String preset() {
            return "batch-lab";
        }

        /// The mini-batch size is that of the experiment, unless it is one row or all rows.
        @Override
        public List<OptimizerComparison.RaceRun> raceRuns(RunStart base) {
            int rows =
                    base.spec()
                            .data()
                            .shape()
                            .map(shape -> base.spec().split().rows(shape).train())
                            .orElse(Integer.MAX_VALUE);
            int mini =
                    base.spec().training().batch() instanceof BatchSize.Rows(int count)
                                    && count > 1
                                    && count < rows
                            ? count
                            : Math.min(DEFAULT, Math.max(1, rows / 2));
            return BatchLab.raceRuns(base, mini);
        }

        @Override
        public List<LabTable.Column<OptimizerComparison.RaceResult>> columns() {
            return List.of(
                    RaceColumns.name(),
                    RaceColumns.updates(),
                    RaceColumns.millis(),
                    RaceColumns.seconds(),
                    RaceColumns.trainLoss(),
                    RaceColumns.trainAccuracy(),
                    RaceColumns.validationAccuracy(),
                    RaceColumns.outcome());
        }

        @Override
        public String conclusion(
                List<OptimizerComparison.RaceResult> results, BooleanSupplier stop) {
            OptimizerComparison.RaceResult any = results.getFirst();
            BatchLab.Timing timing =
                    BatchLab.time(
                            any.mlp(),
                            any.result().initial(),
                            any.result().split().train(),
                            System::nanoTime,
                            stop);
            return Messages.text(
                    "labs.batch-lab.timing",
                    timing.rows(),
                    Numbers.number(timing.loopMillis()),
                    Numbers.number(timing.matrixMillis()),
                    Numbers.fixed(timing.speedup(), 1));
        }
    }

    /// Compares the seven optimizers.
    private static final class OptimizerRaceComparison implements Comparison {
        private boolean usualRates = true;

        @Override
        public String name() {
            return "optimizer-race";
        }

        @Override
        public String preset() {
            return "spiral-mlp";
        }

        @Override
        public List<OptimizerComparison.RaceRun> raceRuns(RunStart base) {
            return OptimizerRace.raceRuns(base, OptimizerRace.all(), usualRates);
        }

        @Override
        public List<LabTable.Column<OptimizerComparison.RaceResult>> columns() {
            return List.of(
                    RaceColumns.name(),
                    RaceColumns.rate(),
                    RaceColumns.trainLoss(),
                    RaceColumns.validationLoss(),
                    RaceColumns.trainAccuracy(),
                    RaceColumns.validationAccuracy(),
                    RaceColumns.epochsToGood(),
                    RaceColumns.outcome());
        }

        @Override
        public List<Node> settings(LabPage page) {
            CheckBox usual =
                    page.caption("usual-rates")
                            .describe(new CheckBox(Messages.text("labs.usual-rates")));
            usual.setSelected(usualRates);
            usual.selectedProperty().addListener((_, _, now) -> usualRates = now);
            return List.of(usual);
        }

        @Override
        public String conclusion(
                List<OptimizerComparison.RaceResult> results, BooleanSupplier stop) {
            return results.stream()
                    .filter(result -> !result.end().diverged())
                    .min(
                            Comparator.comparingDouble(
                                    result -> result.end().metrics().train().loss()))
                    .map(best -> Messages.text("labs.optimizer-race.best", best.raceRun().name()))
                    .orElse(Messages.text("labs.optimizer-race.none"));
        }
    }
}
