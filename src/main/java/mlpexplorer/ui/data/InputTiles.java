package mlpexplorer.ui.data;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import mlpexplorer.data.Input;
import mlpexplorer.experiment.SpecText;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.ColorRamp;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.field.Domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// One toggle button per input that can be computed from two features, with a picture of its values
/// over the domain. One input always stays on.
final class InputTiles extends VBox {
    private static final int PIXELS = 48;
    private static final double SIDE = 24;

    private final List<ToggleButton> tiles = new ArrayList<>();
    private List<Input> shown = Input.DEFAULT;

    /// @param onChange receives the inputs after a click
    InputTiles(Consumer<List<Input>> onChange) {
        ControlLabel caption = ControlLabel.of("data.inputs", "inputs");
        HBox row = new HBox();
        row.getStyleClass().add("input-row");
        for (Input input : Input.values()) {
            tiles.add(tile(input, onChange));
        }
        row.getChildren().addAll(tiles);
        getStyleClass().add("input-tiles");
        getChildren().addAll(caption.describe(new Label(caption.label())), row);
        Theme.observed(this).subscribe(this::paint);
    }

    private ToggleButton tile(Input input, Consumer<List<Input>> onChange) {
        String symbol = SpecText.inputs(List.of(input));
        ControlLabel caption =
                new ControlLabel(
                        symbol,
                        "input-" + input.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        Messages.text("data.input.tip", symbol));
        ImageView picture = new ImageView();
        picture.setFitWidth(SIDE);
        picture.setFitHeight(SIDE);
        ToggleButton tile = caption.describe(new ToggleButton(symbol, picture));
        tile.setContentDisplay(ContentDisplay.TOP);
        tile.getStyleClass().add("input-button");
        tile.setMaxWidth(Double.MAX_VALUE);
        tile.setMinWidth(0);
        tile.setPrefWidth(1);
        HBox.setHgrow(tile, Priority.ALWAYS);
        tile.setOnAction(_ -> {
            List<Input> next = toggled(shown, input);
            show(shown);
            onChange.accept(next);
        });
        return tile;
    }

    /// `inputs` with `input` added at its place or removed, unless it is the only one.
    static List<Input> toggled(List<Input> inputs, Input input) {
        List<Input> next = new ArrayList<>(inputs);
        if (!next.remove(input)) {
            next.add(input);
            next.sort(null);
        }
        return next.isEmpty() ? inputs : next;
    }

    /// Selects the inputs of a split; none are the features themselves.
    void show(List<Input> inputs) {
        shown = inputs.isEmpty() ? Input.DEFAULT : inputs;
        for (Input input : Input.values()) {
            tiles.get(input.ordinal()).setSelected(shown.contains(input));
        }
    }

    private void paint(Theme theme) {
        ColorRamp ramp = new ClassColors(2, theme).signed();
        for (Input input : Input.values()) {
            ((ImageView) tiles.get(input.ordinal()).getGraphic()).setImage(picture(input, ramp));
        }
    }

    /// The values over [Domain#HOME], relative to the middle of their range.
    private static WritableImage picture(Input input, ColorRamp ramp) {
        double[] values = new double[PIXELS * PIXELS];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    input.of(
                            Domain.HOME.x((i % PIXELS + 0.5) / PIXELS),
                            Domain.HOME.y((i / PIXELS + 0.5) / PIXELS));
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        WritableImage image = new WritableImage(PIXELS, PIXELS);
        for (int i = 0; i < values.length; i++) {
            image.getPixelWriter()
                    .setArgb(
                            i % PIXELS,
                            i / PIXELS,
                            ramp.at((float) ((values[i] - low) / (high - low))));
        }
        return image;
    }
}
