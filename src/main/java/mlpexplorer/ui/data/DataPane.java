package mlpexplorer.ui.data;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Input;
import mlpexplorer.data.Split;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecText;
import mlpexplorer.experiment.lesson.Control;
import mlpexplorer.ui.controls.ChoiceRow;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.ColorRamp;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.NumberRange;
import mlpexplorer.ui.controls.Scale;
import mlpexplorer.ui.controls.Section;
import mlpexplorer.ui.controls.SliderRow;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.controls.Tooltips;
import mlpexplorer.ui.field.Domain;
import mlpexplorer.ui.workbench.Workbench;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// The data section of the sidebar.
public final class DataPane extends VBox {
    private final DataViewModel model;
    private final DatasetPicker picker;
    private final SliderRow samples =
            new SliderRow(
                    caption("samples"),
                    Scale.stops(
                            4, 10, 20, 40, 60, 80, 100, 150, 200, 250, 300, 400, 500, 600, 800,
                            1000, 1500, 2000, 3000, 4000, 5000),
                    NumberRange.integers(DataSpec.MIN_SAMPLES, DataSpec.MAX_SAMPLES));
    private final SliderRow noise = SliderRow.percent(caption("noise"), 0, 50);
    private final SliderRow arms = SliderRow.integers(caption("arms"), 2, 5);
    private final SliderRow classes = SliderRow.integers(caption("classes"), 2, 5);
    private final ChoiceRow<DataSpec.Curve.Function> function =
            new ChoiceRow<>(
                    caption("function"),
                    List.of(DataSpec.Curve.Function.values()),
                    choice -> Messages.text("data.function." + choice.name()),
                    this::choose);
    private final SliderRow turns =
            new SliderRow(caption("turns"), Scale.linear(0.25, 5, 0.25), NumberRange.reals(0.1, 5));
    private final Button edit;
    private final Button columns;
    private final Label points = new Label();
    private final HBox amount = pair(samples, noise);
    private final HBox shape = pair(arms, turns);
    private final VBox settings = new VBox();
    private final Label file = new Label();
    private final PartsPane parts;
    private final InputTiles inputs =
            new InputTiles(chosen -> model().split(now -> now.withInputs(chosen)));
    private final Label noInputs = new Label(Messages.text("data.inputs.none"));
    private final Section section;
    private boolean showing;

    public DataPane(Workbench workbench, Sources sources) {
        model = new DataViewModel(workbench);
        picker = new DatasetPicker(model, sources);
        edit = IconButtons.labeled(Feather.EDIT_2, caption("edit"), model::edit);
        columns = IconButtons.labeled(Feather.COLUMNS, caption("columns"), sources::columns);
        settings.getStyleClass().add("editor");
        edit.managedProperty().bind(edit.visibleProperty());
        points.setId("data-points");
        points.getStyleClass().add("caption-text");
        file.setId("data-file");
        file.getStyleClass().add("caption-text");
        file.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        parts = new PartsPane(model, sources);
        picker.addLast(edit);
        section = new Section(caption("section"), picker, settings, parts, inputs, noInputs);
        inputs.managedProperty().bind(inputs.visibleProperty());
        noInputs.setId("no-inputs");
        noInputs.getStyleClass().add("caption-text");
        noInputs.setWrapText(true);
        noInputs.visibleProperty().bind(inputs.visibleProperty().not());
        noInputs.managedProperty().bind(noInputs.visibleProperty());
        getChildren().add(section);
        workbench.lesson().restrict(section.content(), Control.DATA, picker, settings);
        workbench.lesson().restrict(section.content(), Control.INPUTS, inputs, noInputs);
        parts.follow(workbench.lesson());
        samples.valueProperty()
                .addListener((_, _, value) -> edited(() -> model.samples(value.intValue())));
        noise.valueProperty()
                .addListener((_, _, value) -> edited(() -> model.noise(value.doubleValue())));
        arms.valueProperty()
                .addListener((_, _, value) -> edited(() -> model.arms(value.intValue())));
        classes.valueProperty()
                .addListener((_, _, value) -> edited(() -> model.classes(value.intValue())));
        turns.valueProperty()
                .addListener((_, _, value) -> edited(() -> model.turns(value.doubleValue())));
        workbench
                .shapeProperty()
                .addListener(_ -> {
                    section.summaryProperty().set(model.summary());
                    edit.setVisible(model.canEdit());
                    inputs.setVisible(model.hasInputs());
                    parts.show(workbench.spec(), model.shape());
                });
        workbench.specProperty().addListener((_, _, spec) -> show(spec));
        show(workbench.spec());
    }

