package mlpexplorer.ui.capacity;

import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import mlpexplorer.nn.Task;
import mlpexplorer.ui.concurrent.BackgroundJobs;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Section;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.controls.Tooltips;
import mlpexplorer.ui.workbench.Workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// A row of small boundaries below the model section, one for each size of the hidden layer that
/// was changed last. A click uses the size. Hidden for data without a plane.
public final class CapacityStrip extends VBox implements LivePart {
    private final Jobs jobs;
    private final CapacityViewModel model;
    private final HBox row = new HBox();
    private final Label note = new Label();
    private final List<CapacityCell> cells = new ArrayList<>();
    private final Section section;

    public CapacityStrip(Workbench workbench) {
        this(workbench, new BackgroundJobs("capacity", 1));
    }

    CapacityStrip(Workbench workbench, Jobs jobs) {
        this.jobs = jobs;
        model = new CapacityViewModel(workbench, jobs);
        row.setId("capacity-row");
        row.getStyleClass().add("capacity-row");
        note.setId("capacity-note");
        note.getStyleClass().add("caption-text");
        for (int i = 0; i < Sizes.COUNT; i++) {
            CapacityCell cell = new CapacityCell(model::apply);
            HBox.setHgrow(cell, Priority.ALWAYS);
            cells.add(cell);
        }
        row.getChildren().addAll(cells);
        section = new Section(ControlLabel.of("capacity.section", "capacity-section"), note, row);
        model.themeProperty().bind(Theme.observed(this));
        getStyleClass().add("capacity-strip");
        getChildren().add(section);
        managedProperty().bind(visibleProperty());
        model.wantedProperty().bind(section.expandedProperty());
        model.stripProperty().subscribe(this::show);
    }

    /// Whether the strip is expanded; a collapsed one does no work.
    public BooleanProperty expandedProperty() {
        return section.expandedProperty();
    }

    /// Starts pending work. Call once per pulse.
    @Override
    public void pulse(long now) {
        model.pulse(now);
    }

    @Override
    public void close() {
        jobs.close();
    }

    private void show(Optional<CapacityViewModel.Strip> strip) {
        setVisible(strip.isPresent());
        strip.ifPresent(shown -> {
            for (int i = 0; i < cells.size(); i++) {
                int size = shown.sizes().get(i);
                cells.get(i)
                        .show(
                                size,
                                size == shown.current(),
                                Optional.ofNullable(shown.trials().get(size)));
            }
            boolean validated =
                    shown.trials().values().stream().allMatch(TrainedCandidate::validated);
            boolean regression =
                    shown.trials().values().stream()
                            .anyMatch(trial -> trial.metric() == Task.Metric.R2);
            note.setText(
                    Messages.text(
                            (validated ? "capacity.note" : "capacity.note.train")
                                    + (regression ? ".r2" : ""),
                            shown.layer() + 1));
            section.summaryProperty()
                    .set(Messages.text("capacity.summary", shown.layer() + 1, shown.current()));
        });
    }

    /// One layer size with its boundary and accuracy.
    private static final class CapacityCell extends Button {
        private static final double SIDE = 46;
        private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

        private final WritableImage image =
                new WritableImage(CapacityViewModel.PIXELS, CapacityViewModel.PIXELS);
        private final ImageView picture = new ImageView(image);
        private Optional<TrainedCandidate> drawn = Optional.empty();
        private int size;

        CapacityCell(IntConsumer onChoice) {
            picture.setFitWidth(SIDE);
            picture.setFitHeight(SIDE);
            picture.setSmooth(true);
            StackPane frame = new StackPane(picture);
            frame.getStyleClass().add("capacity-picture");
            frame.setMinSize(SIDE, SIDE);
            setGraphic(frame);
            setContentDisplay(ContentDisplay.TOP);
            getStyleClass().add("capacity-cell");
            setMaxWidth(Double.MAX_VALUE);
            setMinWidth(0);
            setOnAction(_ -> onChoice.accept(size));
        }

        void show(int units, boolean current, Optional<TrainedCandidate> candidate) {
            size = units;
            setId("capacity-" + units);
            pseudoClassStateChanged(CURRENT, current);
            if (!candidate.equals(drawn)) {
                drawn = candidate;
                candidate.ifPresent(known ->
                        image.getPixelWriter()
                                .setPixels(
                                        0,
                                        0,
                                        CapacityViewModel.PIXELS,
                                        CapacityViewModel.PIXELS,
                                        PixelFormat.getIntArgbInstance(),
                                        known.argb(),
                                        0,
                                        CapacityViewModel.PIXELS));
            }
            picture.setVisible(candidate.isPresent());
            String right = candidate.map(CapacityCell::right).orElse("…");
            setText(units + "\n" + right);
            setAccessibleText(Messages.text("capacity.cell", units, right));
            Tooltips.explain(this, Messages.text("capacity.cell.tip", units, right));
        }

        private static String right(TrainedCandidate candidate) {
            return candidate.diverged()
                    ? Messages.text("capacity.diverged")
                    : candidate.metric().text(candidate.score());
        }
    }
}
