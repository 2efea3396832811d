package mlpexplorer.ui.runs;

import javafx.geometry.Point2D;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

import mlpexplorer.data.Split;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.nn.landscape.WeightPath;
import mlpexplorer.nn.landscape.WeightPlane;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.controls.ChoiceConverter;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.export.ExportablePicture;
import mlpexplorer.ui.export.Exports;
import mlpexplorer.ui.field.Landscape;
import mlpexplorer.ui.field.LandscapeChart;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/// The paths of the selected and pinned runs on one loss landscape, each in the color of its run.
/// The database does not keep the weights of every epoch, so the runs are trained again in the
/// background.
final class LandscapePane extends HBox implements RunPane {
    static final int MAX_RUNS = 8;

    private static final String STYLESHEET =
            Objects.requireNonNull(
                            LandscapePane.class.getResource("/mlpexplorer/ui/landscape.css"),
                            "landscape.css is missing")
                    .toExternalForm();

    /// Longer trainings are not repeated without being asked for.
    private static final double MAX_SECONDS = 120;

    private static final double SIDE = 260;
    private static final int MAX_STEPS = 60;

    private final RunsViewModel model;
    private final Jobs jobs;
    private final LandscapeChart chart = new LandscapeChart();
    private final Label message = new Label();
    private final Label caption = new Label();
    private final Label reading = new Label();
    private final ComboBox<WeightPlane.Kind> plane;
    private final VBox legend = new VBox();
    private final HBox buttons = new HBox();
    private List<RunSummary> shown = List.of();
    private List<Kept> trained = List.of();
    private Theme drawn = Theme.LIGHT;
    private Optional<Jobs.Job> job = Optional.empty();
    private Optional<Landscape> landscape = Optional.empty();

