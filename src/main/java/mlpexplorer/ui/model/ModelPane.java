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

    /// @param underLayers node below the sliders of the hidden layers
    public ModelPane(Workbench workbench, Node underLayers) {
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
        section =
                new Section(
                        caption("section"),
                        summary,
                        layers,
                        add,
                        underLayers,
                        activation,
                        perLayer,
                        initializer);
        getChildren().add(section);
        workbench.specProperty().addListener((_, _, spec) -> show(spec));
        workbench.shapeProperty().addListener(_ -> showSummary());
        show(workbench.spec());
    }

    private void show(RunSpec spec) {
        layers.show(spec.model().hidden());
        add.setDisable(!model.layers().canAdd());
        activation.show(spec.model().activation());
        perLayer.show(spec.model());
        initializer.show(spec.model().initializer());
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
        return new ControlLabel(
                Messages.text("model." + id), name, Messages.text("model." + id + ".tip"));
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
        private final NumberField range;
        private final Node deviationRow;
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
            deviation
                    .valueProperty()
                    .addListener((_, _, value) ->
                            edited(model, new Initializer.Gaussian(value.doubleValue())));
            range.valueProperty()
                    .addListener((_, _, value) ->
                            edited(model, new Initializer.Uniform(value.doubleValue())));
            getChildren().add(type);
        }

        void show(Initializer initializer) {
            showing = true;
            type.show(
                    DEFAULTS.stream()
                            .filter(known -> known.getClass() == initializer.getClass())
                            .findFirst()
                            .orElseThrow());
            switch (initializer) {
                case Initializer.Gaussian(double value) -> show(deviationRow, deviation, value);
                case Initializer.Uniform(double value) -> show(rangeRow, range, value);
                case Initializer.Zeros(),
                        Initializer.Scaled(),
                        Initializer.Xavier(),
                        Initializer.He() ->
                        getChildren().setAll(type);
            }
            showing = false;
        }

        private void show(Node row, NumberField field, double value) {
            field.setValue(value);
            if (!getChildren().contains(row)) {
                getChildren().setAll(type, row);
            }
        }

        private void edited(ModelViewModel model, Initializer initializer) {
            if (!showing) {
                model.initializer(initializer);
            }
        }

        private static ControlLabel caption(String id) {
            return new ControlLabel(
                    Messages.text("model." + id), id, Messages.text("model." + id + ".tip"));
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
                    new ControlLabel(
                                    Messages.text("model.per-layer"),
                                    "activation-per-layer-check",
                                    Messages.text("model.per-layer.tip"))
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
