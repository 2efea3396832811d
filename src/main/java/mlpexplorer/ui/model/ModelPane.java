package mlpexplorer.ui.model;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecText;
import mlpexplorer.experiment.lesson.Control;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.ui.controls.ChoiceRow;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.FormRow;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.NumberField;
import mlpexplorer.ui.controls.NumberRange;
import mlpexplorer.ui.controls.Section;
import mlpexplorer.ui.controls.SliderRow;
import mlpexplorer.ui.workbench.Workbench;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The model section of the sidebar.
public final class ModelPane extends VBox {
    private final ModelViewModel model;
    private final LayerList layers;
    private final Button add;
    private final Label summary = new Label();
    private final ChoiceRow<List<Activation>> activation;
    private final LayerActivations perLayer;
    private final InitializerEditor initializer;
    private final Section section;

    /// @param capacity node at the end of the section, with its own heading
    public ModelPane(Workbench workbench, Node capacity) {
        model = new ModelViewModel(workbench);
        layers = new LayerList(model);
        add = IconButtons.labeled(Feather.PLUS, caption("add-layer"), model.layers()::add);
        summary.setId("parameter-count");
        summary.getStyleClass().add("caption-text");
        activation =
                new ChoiceRow<>(
                        caption("activation"),
                        Arrays.stream(Activation.values()).map(List::of).toList(),
                        ModelPane::names,
                        model::activation);
        perLayer = new LayerActivations(model);
        initializer = new InitializerEditor(model);
        HBox addition = new HBox(add);
        section =
                new Section(
                        caption("section"),
                        summary,
                        layers,
                        addition,
                        activation,
                        perLayer,
                        initializer,
                        capacity);
        getChildren().add(section);
        workbench.lesson().restrict(section.content(), Control.LAYERS, layers, addition, capacity);
        workbench.lesson().restrict(section.content(), Control.ACTIVATION, activation, perLayer);
        workbench.lesson().restrict(section.content(), Control.INITIALIZER, initializer);
        workbench.specProperty().addListener((_, _, spec) -> show(spec));
        workbench.shapeProperty().addListener(_ -> showSummary());
        show(workbench.spec());
    }

    private void show(RunSpec spec) {
        layers.show(spec.model().hidden());
        add.setDisable(!model.layers().canAdd());
        activation.show(spec.model().activation());
        perLayer.show(spec.model());
        initializer.show(spec.model());
        showSummary();
    }

    private void showSummary() {
        summary.setText(model.summary());
        section.summaryProperty().set(model.summary());
    }

    /// "ReLU", or "ReLU, Tanh" if the layers differ.
    private static String names(List<Activation> activation) {
        return activation.stream().map(SpecText::name).collect(Collectors.joining(", "));
    }

    private static ControlLabel caption(String id) {
        String name = id.equals("section") ? "model-section" : id;
        return ControlLabel.of("model." + id, name);
    }

    /// Selects an initializer and edits its setting.
    private static final class InitializerEditor extends VBox {
        private static final List<Initializer> DEFAULTS =
                List.of(
                        new Initializer.Zeros(),
                        new Initializer.Gaussian(),
                        new Initializer.Scaled(),
                        new Initializer.Xavier(),
                        new Initializer.He(),
                        new Initializer.Uniform());

        private final ChoiceRow<Initializer> type;
        private final NumberField deviation;
        private final LayerDeviations perLayer;
        private final NumberField range;
        private final Node deviationRow;
        private final CheckBox biases;
        private final Node rangeRow;
        private boolean showing;

        InitializerEditor(ModelViewModel model) {
            getStyleClass().add("editor");
            type =
                    new ChoiceRow<>(
                            caption("initializer"),
                            DEFAULTS,
                            choice -> Messages.name("initializer", choice),
                            model::initializer);
            deviation = new NumberField(caption("deviation"), NumberRange.reals(0, 100));
            range = new NumberField(caption("range"), NumberRange.reals(0, 100));
            deviationRow = new FormRow(caption("deviation"), deviation);
            rangeRow = new FormRow(caption("range"), range);
            perLayer = new LayerDeviations(model);
            biases =
                    ControlLabel.of("model.biases", "random-biases")
                            .describe(new CheckBox(Messages.text("model.biases")));
            biases.selectedProperty()
                    .addListener((_, _, random) -> {
                        if (!showing) {
                            model.biases(random ? ModelSpec.Biases.RANDOM : ModelSpec.Biases.ZEROS);
                        }
                    });
            deviation
                    .valueProperty()
                    .addListener((_, _, value) ->
                            edited(model, new Initializer.Gaussian(value.doubleValue())));
            range.valueProperty()
                    .addListener((_, _, value) ->
                            edited(model, new Initializer.Uniform(value.doubleValue())));
            getChildren().add(type);
        }