    /// @param jobs trains
    LandscapePane(RunsViewModel model, Jobs jobs, Exports exports) {
        this.model = model;
        this.jobs = jobs;
        getStylesheets().add(STYLESHEET);
        getStyleClass().addAll("run-pane", "runs-landscape");
        chart.setId("runs-landscape-chart");
        message.setId("runs-landscape-message");
        message.getStyleClass().add("landscape-message");
        message.setWrapText(true);
        caption.setId("runs-landscape-caption");
        caption.getStyleClass().add("landscape-caption");
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        legend.setId("runs-landscape-legend");
        legend.getStyleClass().add("runs-landscape-legend");
        StackPane plot = new StackPane(chart, message);
        plot.setMinHeight(0);
        setHgrow(plot, Priority.ALWAYS);
        buttons.getStyleClass().add("no-picture");
        buttons.getChildren()
                .addAll(
                        IconButtons.icon(Feather.FILE_TEXT, label("csv"), () -> saveTable(exports)),
                        IconButtons.icon(
                                Feather.DOWNLOAD, label("picture"), () -> savePicture(exports)));
        reading.setId("runs-landscape-reading");
        reading.getStyleClass().addAll("landscape-reading", "no-picture");
        chart.addEventHandler(
                MouseEvent.MOUSE_MOVED, event -> read(chart.placeAt(event.getX(), event.getY())));
        chart.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> read(Optional.empty()));
        plane = label("plane").describe(new ComboBox<>());
        plane.getItems().setAll(WeightPlane.Kind.values());
        plane.setConverter(new ChoiceConverter<>(kind -> Messages.text("landscape.plane." + kind)));
        plane.setValue(WeightPlane.Kind.PRINCIPAL);
        plane.valueProperty()
                .addListener(_ -> landscape.ifPresentOrElse(this::replace, this::trainAgain));
        plane.getStyleClass().add("no-picture");
        VBox side = new VBox(plane, buttons, legend, caption, reading);
        side.setMinWidth(SIDE);
        side.setMaxWidth(SIDE);
        getChildren().addAll(plot, side);
        say(Messages.text("runs.landscape.select"));
    }

    private static ControlLabel label(String name) {
        return ControlLabel.of("runs.landscape." + name, "runs-landscape-" + name);
    }

    /// A stored run.
    ///
    /// @param changed whether settings or weights were changed while it trained, or it continues
    ///   another run, so that training again would not repeat it
    /// @param end its stored weights
    private record Kept(RunSummary run, RunStart start, boolean changed, Optional<Parameters> end) {
        static Kept of(RunStore store, RunSummary run) {
            return new Kept(
                    run,
                    store.start(run.id()),
                    !store.changes(run.id()).isEmpty() || run.origin().isPresent(),
                    store.parameters(run.id()));
        }

        RunSpec spec() {
            return start.spec();
        }

        boolean fits(Kept other) {
            return spec().splitKey().equals(other.spec().splitKey())
                    && spec().model().hidden().equals(other.spec().model().hidden())
                    && spec().model().activation().equals(other.spec().model().activation());
        }

        Landscape.Run path(Split split, BooleanSupplier stop) {
            return new Landscape.Run(
                    RunText.heading(run),
                    RunText.rgb(run),
                    changed && end.isPresent() ? ends(split, end.get()) : trained(split, stop));
        }

        private WeightPath ends(Split split, Parameters last) {
            return new WeightPath(
                    List.of(
                            new WeightPath.Step(0, start.initial(split.shape())),
                            new WeightPath.Step(run.progress().metrics().epoch(), last)));
        }

        /// Time limits of the run do not end it, but its number of epochs does.
        private WeightPath trained(Split split, BooleanSupplier stop) {
            RunLoop loop = new RunLoop(start, split, () -> 0);
            loop.stopAtOnce();
            long epochs = run.progress().epochs();
            long stride = Math.max(1, Math.ceilDiv(epochs, MAX_STEPS));
            List<WeightPath.Step> steps = new ArrayList<>();
            steps.add(new WeightPath.Step(0, start.initial(split.shape())));
            for (long epoch = 1;
                    epoch <= epochs && !loop.isFinished() && !stop.getAsBoolean();
                    epoch++) {
                loop.epoch(stop);
                if (!stop.getAsBoolean()
                        && (epoch % stride == 0 || epoch == epochs || loop.isFinished())) {
                    steps.add(new WeightPath.Step(epoch, loop.result().parameters()));
                }
            }
            return new WeightPath(steps);
        }
    }

    @Override
    public void show(Chosen chosen) {
        List<RunSummary> runs = chosen.first(MAX_RUNS);
        Theme theme = Theme.of(this);
        if (runs.equals(shown) && theme == drawn) {
            return;
        }
        shown = runs;
        drawn = theme;
        job.ifPresent(Jobs.Job::cancel);
        job = Optional.empty();
        trained = List.of();
        double seconds = runs.stream().mapToDouble(run -> run.progress().seconds()).sum();
        if (runs.isEmpty()) {
            say(Messages.text("runs.landscape.select"));
        } else if (seconds > MAX_SECONDS) {
            say(Messages.text("runs.landscape.long", Numbers.duration(seconds)));
        } else {
            say(Messages.text("runs.landscape.training", runs.size()));
            model.ask(
                    store -> runs.stream().map(run -> Kept.of(store, run)).toList(),
                    kept -> {
                        if (runs.equals(shown) && theme == drawn) {
                            train(kept);
                        }
                    });
        }
    }

    private void train(List<Kept> kept) {
        Kept first = kept.getFirst();
        Optional<Kept> other = kept.stream().filter(one -> !one.fits(first)).findFirst();
        if (other.isPresent()) {
            say(
                    Messages.text(
                            "runs.landscape.differ",
                            RunText.heading(first.run()),
                            RunText.heading(other.get().run())));
            return;
        }
        Theme theme = drawn;
        WeightPlane.Kind kind = plane.getValue();
        trained = kept;
        run(() -> compute(kept, kind, theme));
    }

    private void trainAgain() {
        if (!trained.isEmpty()) {
            train(trained);
        }
    }

    /// Shows the same paths on the chosen plane.
    private void replace(Landscape before) {
        Landscape.Request wanted = before.request().withKind(plane.getValue());
        if (wanted.kind() != before.request().kind()) {
            run(() -> wanted.compute(Thread.currentThread()::isInterrupted));
        }
    }

    private void run(Callable<Optional<Landscape>> work) {
        job.ifPresent(Jobs.Job::cancel);
        job =
                Optional.of(
                        jobs.run(
                                work,
                                found -> found.ifPresent(this::show),
                                failure -> say(UserError.message(failure))));
    }

    private static Optional<Landscape> compute(
            List<Kept> kept, WeightPlane.Kind kind, Theme theme) {
        BooleanSupplier stop = Thread.currentThread()::isInterrupted;
        Kept first = kept.getFirst();
        Split split = first.spec().splitData();
        List<Landscape.Run> runs = new ArrayList<>();
        for (Kept one : kept) {
            runs.add(one.path(split, stop));
        }
        return stop.getAsBoolean()
                ? Optional.empty()
                : new Landscape.Request(
                                first.spec().mlp(split.shape()),
                                runs,
                                kind,
                                runs.getFirst().path().last(),
                                split.train(),
                                commonPenalty(kept).orElseGet(Regularizer.None::new),
                                1,
                                1,
                                theme)
                        .compute(stop);
    }

    /// The penalty, if it is that of all runs.
    private static Optional<Regularizer> commonPenalty(List<Kept> kept) {
        List<Regularizer> penalties =
                kept.stream().map(one -> one.spec().training().regularizer()).distinct().toList();
        return penalties.size() == 1 ? Optional.of(penalties.getFirst()) : Optional.empty();
    }

    private void show(Landscape found) {
        List<Kept> kept = trained;
        draw(Optional.of(found));
        replace(found);
        message.setVisible(false);
        legend.getChildren().setAll(kept.stream().map(one -> entry(one.run())).toList());
        StringBuilder text =
                new StringBuilder(
                        switch (found.plane().kind()) {
                            case PRINCIPAL ->
                                    Messages.text(
                                            "runs.landscape.caption",
                                            Numbers.percent(found.plane().acrossShare()),
                                            Numbers.percent(found.plane().upShare()));
                            case RANDOM -> Messages.text("runs.landscape.caption.RANDOM");
                            case LINE -> Messages.text("runs.landscape.caption.LINE");
                        });
        if (commonPenalty(kept).isEmpty()) {
            text.append(' ').append(Messages.text("runs.landscape.penalties"));
        }
        kept.stream()
                .filter(Kept::changed)
                .forEach(one ->
                        text.append(' ')
                                .append(Messages.text("runs.landscape.ends", one.run().id())));
        caption.setText(text.toString());
        chart.setAccessibleText(caption.getText());
    }

    private static Label entry(RunSummary run) {
        Label entry = new Label(RunText.heading(run), new Circle(4, RunText.color(run)));
        entry.setWrapText(true);
        return entry;
    }

    private void say(String text) {
        draw(Optional.empty());
        message.setText(text);
        message.setVisible(true);
        legend.getChildren().clear();
        caption.setText("");
    }

    private void draw(Optional<Landscape> found) {
        landscape = found;
        buttons.setDisable(found.isEmpty());
        boolean line = found.filter(known -> known.grid().rows() == 1).isPresent();
        chart.show(
                found,
                Messages.text(line ? "landscape.axis.line" : "landscape.axis.x"),
                Messages.text(line ? "landscape.axis.loss" : "landscape.axis.y"));
        read(Optional.empty());
    }

    private void read(Optional<Point2D> place) {
        chart.cursor(place);
        reading.setText(place.flatMap(at -> landscape.map(known -> known.reading(at))).orElse(""));
    }

    private void saveTable(Exports exports) {
        landscape.ifPresent(
                known -> exports.files().save("runs-landscape.csv", known.table("train_loss")));
    }

    private void savePicture(Exports exports) {
        exports.pictures().accept(new ExportablePicture("runs-landscape", this, chart::density));
    }
}
