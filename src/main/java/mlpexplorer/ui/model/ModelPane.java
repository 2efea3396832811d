package mlpexplorer.ui.model;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecText;
import mlpexplorer.nn.Activation;
import mlpexplorer.ui.controls.ChoiceRow;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Section;
import mlpexplorer.ui.workbench.Messages;
import mlpexplorer.ui.workbench.Workbench;

import org.kordamp.ikonli.feather.Feather;

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
        add = IconButtons.labelled(Feather.PLUS, caption("add-layer"), model::addLayer);
        summary.setId("parameter-count");
        summary.getStyleClass().add("caption-text");
        activation =
                new ChoiceRow<>(
                        caption("activation"),
                        Arrays.stream(Activation.values()).map(List::of).toList(),
                        ModelPane::words,
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
        add.setDisable(!model.canAddLayer());
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
    private static String words(List<Activation> activation) {
        return activation.stream().map(SpecText::name).collect(Collectors.joining(", "));
    }

    private static ControlLabel caption(String id) {
        String name = id.equals("section") ? "model-section" : id;
        return new ControlLabel(
                Messages.text("model." + id), name, Messages.text("model." + id + ".tip"));
    }
}