        void show(ModelSpec spec) {
            Initializer initializer = spec.initializer();
            showing = true;
            type.show(
                    DEFAULTS.stream()
                            .filter(known -> known.getClass() == initializer.getClass())
                            .findFirst()
                            .orElseThrow());
            switch (initializer) {
                case Initializer.Gaussian gaussian -> {
                    perLayer.show(spec.hidden().size(), gaussian);
                    deviationRow.setDisable(gaussian.deviation().size() > 1);
                    show(deviation, gaussian.deviation(0), deviationRow, perLayer);
                }
                case Initializer.Uniform(double value) -> show(range, value, rangeRow);
                case Initializer.Zeros(),
                        Initializer.Scaled(),
                        Initializer.Xavier(),
                        Initializer.He() ->
                        show(
                                spec.biases() == ModelSpec.Biases.RANDOM
                                        ? List.of(type, biases)
                                        : List.of(type));
            }
            biases.setSelected(spec.biases() == ModelSpec.Biases.RANDOM);
            showing = false;
        }

        private void show(NumberField field, double value, Node... rows) {
            field.setValue(value);
            List<Node> all = new ArrayList<>(List.of(type));
            all.addAll(List.of(rows));
            all.add(biases);
            show(all);
        }

        private void show(List<Node> rows) {
            if (!getChildren().equals(rows)) {
                getChildren().setAll(rows);
            }
        }

        private void edited(ModelViewModel model, Initializer initializer) {
            if (!showing) {
                model.initializer(initializer);
            }
        }

        private static ControlLabel caption(String id) {
            return ControlLabel.of("model." + id, id);
        }
    }

    /// A check box that shows one deviation per layer, including the output. Unchecked, all layers
    /// use the first one's; it checks itself while the layers differ.
    private static final class LayerDeviations extends VBox {
        private final ModelViewModel model;
        private final CheckBox open;
        private final VBox list = new VBox();
        private List<NumberField> fields = List.of();
        private boolean showing;

        LayerDeviations(ModelViewModel model) {
            this.model = model;
            getStyleClass().add("editor");
            open =
                    ControlLabel.of("model.deviation.per-layer", "deviation-per-layer-check")
                            .describe(new CheckBox(Messages.text("model.deviation.per-layer")));
            list.getStyleClass().addAll("editor", "indented");
            list.visibleProperty().bind(open.selectedProperty());
            list.managedProperty().bind(open.selectedProperty());
            open.selectedProperty()
                    .addListener((_, _, now) -> {
                        if (!now && !showing) {
                            model.initializer(
                                    new Initializer.Gaussian(fields.getFirst().getValue()));
                        }
                    });
            getChildren().addAll(open, list);
        }

        void show(int hidden, Initializer.Gaussian gaussian) {
            showing = true;
            if (fields.size() != hidden + 1) {
                fields = new ArrayList<>();
                list.getChildren().clear();
                for (int layer = 0; layer <= hidden; layer++) {
                    addRow(layer, layer == hidden);
                }
            }
            for (int layer = 0; layer <= hidden; layer++) {
                fields.get(layer).setValue(gaussian.deviation(layer));
            }
            if (gaussian.deviation().size() > 1) {
                open.setSelected(true);
            }
            showing = false;
        }

        private void addRow(int layer, boolean output) {
            ControlLabel caption =
                    new ControlLabel(
                            output
                                    ? Messages.text("model.output")
                                    : Messages.text("model.layer", layer + 1),
                            "deviation-" + (layer + 1),
                            Messages.text("model.deviation.tip"));
            NumberField field = new NumberField(caption, NumberRange.reals(0, 100));
            field.valueProperty()
                    .addListener(_ -> {
                        if (!showing) {
                            model.initializer(
                                    new Initializer.Gaussian(
                                            fields.stream().map(NumberField::getValue).toList()));
                        }
                    });
            fields.add(field);
            list.getChildren().add(new FormRow(caption, field));
        }
    }

