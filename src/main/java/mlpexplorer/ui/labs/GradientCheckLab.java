package mlpexplorer.ui.labs;

import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import mlpexplorer.data.Split;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecText;
import mlpexplorer.experiment.labs.GradientLab;
import mlpexplorer.experiment.labs.StepCurve;
import mlpexplorer.nn.GradientCheck;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.nn.Samples;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.charts.ChartText;
import mlpexplorer.ui.charts.ChartView;
import mlpexplorer.ui.charts.Curve;
import mlpexplorer.ui.charts.CurveSeries;
import mlpexplorer.ui.charts.Measure;
import mlpexplorer.ui.controls.ChoiceRow;
import mlpexplorer.ui.controls.Messages;

import org.kordamp.ikonli.feather.Feather;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Back-propagation against finite differences: a table of verdicts by block and the error by step
/// size.
final class GradientCheckLab implements Lab {
    /// The weights to check.
    enum Weights {
        FRESH,
        CURRENT
    }

    /// The training rows of the loss.
    enum Rows {
        ONE,
        BATCH,
        ALL
    }

    private static final int BATCH = 32;
    private static final int MAX_ROWS = 4096;

    private final LabContext context;
    private final LabRun run;
    private final LabTable<GradientCheck.Block> table =
            new LabTable<>("lab-gradient-check-table", columns());
    private final ChartView curve =
            new ChartView(
                    new ChartText(
                            Messages.text("labs.gradient-check.curve"),
                            Messages.text("labs.gradient-check.step"),
                            Messages.text("labs.gradient-check.empty")),
                    Measure.LOSS);
    private final CheckBox penalty;
    private final LabPage page;
    private Weights weights = Weights.CURRENT;
    private Rows rows = Rows.BATCH;
    private Optional<GradientLab.Report> report = Optional.empty();

    GradientCheckLab(LabContext context) {
        this.context = context;
        run = new LabRun(context.jobs());
        curve.setId("lab-gradient-check-chart");
        curve.chart().logXProperty().set(true);
        curve.chart().logYProperty().set(true);
        curve.setPrefHeight(320);
        HBox.setHgrow(curve, Priority.ALWAYS);
        VBox left = new VBox(table);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(376);
        left.setPrefWidth(470);
        curve.setMinWidth(208);
        curve.setPrefWidth(340);
        HBox result = new HBox(left, curve);
        result.getStyleClass().add("lab-result");
        page = new LabPage("gradient-check", result);
        penalty = page.caption("penalty").describe(new CheckBox(Messages.text("labs.penalty")));
        penalty.setSelected(true);
        page.runs(run, this::runExperiment, this::runPreset)
                .settings(weightsChoice(), rowsChoice(), penalty)
                .export(
                        "table",
                        Feather.FILE_TEXT,
                        () ->
                                report.ifPresent(found ->
                                        context.saveTable(
                                                "gradient-check", out -> writeTables(found, out))))
                .export(
                        "picture",
                        Feather.DOWNLOAD,
                        () -> context.savePicture("gradient-check", result));
    }

    @Override
    public LabPage page() {
        return page;
    }

    private static void writeTables(GradientLab.Report found, OutputStream out) throws IOException {
        found.blocksTable().write(out);
        out.write('\n');
        found.curveTable().write(out);
    }

    private ChoiceRow<Weights> weightsChoice() {
        ChoiceRow<Weights> choice =
                new ChoiceRow<>(
                        page.caption("weights"),
                        List.of(Weights.values()),
                        w -> Messages.name("labs.weights", w),
                        w -> weights = w);
        choice.show(weights);
        return choice;
    }

    private ChoiceRow<Rows> rowsChoice() {
        ChoiceRow<Rows> choice =
                new ChoiceRow<>(
                        page.caption("rows"),
                        List.of(Rows.values()),
                        r -> Messages.name("labs.rows", r),
                        r -> rows = r);
        choice.show(rows);
        return choice;
    }

