package mlpexplorer.ui.labs;

import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

import mlpexplorer.data.Split;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecText;
import mlpexplorer.experiment.labs.WorkedSample;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.SampleTrace;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.controls.FormRow;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.NumberField;
import mlpexplorer.ui.controls.NumberRange;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.field.FieldImage;
import mlpexplorer.ui.field.FieldThumbnail;
import mlpexplorer.ui.field.PlaneChoice;
import mlpexplorer.ui.field.PlaneView;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// One training row as arithmetic, from its features to the loss and back to the gradients. A click
/// on a point selects its row.
final class MicroscopeLab implements Lab {
    private static final int MAX_ROWS = 10_000_000;

    private final LabContext context;
    private final LabRun run;
    private final LabRun trace;
    private final VBox steps = new VBox();
    private final VBox points = new VBox();
    private final NumberField row;
    private final SamplePlot plot;
    private final LabPage page;
    private Optional<Place> place = Optional.empty();
    private String text = "";

    /// A network with its data.
    private record Place(String subject, Mlp mlp, Parameters parameters, Split split) {

        WorkedSample worked(int row) {
            return new WorkedSample(
                    mlp,
                    parameters,
                    SampleTrace.of(mlp, parameters, split.train(), row),
                    split.dataset().classNames(),
                    split.scaling().inputs().isEmpty() ? List.of() : split.inputNames());
        }
    }

    MicroscopeLab(LabContext context) {
        this.context = context;
        run = new LabRun(context.jobs());
        trace = new LabRun(context.jobs());
        plot = new SamplePlot(context.jobs(), this::pick);
        steps.setId("lab-microscope-steps");
        steps.getStyleClass().add("lab-steps");
        HBox.setHgrow(steps, Priority.ALWAYS);
        Label hint = new Label(Messages.text("labs.microscope.hint"));
        hint.getStyleClass().add("lab-source");
        hint.setWrapText(true);
        points.getChildren().addAll(plot, hint);
        points.getStyleClass().add("lab-steps");
        points.setMaxWidth(plot.getPrefWidth());
        points.setVisible(false);
        HBox result = new HBox(points, steps);
        result.getStyleClass().add("lab-result");
        page = new LabPage("microscope", result);
        row = new NumberField(page.caption("row"), NumberRange.integers(1, MAX_ROWS));
        row.setCheck(value ->
                place.filter(now -> value > now.split().train().rows())
                        .map(now ->
                                Messages.text("labs.microscope.rows", now.split().train().rows()))
                        .orElse(""));
        row.valueProperty().addListener((_, _, now) -> show(now.intValue() - 1));
        page.runs(run, this::runExperiment, this::showExample)
                .settings(new FormRow(page.caption("row"), row))
                .export("text", Feather.FILE_TEXT, () -> context.saveText("microscope", text))
                .export(
                        "picture",
                        Feather.DOWNLOAD,
                        () -> context.savePicture("microscope", result));
    }

    @Override
    public LabPage page() {
        return page;
    }

    @Override
    public void showExample() {
        prepare(Presets.named(Presets.WORKED_EXAMPLE).start());
    }

    @Override
    public void pulse() {
        plot.pulse();
    }

    private void runExperiment() {
        Optional<Frame> frame = context.frame();
        if (frame.isPresent()) {
            Frame now = frame.get();
            String subject =
                    Messages.text(
                            "labs.gradient-check.trained",
                            SpecText.dataAndModel(context.workbench().spec()),
                            now.epoch());
            take(new Place(subject, now.mlp(), now.parameters(), now.split()));
        } else {
            prepare(context.experiment());
        }
    }

    private void prepare(RunStart start) {
        String subject =
                Messages.text("labs.gradient-check.fresh", SpecText.dataAndModel(start.spec()));
        run.start(
                subject,
                _ -> {
                    Split split = start.spec().splitData();
                    return new Place(
                            subject,
                            start.spec().mlp(split.shape()),
                            start.initial(split.shape()),
                            split);
                },
                made -> {
                    take(made);
                    return message(made);
                });
    }

    private void take(Place now) {
        place = Optional.of(now);
        points.setVisible(true);
        page.metric(now.mlp().task().metric());
        if (row.getValue() > now.split().train().rows()) {
            row.setValue(1);
        } else {
            show((int) row.getValue() - 1);
        }
        run.setStatus(message(now));
    }

    private static String message(Place now) {
        return Messages.text("labs.microscope.subject", now.subject(), now.split().train().rows());
    }

    private void pick(int picked) {
        row.setValue(picked + 1);
    }

    private void show(int wanted) {
        place.ifPresent(now -> {
            plot.show(now.mlp(), now.parameters(), now.split(), wanted);
            trace.start(
                    "",
                    _ -> now.worked(wanted),
                    worked -> {
                        show(worked);
                        return "";
                    });
        });
    }

