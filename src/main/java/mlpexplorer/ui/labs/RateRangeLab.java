package mlpexplorer.ui.labs;

import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecText;
import mlpexplorer.experiment.labs.RateRange;
import mlpexplorer.nn.Numbers;
import mlpexplorer.training.LatestValue;
import mlpexplorer.training.TrainingSpec;
import mlpexplorer.ui.charts.ChartText;
import mlpexplorer.ui.charts.ChartView;
import mlpexplorer.ui.charts.Curve;
import mlpexplorer.ui.charts.CurveSeries;
import mlpexplorer.ui.charts.Mark;
import mlpexplorer.ui.charts.Measure;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.FormRow;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.NumberField;
import mlpexplorer.ui.controls.NumberRange;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// The learning-rate range test: the loss of each update against its rate, with the suggested
/// range, and a button that sets the rate of the window's experiment.
final class RateRangeLab implements Lab {
    private static final double HEIGHT = 320;

    private final LabContext context;
    private final Runnable onTaken;
    private final LabRun run;
    private final LatestValue<RateRange.Report> newest = new LatestValue<>();
    private final ChartView chart =
            new ChartView(new ChartText(text("chart"), text("rate"), text("empty")), Measure.LOSS);
    private final NumberField from;
    private final NumberField to;
    private final NumberField updates;
    private final Button take;
    private final LabPage page;
    private Optional<RateRange.Report> report = Optional.empty();
    private Optional<RateRange.Suggestion> suggestion = Optional.empty();

    /// @param onTaken called when the experiment has taken the rate
    RateRangeLab(LabContext context, Runnable onTaken) {
        this.onTaken = onTaken;
        this.context = context;
        run = new LabRun(context.jobs());
        chart.setId("lab-rate-range-chart");
        chart.chart().logXProperty().set(true);
        chart.setMinHeight(HEIGHT);
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox result = new VBox(chart);
        result.getStyleClass().add("lab-result");
        page = new LabPage("rate-range", result);
        ToggleButton log = IconButtons.log(page.caption("log"));
        chart.chart().logYProperty().bind(log.selectedProperty());
        chart.toolbar().add(log);
        NumberRange rates = NumberRange.reals(TrainingSpec.MIN_RATE, TrainingSpec.MAX_RATE);
        from = field("from-rate", rates, RateRange.DEFAULT_FROM);
        to = field("to-rate", rates, RateRange.DEFAULT_TO);
        to.setCheck(value -> value > from.getValue() ? "" : text("order"));
        updates =
                field(
                        "updates",
                        NumberRange.integers(RateRange.MIN_UPDATES, RateRange.MAX_UPDATES),
                        RateRange.DEFAULT_UPDATES);
        take =
                IconButtons.labeled(
                        Feather.ARROW_RIGHT,
                        new ControlLabel(text("take"), "lab-rate-range-take", text("take.tip")),
                        this::takeRate);
        take.setDisable(true);
        page.runs(run, () -> start(context.experiment(), true), this::runPreset)
                .settings(
                        new FormRow(page.caption("from-rate"), from),
                        new FormRow(page.caption("to-rate"), to),
                        new FormRow(page.caption("updates"), updates),
                        take)
                .export(
                        "updates",
                        Feather.FILE_TEXT,
                        () ->
                                report.ifPresent(
                                        found -> context.saveTable("rate-range", found.table())))
                .export(
                        "picture",
                        Feather.DOWNLOAD,
                        () -> context.savePicture("rate-range", result));
    }

    private NumberField field(String part, NumberRange range, double value) {
        NumberField field = new NumberField(page.caption(part), range);
        field.setValue(value);
        return field;
    }

    @Override
    public LabPage page() {
        return page;
    }

    @Override
    public void pulse() {
        if (run.runningProperty().get()) {
            newest.poll().ifPresent(this::show);
        }
    }

    private void runPreset() {
        start(Presets.named("spiral-mlp").start(), false);
    }

    /// @param own whether it is the experiment of the window, which can take the rate
    private void start(RunStart base, boolean own) {
        if (!(from.getValue() < to.getValue())) {
            run.setStatus(text("order"));
            return;
        }
        RateRange test =
                new RateRange(base, from.getValue(), to.getValue(), (int) updates.getValue());
        String subject = SpecText.of(base.spec());
        newest.poll();
        suggest(Optional.empty());
        run.start(
                subject,
                stop -> test.run(stop, newest::publish, System::nanoTime),
                end -> {
                    show(end);
                    report = Optional.of(end);
                    page.filled();
                    suggest(end.suggestion().filter(_ -> own));
                    return subject + ". " + conclusion(end);
                });
    }

    private void suggest(Optional<RateRange.Suggestion> found) {
        suggestion = found;
        take.setDisable(found.isEmpty());
        take.setText(
                found.map(now -> text("take.rate", Numbers.exact(now.rate())))
                        .orElse(text("take")));
    }

    private void takeRate() {
        suggestion.ifPresent(now -> {
            context.workbench()
                    .change(spec -> spec.withTraining(spec.training().withRate(now.rate())));
            onTaken.run();
        });
    }

    private static String conclusion(RateRange.Report report) {
        String end =
                report.diverged()
                        ? text("diverged", Numbers.number(report.points().getLast().rate())) + " "
                        : "";
        return end
                + report.suggestion()
                        .map(found ->
                                text(
                                        "found",
                                        Numbers.number(found.from()),
                                        Numbers.number(found.to()),
                                        Numbers.exact(found.rate())))
                        .orElse(text("none"));
    }

    private void show(RateRange.Report now) {
        run.progressProperty().set(now.points().size() / updates.getValue());
        double[] rates = values(now, RateRange.Point::rate);
        chart.show(
                List.of(
                        new CurveSeries(
                                text("smoothed"),
                                CurveSeries.TRAIN,
                                Curve.of(rates, values(now, RateRange.Point::smoothed)),
                                false),
                        new CurveSeries(
                                text("loss"),
                                CurveSeries.TRAIN,
                                Curve.of(rates, values(now, RateRange.Point::loss)),
                                true)));
        chart.chart()
                .marks(
                        now.isFinished()
                                ? now.suggestion().stream().flatMap(RateRangeLab::marks).toList()
                                : List.of());
    }

    private static Stream<Mark> marks(RateRange.Suggestion found) {
        return Stream.of(
                new Mark(found.from(), text("mark.from", Numbers.number(found.from()))),
                new Mark(found.to(), text("mark.to", Numbers.number(found.to()))),
                new Mark(found.rate(), text("mark.rate", Numbers.exact(found.rate()))));
    }

    private static double[] values(
            RateRange.Report report, ToDoubleFunction<RateRange.Point> value) {
        return report.points().stream().mapToDouble(value).toArray();
    }

    private static String text(String part, Object... values) {
        return Messages.text("labs.rate-range." + part, values);
    }
}