    private void runExperiment() {
        Optional<Frame> frame = context.frame().filter(_ -> weights == Weights.CURRENT);
        if (frame.isPresent()) {
            Frame shown = frame.get();
            Samples samples = chosen(shown.split().train(), rows);
            String subject =
                    Messages.text(
                            "labs.gradient-check.trained",
                            SpecText.dataAndModel(context.workbench().spec()),
                            shown.epoch());
            start(
                    subject,
                    true,
                    () ->
                            new GradientLab(
                                    shown.mlp(),
                                    shown.parameters(),
                                    samples,
                                    regularizer(context.experiment()),
                                    GradientCheck.DEFAULT_STEP));
        } else {
            startFresh(context.experiment(), rows, true);
        }
    }

    private void runPreset() {
        startFresh(Presets.named(Presets.WORKED_EXAMPLE).start(), Rows.ALL, false);
    }

    /// @param own whether it is the experiment of the window
    private void startFresh(RunStart begin, Rows wanted, boolean own) {
        Regularizer regularizer = regularizer(begin);
        start(
                Messages.text("labs.gradient-check.fresh", SpecText.dataAndModel(begin.spec())),
                own,
                () -> {
                    Split split = begin.spec().splitData();
                    Parameters initial = begin.initial(split.shape());
                    return new GradientLab(
                            begin.spec().mlp(split.shape()),
                            initial,
                            chosen(split.train(), wanted),
                            regularizer,
                            GradientCheck.DEFAULT_STEP);
                });
    }

    private void start(String subject, boolean own, Supplier<GradientLab> lab) {
        run.start(
                subject,
                stop -> lab.get().run(stop),
                found -> {
                    show(found);
                    if (own) {
                        context.workbench().lesson().gradientChecked();
                    }
                    return subject
                            + ". "
                            + Messages.text(
                                    "labs.gradient-check.verdict." + found.verdict(),
                                    found.rows(),
                                    Numbers.loss(found.loss()),
                                    found.blocks().size());
                });
    }

    private Regularizer regularizer(RunStart begin) {
        return penalty.isSelected()
                ? begin.spec().training().regularizer()
                : new Regularizer.None();
    }

    private static Samples chosen(Samples train, Rows wanted) {
        return switch (wanted) {
            case ONE -> train.head(1);
            case BATCH -> train.head(BATCH);
            case ALL -> train.head(MAX_ROWS);
        };
    }

    private void show(GradientLab.Report found) {
        report = Optional.of(found);
        table.show(found.blocks());
        List<StepCurve.Point> points =
                found.curve().points().stream()
                        .sorted(Comparator.comparingDouble(StepCurve.Point::step))
                        .toList();
        double[] x = points.stream().mapToDouble(StepCurve.Point::step).toArray();
        curve.show(
                List.of(
                        new CurveSeries(
                                Messages.text("labs.gradient-check.central"),
                                CurveSeries.TRAIN,
                                Curve.of(
                                        x,
                                        points.stream()
                                                .mapToDouble(StepCurve.Point::central)
                                                .toArray()),
                                false),
                        new CurveSeries(
                                Messages.text("labs.gradient-check.forward"),
                                CurveSeries.VALIDATION,
                                Curve.of(
                                        x,
                                        points.stream()
                                                .mapToDouble(StepCurve.Point::forward)
                                                .toArray()),
                                false)));
        page.filled();
    }

    private static List<LabTable.Column<GradientCheck.Block>> columns() {
        return List.of(
                LabTable.Column.of("block", 56, GradientCheck.Block::name),
                LabTable.Column.of("checked", 76, block -> Numbers.count(block.checked())),
                LabTable.Column.of("kinks", 60, block -> Numbers.count(block.kinks())),
                LabTable.Column.of(
                        "error",
                        76,
                        block ->
                                block.checked() == 0 ? Numbers.NONE : Numbers.error(block.error())),
                LabTable.Column.of(
                        "ratio",
                        86,
                        block ->
                                block.checked() == 0
                                        ? Numbers.NONE
                                        : Numbers.fixed(worstRatio(block), 6)),
                new LabTable.Column<>(
                        "verdict",
                        106,
                        block -> block.verdict().name(),
                        block ->
                                switch (block.verdict()) {
                                    case CORRECT -> "good";
                                    case WRONG -> "bad";
                                    case UNCHECKED -> "unsure";
                                }));
    }

    private static double worstRatio(GradientCheck.Block block) {
        return Math.abs(block.minRatio() - 1) > Math.abs(block.maxRatio() - 1)
                ? block.minRatio()
                : block.maxRatio();
    }
}