    private void show(WorkedSample worked) {
        text = worked.text();
        steps.getChildren().setAll(worked.forward().stream().map(MicroscopeLab::card).toList());
        steps.getChildren().addAll(worked.backward().stream().map(MicroscopeLab::card).toList());
        page.filled();
    }

    private static Node card(WorkedSample.Step step) {
        Label title = new Label(step.title());
        title.getStyleClass().add("lab-step-title");
        Label formula = new Label(step.formula());
        formula.getStyleClass().add("lab-source");
        Label lines = new Label(String.join("\n", step.lines()));
        lines.getStyleClass().add("lab-step-lines");
        lines.setWrapText(true);
        for (Label label : List.of(title, formula, lines)) {
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        HBox head = new HBox(title, formula);
        head.getStyleClass().add("lab-step-head");
        VBox card = new VBox(head, lines);
        card.getStyleClass().add("lab-step");
        return card;
    }

    /// A boundary with its training points; the one nearest to the last click is circled. Blank for
    /// data without a plane.
    private static final class SamplePlot extends Region {
        private static final int PIXELS = 520;
        private static final double SIDE = 260;

        private final Jobs jobs;
        private final IntConsumer onPick;
        private final FieldImage image = new FieldImage();
        private final Circle ring = new Circle(8);

        /// Larger data has no plane that is found immediately.
        private static final int MAX_VALUES = 300_000;

        private Optional<PlaneView> plane = Optional.empty();
        private Optional<Drawing> shown = Optional.empty();

        private record Drawing(Mlp mlp, Parameters parameters, Split split, Theme theme) {}

        /// @param onPick receives the clicked training row
        SamplePlot(Jobs jobs, IntConsumer onPick) {
            this.jobs = jobs;
            this.onPick = onPick;
            setId("lab-microscope-plot");
            getStyleClass().addAll("boundary-frame", "sample-plot");
            setMinSize(SIDE, SIDE);
            setPrefSize(SIDE, SIDE);
            setMaxSize(SIDE, SIDE);
            ring.getStyleClass().add("sample-ring");
            ring.setManaged(false);
            ring.setMouseTransparent(true);
            ring.setVisible(false);
            image.place(0, 0, SIDE);
            getChildren().addAll(image, ring);
        }

        /// Draws the field in the background, and circles training row `row` immediately.
        void show(Mlp mlp, Parameters parameters, Split split, int row) {
            boolean drawn = FieldThumbnail.shows(split.dataset());
            if (shown.filter(now -> now.split() == split).isEmpty()) {
                plane = drawn ? plane(split) : Optional.empty();
            }
            ring.setVisible(plane.isPresent());
            setCursor(plane.isPresent() ? Cursor.CROSSHAIR : Cursor.DEFAULT);
            if (!drawn) {
                shown = Optional.empty();
                image.clear();
                setOnMouseClicked(_ -> {});
                return;
            }
            plane.ifPresent(view -> place(view, row));
            setOnMouseClicked(
                    event -> plane.ifPresent(view -> onPick.accept(nearest(view, split, event))));
            draw(new Drawing(mlp, parameters, split, Theme.of(this)));
        }

        /// Redraws if the theme has changed.
        void pulse() {
            Theme theme = Theme.of(this);
            shown.filter(now -> now.theme() != theme)
                    .ifPresent(now ->
                            draw(new Drawing(now.mlp(), now.parameters(), now.split(), theme)));
        }

        private void draw(Drawing wanted) {
            shown = Optional.of(wanted);
            FieldThumbnail thumbnail = new FieldThumbnail(PIXELS, wanted.theme());
            jobs.run(
                    () -> thumbnail.draw(wanted.mlp(), wanted.parameters(), wanted.split()),
                    argb -> {
                        if (shown.filter(now -> now == wanted).isPresent()) {
                            image.paint(argb, PIXELS);
                        }
                    },
                    failure ->
                            System.getLogger(SamplePlot.class.getName())
                                    .log(System.Logger.Level.ERROR, "No boundary", failure));
        }

        /// The training part comes first in the order of a split.
        private void place(PlaneView view, int row) {
            ring.setCenterX(SIDE * view.home().across(view.points().x()[row]));
            ring.setCenterY(SIDE * view.home().down(view.points().y()[row]));
        }

        private static Optional<PlaneView> plane(Split split) {
            int columns = split.dataset().samples().columns();
            return (long) columns * columns * split.dataset().rows() > MAX_VALUES
                    ? Optional.empty()
                    : Optional.of(PlaneView.of(split, PlaneChoice.defaults(columns)));
        }

        private static int nearest(PlaneView view, Split split, MouseEvent event) {
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int row = 0; row < split.train().rows(); row++) {
                double dx = SIDE * view.home().across(view.points().x()[row]) - event.getX();
                double dy = SIDE * view.home().down(view.points().y()[row]) - event.getY();
                if (dx * dx + dy * dy < least) {
                    least = dx * dx + dy * dy;
                    best = row;
                }
            }
            return best;
        }
    }
}
