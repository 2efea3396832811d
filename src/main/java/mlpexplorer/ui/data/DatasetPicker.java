package mlpexplorer.ui.data;

import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.io.DataLoader;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.workbench.DrawnPoints;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Rows of thumbnails, one per dataset, drawn from the data, and other sources: MNIST, a file,
/// drawing. The arrow keys move the focus from one to the next, Space or Enter selects. The buttons
/// are in no toggle group, since its arrow keys would select without an action.
final class DatasetPicker extends GridPane {
    private static final List<DataSpec> CHOICES =
            List.of(
                    new DataSpec.Circles(160, 0),
                    new DataSpec.Moons(160, 0),
                    new DataSpec.Spiral(160, 3, 1, 0),
                    new DataSpec.Gaussians(160, 3, 0),
                    new DataSpec.Xor(160, 0),
                    new DataSpec.XorTable(),
                    new DataSpec.PlaneSurface(160, 0),
                    new DataSpec.HillsSurface(300, 0),
                    new DataSpec.Curve(80, DataSpec.Curve.Function.SINE, 0),
                    new DataSpec.Iris());
    private static final int COLUMNS = 5;
    private static final double PICTURE_HEIGHT = Thumbnail.SIZE;

    private final ToggleButton mnist;
    private final ToggleButton file;
    private final ToggleButton draw;
    private DataSpec shown = new DataSpec.Circles();

