package mlpexplorer.ui.charts;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;

/// Writes pictures of charts in every state into a folder (first argument), to be looked at.
public final class ChartGallery {
    private static final ChartText LOSS = new ChartText("Loss", "epoch", "Click Train to see the loss fall");
    private static final ChartText ACCURACY = new ChartText("Accuracy", "epoch", "Click Train to see the accuracy rise");

    private final Path folder;
    private final Theme theme;
    private final String name;

    private ChartGallery(Path folder, Theme theme, String name) {
        this.folder = folder;
        this.theme = theme;
        this.name = name;
    }

    static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {
            new ChartGallery(folder, new PrimerLight(), "light").paint();
            new ChartGallery(folder, new PrimerDark(), "dark").paint();
            done.countDown();
        });
        done.await();
        Platform.exit();
    }

    private void paint() {
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
        both("empty", () -> show(loss(), List.of()));
        both("first", () -> show(loss(), series(losses(1))));
        both("three", () -> show(loss(), series(losses(3))));
        both("500", () -> show(loss(), series(losses(500))));
        both("log", () -> {
            ChartView view = loss();
            view.chart().logYProperty().set(true);
            return show(view, series(losses(500)));
        });
        both("million", () -> show(loss(), series(losses(1_000_000))));
        both("accuracy", () -> show(accuracy(), series(accuracies(500))));
        both("all", () -> {
            ChartView view = loss();
            view.chart().marks(List.of(new Mark(90, "rate 0.1"), new Mark(100, "rate 0.03"), new Mark(210, "λ 0.001"), new Mark(480, "rate 0.01"),
                    Mark.point(226, 0.2, "best", CurveSeries.VALIDATION)));
            List<CurveSeries> all = new ArrayList<>(ghosts(400));
            all.addAll(series(losses(500)));
            view.chart().cursorXProperty().set(130);
            return show(view, all);
        });
        both("hover-right", () -> {
            ChartView view = accuracy();
            view.chart().cursorXProperty().set(19_000);
            return show(view, series(accuracies(20_000)));
        });
        both("band", () -> show(loss(), List.of(
                CurveSeries.of("train", CurveSeries.TRAIN, band(0.02, 0)), CurveSeries.of("validation", CurveSeries.VALIDATION, band(0.1, 50)))));
        both("smoothed", () -> {
            ChartView view = loss();
            view.chart().smoothingProperty().set(0.9);
            view.chart().cursorXProperty().set(130);
            return show(view, series(losses(500)));
        });
        both("zoomed", () -> {
            ChartView view = show(loss(), series(losses(500)));
            view.chart().show(new AxisRange(100, 220), new AxisRange(0.1, 0.35));
            return show(view, series(losses(500)));
        });
        both("zoomed-log", () -> {
            ChartView view = show(loss(), series(losses(500)));
            view.chart().logYProperty().set(true);
            view.chart().show(new AxisRange(100, 220), new AxisRange(0.11, 0.35));
            return show(view, series(losses(500)));
        });
        both("runs", () -> {
            ChartView view = loss();
            List<CurveSeries> all = new ArrayList<>(series(losses(300)));
            for (int run = 0; run < 12; run++) {
                all.add(new CurveSeries("validation", CurveSeries.VALIDATION, Curves.of(Curves.loss(400, 1.2, 0.05 + 0.03 * run, 0.02, run)), true)
                        .ofRun("run " + run).colored(Color.hsb(30 * run, 0.7, 0.8)));
            }
            all.addAll(ghosts(400).stream().map(ghost -> ghost.ofRun("Earlier run")).toList());
            view.chart().cursorXProperty().set(130);
            view.chart().marks(List.of(Mark.point(210, 0.2, "best", CurveSeries.VALIDATION), new Mark(280, "early stop")));
            return show(view, all);
        });
        both("gaps", () -> {
            double[][] y = losses(60);
            for (int i = 20; i < 26; i++) {
                y[0][i] = Double.NaN;
                y[1][i] = Double.POSITIVE_INFINITY;
            }
            y[2][40] = Double.NaN;
            y[2][42] = Double.NaN;
            return show(loss(), series(y));
        });
        save("tiny", 280, 140, 1, () -> show(loss(), series(losses(120))));
        save("scale-4", 420, 220, 4, () -> show(loss(), series(losses(500))));
        save("scale-2", 420, 220, 2, () -> show(loss(), series(losses(1_000_000))));
    }

    private static Band band(double end, long seed) {
        return Band.of(IntStream.range(0, 5)
                .mapToObj(run -> Curves.of(Curves.loss(400, 1.1, end * (1 + 0.4 * run), 0.05, seed + run)))
                .toList());
    }

    private static ChartView loss() {
        return withButtons(new ChartView(LOSS, Measure.LOSS));
    }

    private static ChartView accuracy() {
        return withButtons(new ChartView(ACCURACY, Measure.FRACTION));
    }

    private static ChartView withButtons(ChartView view) {
        Button save = new Button("Save");
        save.getStyleClass().addAll("flat", "small");
        view.toolbar().add(save);
        return view;
    }

    private static ChartView show(ChartView view, List<CurveSeries> series) {
        view.show(series);
        return view;
    }

    private static double[][] losses(int size) {
        return new double[][] {
            Curves.loss(size, 1.1, 0.02, 0.03, 1), Curves.loss(size, 1.12, 0.12, 0.05, 2), Curves.loss(size, 1.15, 0.16, 0.06, 3)
        };
    }

    private static double[][] accuracies(int size) {
        double[][] y = losses(size);
        for (double[] values : y) {
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.clamp(1.02 - values[i] * 0.6, 0, 1);
            }
        }
        return y;
    }

    private static List<CurveSeries> series(double[][] y) {
        return List.of(
                new CurveSeries("train", CurveSeries.TRAIN, Curves.of(y[0]), false),
                new CurveSeries("validation", CurveSeries.VALIDATION, Curves.of(y[1]), false),
                new CurveSeries("test", CurveSeries.TEST, Curves.of(y[2]), false));
    }

    private static List<CurveSeries> ghosts(int size) {
        return List.of(
                new CurveSeries("train", CurveSeries.TRAIN, Curves.of(Curves.loss(size, 1.3, 0.3, 0.01, 4)), true),
                new CurveSeries("validation", CurveSeries.VALIDATION, Curves.of(Curves.loss(size, 1.32, 0.36, 0.02, 5)), true),
                new CurveSeries("test", CurveSeries.TEST, Curves.of(Curves.loss(size, 1.35, 0.4, 0.02, 6)), true));
    }

    private void both(String what, Supplier<ChartView> chart) {
        save(what + "-small", 420, 220, 1, chart);
        save(what + "-large", 1200, 700, 1, chart);
    }

    private void save(String what, int width, int height, double scale, Supplier<ChartView> chart) {
        ChartView view = chart.get();
        Scene scene = new Scene(view, width, height);
        view.applyCss();
        view.layout();
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(scale, scale));
        WritableImage image = view.snapshot(parameters, new WritableImage((int) (width * scale), (int) (height * scale)));
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", folder.resolve(what + "-" + name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        scene.setRoot(new Group());
    }
}
