package mlpexplorer.ui.training;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecText;
import mlpexplorer.experiment.lesson.Control;
import mlpexplorer.nn.Precision;
import mlpexplorer.training.TrainingSpec;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.NumberRange;
import mlpexplorer.ui.controls.OptionalRow;
import mlpexplorer.ui.controls.Scale;
import mlpexplorer.ui.controls.Section;
import mlpexplorer.ui.controls.SliderRow;
import mlpexplorer.ui.workbench.Workbench;

/// The optimizer section: optimizer with its settings, learning rate (live) with its schedule,
/// batch size, clipping.
public final class OptimizerPane extends VBox {
    private static final double USUAL_LOG = 100;
    private static final double FULL = Double.POSITIVE_INFINITY;

    private final TrainingViewModel model;
    private final SliderRow rate =
            new SliderRow(
                    caption("rate"),
                    Scale.oneThreeTen(1e-5, 10),
                    NumberRange.reals(TrainingSpec.MIN_RATE, TrainingSpec.MAX_RATE));
    private final SliderRow batch =
            new SliderRow(
                    caption("batch"),
                    Scale.stops(1, 2, 4, 8, 10, 16, 32, 64, 128, 256, 512, FULL),
                    NumberRange.integers(1, 1_000_000)
                            .naming(FULL, Messages.text("optimizer.full")));
    private final OptimizerEditor optimizer;
    private final ScheduleEditor schedule;
    private final OptionalRow clip;
    private final CheckBox replacement =
            caption("replacement").describe(new CheckBox(Messages.text("optimizer.replacement")));
    private final OptionalRow logEvery;
    private final CheckBox single =
            caption("single").describe(new CheckBox(Messages.text("optimizer.single")));
    private final VBox precision = new VBox(single, note());
    private final Section section;
    private boolean showing;

    public OptimizerPane(Workbench workbench) {
        model = new TrainingViewModel(workbench);
        optimizer = new OptimizerEditor(model);
        batch.field().setCheck(model::batchProblem);
        schedule = new ScheduleEditor(model);
        clip = new OptionalRow(caption("clip"), NumberRange.reals(1e-12, 1e12), 1, model::clip);
        replacement.setOnAction(_ -> model.sampling(replacement.isSelected()));
        logEvery =
                new OptionalRow(
                        caption("log-every"),
                        NumberRange.integers(1, 1_000_000),
                        USUAL_LOG,
                        model::logEvery);
        section =
                new Section(
                        caption("section"),
                        optimizer,
                        rate,
                        schedule,
                        batch,
                        replacement,
                        clip,
                        logEvery,
                        precision);
        precision.getStyleClass().add("editor");
        precision.managedProperty().bind(precision.visibleProperty());
        single.setOnAction(_ -> model.precision(single.isSelected()));
        getChildren().add(section);
        workbench.lesson().restrict(section.content(), Control.OPTIMIZER, optimizer, precision);
        workbench.lesson().restrict(section.content(), Control.RATE, rate);
        workbench.lesson().restrict(section.content(), Control.SCHEDULE, schedule);
        workbench.lesson().restrict(section.content(), Control.BATCH, batch, replacement);
        workbench.lesson().restrict(section.content(), Control.CLIP, clip);
        workbench.lesson().restrict(section.content(), Control.LOGGING, logEvery);
        rate.valueProperty()
                .addListener((_, _, value) -> edited(() -> model.rate(value.doubleValue())));
        batch.valueProperty()
                .addListener((_, _, value) -> edited(() -> model.batch(value.doubleValue())));
        workbench.specProperty().addListener((_, _, spec) -> show(spec));
        workbench.shapeProperty().addListener(_ -> show(workbench.spec()));
        show(workbench.spec());
    }

    private void edited(Runnable change) {
        if (!showing) {
            change.run();
        }
    }

    private void show(RunSpec spec) {
        TrainingSpec training = spec.training();
        showing = true;
        optimizer.show(training.optimizer());
        rate.setValue(training.rate());
        batch.setValue(TrainingViewModel.batchSize(training));
        schedule.show(training.schedule());
        clip.show(training.clip());
        replacement.setSelected(training.sampling() == TrainingSpec.Sampling.WITH_REPLACEMENT);
        logEvery.show(training.logEvery().map(Integer::doubleValue));
        single.setSelected(training.precision() == Precision.SINGLE);
        precision.setVisible(single.isSelected() || model.isLarge());
        section.summaryProperty().set(SpecText.steps(training));
        showing = false;
    }

    private static Label note() {
        Label note = new Label(Messages.text("optimizer.single.note"));
        note.setWrapText(true);
        note.getStyleClass().add("caption-text");
        return note;
    }

    private static ControlLabel caption(String id) {
        String name = id.equals("section") ? "optimizer-section" : id;
        return ControlLabel.of("optimizer." + id, name);
    }
}