    DatasetPicker(DataViewModel model, DataPane.Sources sources) {
        getStyleClass().add("dataset-picker");
        setId("dataset-picker");
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            getColumnConstraints().add(column);
        }
        for (DataSpec choice : CHOICES) {
            add(cell(caption(choice), new Thumbnail(choice), () -> model.pick(choice)));
        }
        mnist = add(cell(caption("mnist"), icon(Feather.IMAGE), sources::mnist));
        file = add(cell(caption("file"), icon(Feather.FOLDER), sources::open));
        draw = add(cell(caption(DrawnPoints.BLANK), icon(Feather.EDIT_2), model::draw));
    }

    /// Selects the source of `data`.
    void show(DataSpec data) {
        shown = data;
        for (int i = 0; i < CHOICES.size(); i++) {
            ((ToggleButton) getChildren().get(i))
                    .setSelected(CHOICES.get(i).getClass() == data.getClass());
        }
        boolean digits = data instanceof DataSpec.Idx idx && idx.isMnist();
        mnist.setSelected(digits);
        file.setSelected(
                data instanceof DataSpec.Csv
                        || data instanceof DataSpec.Numpy
                        || (data instanceof DataSpec.Idx && !digits));
        draw.setSelected(data instanceof DataSpec.Points);
    }

    /// Adds a button in the free cells of the last row.
    void addLast(Button button) {
        int place = getChildren().size();
        button.getStyleClass().add("dataset-edit");
        button.setMaxWidth(Double.MAX_VALUE);
        add(button, place % COLUMNS, place / COLUMNS, COLUMNS - place % COLUMNS, 1);
    }

    private ToggleButton add(ToggleButton cell) {
        int place = getChildren().size();
        add(cell, place % COLUMNS, place / COLUMNS);
        return cell;
    }

    /// A click does not change the selection directly, since a file may be rejected.
    private ToggleButton cell(ControlLabel caption, Node picture, Runnable action) {
        ToggleButton cell = caption.describe(new ToggleButton(caption.label(), picture));
        cell.setContentDisplay(ContentDisplay.TOP);
        cell.getStyleClass().add("dataset-button");
        cell.setWrapText(true);
        cell.setTextAlignment(TextAlignment.CENTER);
        cell.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        cell.setMinWidth(0);
        cell.setOnAction(_ -> {
            action.run();
            show(shown);
        });
        cell.addEventFilter(KeyEvent.KEY_PRESSED, event -> press(cell, event));
        return cell;
    }

    private void press(ToggleButton cell, KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> go(cell, TraversalDirection.LEFT, -1);
            case RIGHT -> go(cell, TraversalDirection.RIGHT, 1);
            case UP -> go(cell, TraversalDirection.UP, -COLUMNS);
            case DOWN -> go(cell, TraversalDirection.DOWN, COLUMNS);
            case ENTER -> cell.fire();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Moves the focus within the picker; at its edge, nothing happens.
    private void go(ToggleButton from, TraversalDirection direction, int step) {
        int place = getChildren().indexOf(from);
        int target = place + step;
        boolean sameRow = place / COLUMNS == Math.floorDiv(target, COLUMNS);
        if (target >= 0
                && target < getChildren().size()
                && (sameRow || Math.abs(step) == COLUMNS)) {
            from.requestFocusTraversal(direction);
        }
    }

    private static Node icon(Ikon icon) {
        StackPane picture = new StackPane(new FontIcon(icon));
        picture.getStyleClass().add("dataset-icon");
        picture.setMinHeight(PICTURE_HEIGHT);
        picture.setMaxHeight(PICTURE_HEIGHT);
        return picture;
    }

    private static ControlLabel caption(DataSpec choice) {
        String kind = choice.getClass().getSimpleName();
        return new ControlLabel(
                Messages.name("data.type", choice),
                "dataset-" + kind.toLowerCase(Locale.ROOT),
                Messages.name("data.tip", choice));
    }

    private static ControlLabel caption(String name) {
        return ControlLabel.of("data.from." + name, "dataset-" + name);
    }

    /// A small picture of a dataset drawn from its points: on the plane, by the last two features
    /// (for Iris, petal length and width), or by the only feature and the target.
    private static final class Thumbnail extends Canvas {
        static final double SIZE = 32;
        private static final double MARGIN = 4;
        private static final double DOMAIN = 10.8;
        private static final int FEW = 10;

        Thumbnail(DataSpec spec) {
            super(SIZE, SIZE);
            Dataset data = DataLoader.load(spec, 1);
            Samples samples = data.samples();
            int x = Math.max(0, samples.columns() - 2);
            IntToDoubleFunction left = row -> samples.feature(row, x);
            IntToDoubleFunction height =
                    samples.columns() == 1 ? samples::target : row -> samples.feature(row, x + 1);
            Axis across = axis(spec, samples.rows(), left);
            Axis up = axis(spec, samples.rows(), height);
            double radius = data.rows() < FEW ? 3 : 1.2;
            ClassColors colors = new ClassColors(Math.max(2, data.classes()), Theme.LIGHT);
            GraphicsContext g = getGraphicsContext2D();
            for (int row = 0; row < data.rows(); row++) {
                double centerX = across.at(left.applyAsDouble(row));
                double centerY = SIZE - up.at(height.applyAsDouble(row));
                g.setFill(color(colors, data, row));
                g.fillOval(centerX - radius, centerY - radius, 2 * radius, 2 * radius);
            }
        }

        /// The color of the class or, of targets from −1 to 1, of the sign, fainter toward 0.
        private static Color color(ClassColors colors, Dataset data, int row) {
            double target = data.samples().target(row);
            return switch (data.task()) {
                case Task.Classification _ -> colors.color(data.samples().label(row));
                case Task.Regression() when data.samples().columns() == 1 -> colors.color(1);
                case Task.Regression() ->
                        colors.color(target < 0 ? 0 : 1)
                                .deriveColor(0, 1, 1, Math.min(1, Math.abs(target)));
            };
        }

        private record Axis(double center, double reach) {
            double at(double value) {
                return MARGIN + (SIZE - 2 * MARGIN) * ((value - center) / reach + 0.5);
            }
        }

        /// The common domain of the plane, so that datasets are comparable; their own range for few
        /// points or other data.
        private static Axis axis(DataSpec spec, int rows, IntToDoubleFunction value) {
            if (spec instanceof DataSpec.Plane && rows >= FEW) {
                return new Axis(0, DOMAIN);
            }
            double min = IntStream.range(0, rows).mapToDouble(value).min().orElse(0);
            double max = IntStream.range(0, rows).mapToDouble(value).max().orElse(1);
            double room = rows < FEW ? 1.6 : 1.1;
            return new Axis((min + max) / 2, room * (max - min));
        }
    }
}