    private void choose(DataSpec.Curve.Function choice) {
        edited(() -> model.function(choice));
    }

    private DataViewModel model() {
        return model;
    }

    private void edited(Runnable change) {
        if (!showing) {
            change.run();
        }
    }

    private void show(RunSpec spec) {
        showing = true;
        picker.show(spec.data());
        samples.setValue(DataViewModel.samples(spec.data()));
        noise.setValue(DataViewModel.noise(spec.data()));
        List<Node> wanted = new ArrayList<>();
        switch (spec.data()) {
            case DataSpec.Circles _,
                    DataSpec.Moons _,
                    DataSpec.Xor _,
                    DataSpec.PlaneSurface _,
                    DataSpec.HillsSurface _ ->
                    wanted.add(amount);
            case DataSpec.Curve curve -> {
                function.show(curve.function());
                wanted.addAll(List.of(function, amount));
            }
            case DataSpec.Spiral spiral -> {
                arms.setValue(spiral.arms());
                turns.setValue(spiral.turns());
                wanted.addAll(List.of(amount, shape));
            }
            case DataSpec.Gaussians blobs -> {
                classes.setValue(blobs.classes());
                wanted.addAll(List.of(amount, classes));
            }
            case DataSpec.Csv _ -> wanted.addAll(List.of(file, columns));
            case DataSpec.Idx _, DataSpec.Numpy _ -> wanted.add(file);
            case DataSpec.Points _ -> wanted.add(points);
            case DataSpec.XorTable _, DataSpec.Iris _ -> {}
        }
        model.remember(spec.data());
        points.setText(DataViewModel.points(spec.data()));
        if (!settings.getChildren().equals(wanted)) {
            settings.getChildren().setAll(wanted);
            settings.setManaged(!wanted.isEmpty());
        }
        parts.show(spec, model.shape());
        inputs.show(spec.split().inputs());
        inputs.setVisible(model.hasInputs());
        section.summaryProperty().set(model.summary());
        edit.setVisible(model.canEdit());
        file.setText(DataViewModel.file(spec.data()));
        Tooltips.explain(file, DataViewModel.path(spec.data()));
        showing = false;
    }

    /// Two sliders in one row, so that the first layer is visible in a small window.
    private static HBox pair(SliderRow left, SliderRow right) {
        HBox row = new HBox(left, right);
        row.getStyleClass().add("slider-pair");
        for (SliderRow half : List.of(left, right)) {
            half.setPrefWidth(0);
            HBox.setHgrow(half, Priority.ALWAYS);
        }
        return row;
    }

    private static ControlLabel caption(String id) {
        String name = List.of("section", "edit", "columns").contains(id) ? "data-" + id : id;
        return ControlLabel.of("data." + id, name);
    }

    /// One toggle button per input that can be computed from two features, with a picture of its
    /// values over the domain. One input always stays on.
    private static final class InputTiles extends VBox {
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
                ((ImageView) tiles.get(input.ordinal()).getGraphic())
                        .setImage(picture(input, ramp));
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

    /// Sources of data that are not generated.
    public interface Sources {

        /// Asks for a file and opens it.
        void open();

        /// Asks for a file with the validation or test part, and uses it.
        void part(Split.Part part);

        /// Shows the columns of the CSV file of the run, to choose others.
        void columns();

        /// Uses the MNIST digits, which may have to be downloaded first.
        void mnist();
    }
}
