package mlpexplorer.ui.files;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.workbench.Notice;
import mlpexplorer.ui.workbench.Workbench;

import org.kordamp.ikonli.feather.Feather;

/// A banner above the plots with an error message too long for the status line. Disappears when
/// dismissed or replaced.
public final class ErrorBanner extends HBox {
    private final Label text = new Label();

    public ErrorBanner(Workbench workbench) {
        setId("problem-note");
        getStyleClass().add("problem-note");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        text.setId("problem-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        setHgrow(text, Priority.ALWAYS);
        ControlLabel caption = ControlLabel.of("problem.close", "problem-close");
        Button close = IconButtons.icon(Feather.X, caption, () -> setVisible(false));
        getChildren().addAll(text, close);
        managedProperty().bind(visibleProperty());
        workbench
                .notice()
                .messageProperty()
                .subscribe(message -> show(workbench.notice().toneProperty().get(), message));
    }

    private void show(Notice.Level level, String message) {
        text.setText(message);
        setVisible(level.needsNote(message));
    }
}
