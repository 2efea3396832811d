package mlpexplorer.ui.sweep;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import mlpexplorer.data.Split;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SplitCache;
import mlpexplorer.experiment.sweep.FinishedRun;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.field.FieldImage;
import mlpexplorer.ui.field.FieldThumbnail;
import mlpexplorer.ui.field.VoteMap;
import mlpexplorer.ui.sweep.GridPage.TitledSheet;
import mlpexplorer.ui.sweep.ResultView.SweepViewState;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// The repeats of the selected cell: the votes of their boundaries, and mean ± standard deviation
/// of their curves. Diverged repeats are omitted.
final class SeedsView implements ResultView {
    private static final int PIXELS = 480;

    /// Height of three lines.
    private static final double NOTE = 52;

    private final IntFunction<Optional<FinishedRun>> details;
    private final Jobs jobs;
    private final SplitCache splits = new SplitCache();
    private final FieldImage votes = new FieldImage();
    private final Region square = new Square(votes);
    private final Label note = new Label();
    private final RepeatCharts charts = new RepeatCharts();
    private final TitledSheet sheet;
    private Optional<VoteRequest> painted = Optional.empty();
    private Optional<VoteRequest> wanted = Optional.empty();
    private boolean drawing;
    private int shown;

    /// The input of a vote map; equal inputs give the same picture.
    private record VoteRequest(RunSpec spec, List<Parameters> voters, Theme theme) {
        boolean looksLike(VoteRequest other) {
            return theme == other.theme && voters.equals(other.voters);
        }
    }

    /// The space for a square picture.
    private static final class Square extends Region {
        private final FieldImage image;

        Square(FieldImage image) {
            this.image = image;
            getChildren().add(image);
        }

        @Override
        protected void layoutChildren() {
            double side = Math.min(getWidth(), getHeight());
            image.place((getWidth() - side) / 2, 0, side);
        }
    }

    SeedsView(IntFunction<Optional<FinishedRun>> details, Jobs jobs) {
        this.details = details;
        this.jobs = jobs;
        note.getStyleClass().add("caption-text");
        note.setWrapText(true);
        note.setAlignment(Pos.TOP_LEFT);
        note.setMinHeight(NOTE);
        note.setPrefHeight(NOTE);
        VBox left = new VBox(square, note);
        left.getStyleClass().add("sweep-votes");
        left.setAlignment(Pos.TOP_CENTER);
        VBox.setVgrow(square, Priority.ALWAYS);
        VBox right = new VBox(charts.loss(), charts.accuracy());
        right.getStyleClass().add("learning-curves");
        VBox.setVgrow(charts.loss(), Priority.ALWAYS);
        VBox.setVgrow(charts.accuracy(), Priority.ALWAYS);
        for (Region half : List.of(left, right)) {
            half.setPrefWidth(0);
            half.setMinWidth(0);
            HBox.setHgrow(half, Priority.ALWAYS);
        }
        HBox halves = new HBox(left, right);
        halves.getStyleClass().add("sweep-halves");
        VBox.setVgrow(halves, Priority.ALWAYS);
        sheet = new TitledSheet("sweep-seeds-sheet", halves);
    }

    @Override
    public String name() {
        return "seeds";
    }

    @Override
    public Region node() {
        return sheet;
    }

    @Override
    public boolean compares() {
        return false;
    }

    @Override
    public void show(SweepViewState state) {
        List<FinishedRun> runs =
                state.cell().rows().stream()
                        .filter(row -> !row.diverged())
                        .flatMap(row -> details.apply(row.run().index()).stream())
                        .toList();
        String description = state.plane().description(state.selected());
        sheet.title(
                Messages.text(
                        "sweep.seeds.title",
                        description.isEmpty() ? 0 : 1,
                        description,
                        runs.size()));
        Task.Metric metric = state.table().metric();
        int current = ++shown;
        jobs.run(
                () ->
                        RepeatCharts.Bands.of(
                                runs, state.table().sweep().base().spec().training().logEvery()),
                bands -> {
                    if (current == shown) {
                        charts.show(bands, metric);
                    }
                },
                failure -> {
                    throw new IllegalStateException(failure);
                });
        wanted =
                state.cell().rows().stream()
                        .findFirst()
                        .filter(_ -> !runs.isEmpty())
                        .map(row ->
                                new VoteRequest(
                                        row.run().start().spec(),
                                        runs.stream().map(FinishedRun::parameters).toList(),
                                        state.theme()));
        if (wanted.isEmpty()) {
            votes.clear();
            note.setText("");
            painted = Optional.empty();
        }
    }

    @Override
    public void pulse() {
        boolean changed =
                wanted.filter(request -> painted.filter(request::looksLike).isEmpty()).isPresent();
        if (changed && !drawing) {
            VoteRequest request = wanted.orElseThrow();
            drawing = true;
            jobs.run(() -> count(request), map -> counted(request, map), _ -> drawing = false);
        }
    }

    private Optional<VoteMap> count(VoteRequest request) {
        Split split = splits.split(request.spec());
        return FieldThumbnail.shows(split.dataset())
                ? Optional.of(
                        VoteMap.draw(
                                request.spec().mlp(split.shape()),
                                request.voters(),
                                split,
                                request.theme(),
                                PIXELS))
                : Optional.empty();
    }

    private void counted(VoteRequest request, Optional<VoteMap> map) {
        drawing = false;
        painted = Optional.of(request);
        map.ifPresentOrElse(
                drawn -> {
                    votes.paint(drawn.argb(), drawn.pixels());
                    note.setText(
                            switch (request.spec().data().metric()) {
                                case ACCURACY ->
                                        Messages.text(
                                                "sweep.seeds.note",
                                                request.voters().size(),
                                                Numbers.percent(drawn.disagreement()));
                                case R2 ->
                                        Messages.text(
                                                "sweep.seeds.note.r2",
                                                request.voters().size(),
                                                Numbers.number(drawn.disagreement()));
                            });
                },
                () -> {
                    votes.clear();
                    note.setText(Messages.text("sweep.no-plane"));
                });
    }
}
