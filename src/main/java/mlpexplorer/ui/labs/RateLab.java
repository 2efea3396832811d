package mlpexplorer.ui.labs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.lab.RateSweep;
import mlpexplorer.experiment.sweep.Spread;
import mlpexplorer.experiment.sweep.Sweep;
import mlpexplorer.experiment.sweep.SweepProgress;
import mlpexplorer.experiment.sweep.SweepTable;
import mlpexplorer.training.Latest;
import mlpexplorer.ui.charts.Band;
import mlpexplorer.ui.charts.ChartText;
import mlpexplorer.ui.charts.ChartView;
import mlpexplorer.ui.charts.Curve;
import mlpexplorer.ui.charts.CurveSeries;
import mlpexplorer.ui.charts.Measure;
import mlpexplorer.ui.fx.FormRow;
import mlpexplorer.ui.fx.Notation;
import mlpexplorer.ui.fx.NumberField;
import mlpexplorer.ui.fx.NumberRange;
import mlpexplorer.ui.workbench.Texts;
import org.kordamp.ikonli.feather.Feather;

/// The six learning rates of the course, each from several seeds, on every core: a table of means and deviations, and the
/// final loss by rate.
final class RateLab implements Lab {
    private static final String NAME = "rate-sweep";
    private static final int MOST_EPOCHS = 10_000;
    private static final int MOST_REPEATS = 20;

    private final LabRun run;
    private final Latest<SweepProgress> news = new Latest<>();
    private final LabTable<RateSweep.Row> table = new LabTable<>("lab-rate-sweep-table", columns());
    private final ChartView chart = new ChartView(
            new ChartText(Texts.text("labs.rate-sweep.curve"), Texts.text("labs.rate-sweep.axis"), Texts.text("labs.empty")),
            Measure.LOSS);
    private final NumberField epochs;
    private final NumberField repeats;
    private final LabPage page;

    RateLab(LabDesk desk) {
        run = new LabRun(desk.jobs());
        chart.setId("lab-rate-sweep-chart");
        chart.chart().logXProperty().set(true);
        chart.setPrefHeight(280);
        chart.setMinHeight(240);
        VBox.setVgrow(chart, Priority.ALWAYS);
        HBox.setHgrow(chart, Priority.ALWAYS);
        VBox result = new VBox(table, chart);
        result.getStyleClass().add("lab-result");
        page = new LabPage(NAME, result);
        epochs = new NumberField(page.caption("epochs"), NumberRange.integers(1, MOST_EPOCHS));
        epochs.setValue(50);
        repeats = new NumberField(page.caption("repeats"), NumberRange.integers(1, MOST_REPEATS));
        repeats.setValue(RateSweep.REPEATS);
        page.runs(run, () -> start(desk.experiment()), this::runPreset)
                .settings(new FormRow(page.caption("repeats"), repeats), new FormRow(page.caption("epochs"), epochs))
                .export("table", Feather.FILE_TEXT, () -> desk.saveTable(NAME, table.csv()))
                .export("picture", Feather.DOWNLOAD, () -> desk.savePicture(NAME, result));
    }

    @Override
    public LabPage page() {
        return page;
    }

    @Override
    public void pulse() {
        news.poll().filter(_ -> run.runningProperty().get())
                .ifPresent(now -> run.progressProperty().set((double) now.done() / now.of()));
    }

    private void runPreset() {
        RunStart preset = Presets.named("iris-1layer").start();
        epochs.setValue(50);
        repeats.setValue(RateSweep.REPEATS);
        start(preset);
    }

    private void start(RunStart base) {
        RunSpec spec = base.spec();
        RunSpec limited = spec.withTraining(spec.training().withStop(spec.training().stop().withEpochs((int) epochs.getValue())));
        Sweep plan = RateSweep.plan(new RunStart(limited, base.weights()), RateSweep.COURSE, (int) repeats.getValue());
        String subject = Subject.of(limited);
        news.poll();
        run.start(subject, stop -> RateSweep.run(plan, System::nanoTime, stop, news::publish), done -> {
            show(done);
            return subject + ". " + best(RateSweep.rows(done));
        });
    }

    private static String best(List<RateSweep.Row> rows) {
        return rows.stream().filter(row -> row.trainLoss().count() > 0)
                .min(Comparator.comparingDouble(row -> judged(row).mean()))
                .map(row -> Texts.text("labs.rate-sweep.best", Notation.DECIMAL.write(row.rate())))
                .orElse(Texts.text("labs.optimizer-race.none"));
    }

    private static Spread judged(RateSweep.Row row) {
        return row.validationLoss().count() > 0 ? row.validationLoss() : row.trainLoss();
    }

    private void show(SweepTable done) {
        List<RateSweep.Row> rows = RateSweep.rows(done);
        table.show(rows);
        List<RateSweep.Row> drawn = rows.stream().sorted(Comparator.comparingDouble(RateSweep.Row::rate)).toList();
        List<CurveSeries> series = new ArrayList<>();
        series.add(CurveSeries.of(Texts.text("chart.train"), CurveSeries.TRAIN, band(drawn, RateSweep.Row::trainLoss)));
        if (rows.stream().anyMatch(row -> row.validationLoss().count() > 0)) {
            series.add(CurveSeries.of(
                    Texts.text("chart.validation"), CurveSeries.VALIDATION, band(drawn, RateSweep.Row::validationLoss)));
        }
        chart.show(series);
        page.filled();
    }

    private static Band band(List<RateSweep.Row> rows, Function<RateSweep.Row, Spread> spread) {
        double[] x = rows.stream().mapToDouble(RateSweep.Row::rate).toArray();
        double[] mean = rows.stream().mapToDouble(row -> spread.apply(row).mean()).toArray();
        double[] low = rows.stream().mapToDouble(row -> spread.apply(row).mean() - deviation(spread.apply(row))).toArray();
        double[] high = rows.stream().mapToDouble(row -> spread.apply(row).mean() + deviation(spread.apply(row))).toArray();
        return new Band(Curve.of(x, mean), Curve.of(x, low), Curve.of(x, high));
    }

    private static double deviation(Spread spread) {
        return Double.isNaN(spread.std()) ? 0 : spread.std();
    }

    private static List<LabTable.Column<RateSweep.Row>> columns() {
        return List.of(
                LabTable.Column.of("rate", 80, row -> Notation.DECIMAL.write(row.rate())),
                LabTable.Column.of("train-loss", 130, row -> plusMinus("%.4f", 1, row.trainLoss())),
                LabTable.Column.of("validation-loss", 130, row -> plusMinus("%.4f", 1, row.validationLoss())),
                LabTable.Column.of("validation-accuracy", 130, row -> plusMinus("%.1f", 100, row.validationAccuracy())),
                LabTable.Column.of("runs", 60, row -> Integer.toString(row.runs())),
                LabTable.Column.of("diverged", 80, row -> Integer.toString(row.diverged()), row -> row.diverged() > 0 ? "bad" : ""));
    }

    private static String plusMinus(String format, double factor, Spread spread) {
        if (spread.count() == 0) {
            return "–";
        }
        String mean = String.format(Locale.ROOT, format, factor * spread.mean());
        return spread.count() == 1 ? mean : mean + " ± " + String.format(Locale.ROOT, format, factor * spread.std());
    }
}
