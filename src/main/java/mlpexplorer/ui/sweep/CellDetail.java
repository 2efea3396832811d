package mlpexplorer.ui.sweep;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import mlpexplorer.experiment.sweep.SweepCell;
import mlpexplorer.experiment.sweep.SweepMeasure;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Messages;

import org.kordamp.ikonli.feather.Feather;

/// The line below the views: the values of the selected cell, and a button that opens its run.
final class CellDetail extends HBox {
    private final Label where = new Label();
    private final Label numbers = new Label();
    private final Button open;

    CellDetail(Runnable onOpen) {
        open =
                IconButtons.labelled(
                        Feather.EXTERNAL_LINK,
                        new ControlLabel(
                                Messages.text("sweep.open"),
                                "sweep-open-button",
                                Messages.text("sweep.open.tip")),
                        onOpen);
        getStyleClass().add("sweep-detail");
        setId("sweep-detail");
        where.getStyleClass().add("strong");
        where.setMinWidth(Region.USE_PREF_SIZE);
        numbers.getStyleClass().add("caption-text");
        numbers.setId("sweep-detail-numbers");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        open.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(where, numbers, gap, open);
    }

    void show(SweepViewState state) {
        SweepCell cell = state.cell();
        String words = state.plane().words(cell.index());
        where.setText(words.isEmpty() ? Messages.text("sweep.detail.base") : words);
        numbers.setText(
                cell.rows().isEmpty()
                        ? Messages.text("sweep.detail.waiting")
                        : Messages.text(
                                "sweep.detail",
                                text(cell, SweepMeasure.TRAIN_ACCURACY),
                                text(cell, SweepMeasure.VALIDATION_ACCURACY),
                                text(cell, SweepMeasure.VALIDATION_LOSS),
                                cell.rows().size(),
                                cell.diverged()));
        open.setDisable(cell.rows().isEmpty());
    }

    private static String text(SweepCell cell, SweepMeasure measure) {
        return MetricText.text(measure, cell.spread(measure));
    }
}
