package mlpexplorer.ui.data;

import java.util.List;
import java.util.Locale;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.ui.fx.Caption;
import mlpexplorer.ui.fx.ClassColors;
import mlpexplorer.ui.fx.Theme;
import mlpexplorer.ui.workbench.Texts;

/// A row of thumbnails, one a dataset, drawn from the generators themselves.
final class DatasetPicker extends HBox {
    private static final List<DataSpec> CHOICES = List.of(
            new DataSpec.Circles(160, 0), new DataSpec.Spiral(160, 3, 1, 0), new DataSpec.Xor(160, 0), new DataSpec.XorTable());
    private static final double SIZE = 44;
    private static final double MARGIN = 4;

    private final ToggleGroup group = new ToggleGroup();

    DatasetPicker(DataViewModel model) {
        getStyleClass().add("dataset-picker");
        setId("dataset-picker");
        for (DataSpec choice : CHOICES) {
            ToggleButton button = button(choice);
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.pick(choice);
            });
            getChildren().add(button);
        }
    }

    /// Marks the thumbnail of `data`'s kind.
    void show(DataSpec data) {
        for (int i = 0; i < CHOICES.size(); i++) {
            ((ToggleButton) getChildren().get(i)).setSelected(CHOICES.get(i).getClass() == data.getClass());
        }
    }

    private ToggleButton button(DataSpec choice) {
        String kind = choice.getClass().getSimpleName();
        Caption caption = new Caption(
                Texts.name("data.type", choice), "dataset-" + kind.toLowerCase(Locale.ROOT), Texts.name("data.tip", choice));
        ToggleButton button = caption.describe(new ToggleButton(caption.label(), picture(choice)));
        button.setContentDisplay(ContentDisplay.TOP);
        button.getStyleClass().add("dataset-button");
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private static Canvas picture(DataSpec choice) {
        Dataset data = choice.generate(1);
        ClassColors colors = new ClassColors(data.classes(), Theme.LIGHT);
        Canvas canvas = new Canvas(SIZE, SIZE);
        GraphicsContext g = canvas.getGraphicsContext2D();
        boolean few = data.rows() < 10;
        double reach = few ? 1.6 : 10.8;
        double centre = few ? 0.5 : 0;
        double radius = few ? 3.5 : 1.3;
        for (int row = 0; row < data.rows(); row++) {
            double x = MARGIN + (SIZE - 2 * MARGIN) * ((data.samples().feature(row, 0) - centre) / reach + 0.5);
            double y = MARGIN + (SIZE - 2 * MARGIN) * (0.5 - (data.samples().feature(row, 1) - centre) / reach);
            g.setFill(colors.color(data.samples().label(row)));
            g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        }
        return canvas;
    }
}
