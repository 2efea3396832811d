package mlpexplorer.ui.data;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import mlpexplorer.data.DataSpec;
import mlpexplorer.ui.fx.Caption;
import mlpexplorer.ui.workbench.Texts;

/// Rows of thumbnails, one a dataset, drawn from the data themselves.
final class DatasetPicker extends GridPane {
    private static final List<DataSpec> CHOICES = List.of(
            new DataSpec.Circles(160, 0), new DataSpec.Moons(160, 0), new DataSpec.Spiral(160, 3, 1, 0),
            new DataSpec.Gaussians(160, 3, 0), new DataSpec.Xor(160, 0), new DataSpec.XorTable(), new DataSpec.Iris());
    private static final int COLUMNS = 4;

    private final ToggleGroup group = new ToggleGroup();

    DatasetPicker(DataViewModel model) {
        getStyleClass().add("dataset-picker");
        setId("dataset-picker");
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            getColumnConstraints().add(column);
        }
        for (int i = 0; i < CHOICES.size(); i++) {
            DataSpec choice = CHOICES.get(i);
            ToggleButton button = button(choice);
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.pick(choice);
            });
            add(button, i % COLUMNS, i / COLUMNS);
        }
    }

    /// Marks the thumbnail of `data`'s kind, if there is one.
    void show(DataSpec data) {
        for (int i = 0; i < CHOICES.size(); i++) {
            ((ToggleButton) getChildren().get(i)).setSelected(CHOICES.get(i).getClass() == data.getClass());
        }
    }

    private ToggleButton button(DataSpec choice) {
        String kind = choice.getClass().getSimpleName();
        Caption caption = new Caption(
                Texts.name("data.type", choice), "dataset-" + kind.toLowerCase(Locale.ROOT), Texts.name("data.tip", choice));
        ToggleButton button = caption.describe(new ToggleButton(caption.label(), new Thumbnail(choice)));
        button.setContentDisplay(ContentDisplay.TOP);
        button.getStyleClass().add("dataset-button");
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        return button;
    }
}