    /// A check box that shows one activation per hidden layer. Unchecked, all layers use the first
    /// one's; it checks itself while the layers differ. Hidden for fewer than two layers.
    private static final class LayerActivations extends VBox {
        private final ModelViewModel model;
        private final CheckBox open;
        private final VBox list = new VBox();
        private List<ChoiceRow<Activation>> rows = List.of();

        LayerActivations(ModelViewModel model) {
            this.model = model;
            getStyleClass().add("editor");
            open =
                    ControlLabel.of("model.per-layer", "activation-per-layer-check")
                            .describe(new CheckBox(Messages.text("model.per-layer")));
            list.getStyleClass().addAll("editor", "indented");
            list.visibleProperty().bind(open.selectedProperty());
            list.managedProperty().bind(open.selectedProperty());
            open.selectedProperty()
                    .addListener((_, _, now) -> {
                        if (!now) {
                            model.activation(List.of(model.model().activation(0)));
                        }
                    });
            getChildren().addAll(open, list);
        }

        void show(ModelSpec spec) {
            int layers = spec.hidden().size();
            setVisible(layers > 1);
            setManaged(layers > 1);
            if (rows.size() != layers) {
                rows = new ArrayList<>();
                for (int layer = 0; layer < layers; layer++) {
                    rows.add(row(layer));
                }
                list.getChildren().setAll(rows);
            }
            for (int layer = 0; layer < layers; layer++) {
                rows.get(layer).show(spec.activation(layer));
            }
            if (spec.activation().size() > 1) {
                open.setSelected(true);
            }
        }

        private ChoiceRow<Activation> row(int layer) {
            ControlLabel caption =
                    new ControlLabel(
                            Messages.text("model.layer", layer + 1),
                            "activation-" + (layer + 1),
                            Messages.text("model.activation.tip"));
            return new ChoiceRow<>(
                    caption,
                    List.of(Activation.values()),
                    SpecText::name,
                    choice -> model.activation(layer, choice));
        }
    }

    /// A slider and a remove button for each hidden layer. Rows are rebuilt only when their number
    /// changes, so that a dragged thumb stays under the pointer.
    private static final class LayerList extends VBox {
        private static final int SLIDER_MAX = 64;

        private final ModelViewModel model;

        LayerList(ModelViewModel model) {
            this.model = model;
            getStyleClass().add("layer-list");
            setId("layer-list");
        }

        void show(List<Integer> hidden) {
            if (getChildren().size() != hidden.size()) {
                getChildren().clear();
                for (int layer = 0; layer < hidden.size(); layer++) {
                    getChildren().add(row(layer, hidden.get(layer)));
                }
            }
            for (int layer = 0; layer < hidden.size(); layer++) {
                slider(layer).setValue(hidden.get(layer));
            }
        }

        private SliderRow slider(int layer) {
            return (SliderRow) ((HBox) getChildren().get(layer)).getChildren().getFirst();
        }

        private HBox row(int layer, int units) {
            ControlLabel caption =
                    new ControlLabel(
                            Messages.text("model.layer", layer + 1),
                            "hidden-layer-" + (layer + 1),
                            Messages.text("model.layer.tip"));
            SliderRow slider = SliderRow.integers(caption, 1, SLIDER_MAX, ModelSpec.MAX_UNITS);
            slider.setValue(units);
            slider.valueProperty()
                    .addListener((_, _, value) -> model.layers().units(layer, value.intValue()));
            HBox.setHgrow(slider, Priority.ALWAYS);
            ControlLabel removal =
                    new ControlLabel(
                            Messages.text("model.remove-layer", layer + 1),
                            "remove-layer-" + (layer + 1),
                            "");
            Button remove =
                    IconButtons.icon(Feather.X, removal, () -> model.layers().remove(layer));
            HBox row = new HBox(slider, remove);
            row.getStyleClass().add("layer-row");
            return row;
        }
    }
}
