package mlpexplorer.ui.sweep;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import mlpexplorer.experiment.sweep.SweepCell;
import mlpexplorer.experiment.sweep.SweepMeasure;
import mlpexplorer.ui.fx.Caption;
import mlpexplorer.ui.fx.IconButtons;
import mlpexplorer.ui.workbench.Texts;
import org.kordamp.ikonli.feather.Feather;

/// The line below the views: the values of the selected cell, and a button that opens its run.
final class CellDetail extends HBox {
    private final Label where = new Label();
    private final Label numbers = new Label();
    private final Button open;

    CellDetail(Runnable onOpen) {
        open = IconButtons.labelled(
                Feather.EXTERNAL_LINK,
                new Caption(Texts.text("sweep.open"), "sweep-open-button", Texts.text("sweep.open.tip")), onOpen);
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

    void show(Showing showing) {
        SweepCell cell = showing.cell();
        String words = showing.plane().words(cell.index());
        where.setText(words.isEmpty() ? Texts.text("sweep.detail.base") : words);
        numbers.setText(cell.rows().isEmpty()
                ? Texts.text("sweep.detail.waiting")
                : Texts.text(
                        "sweep.detail", text(cell, SweepMeasure.TRAIN_ACCURACY), text(cell, SweepMeasure.VALIDATION_ACCURACY),
                        text(cell, SweepMeasure.VALIDATION_LOSS), cell.rows().size(), cell.diverged()));
        open.setDisable(cell.rows().isEmpty());
    }

    private static String text(SweepCell cell, SweepMeasure measure) {
        return Measures.text(measure, cell.spread(measure));
    }
}
