package mlpexplorer.ui.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.ui.fx.Caption;
import mlpexplorer.ui.fx.ChoiceRow;
import mlpexplorer.ui.fx.IconButtons;
import mlpexplorer.ui.fx.Section;
import mlpexplorer.ui.workbench.Texts;
import mlpexplorer.ui.workbench.Workbench;
import org.kordamp.ikonli.feather.Feather;

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
        activation = new ChoiceRow<>(
                caption("activation"), Arrays.stream(Activation.values()).map(List::of).toList(), ModelPane::words, model::activation);
        perLayer = new LayerActivations(model);
        initializer = new InitializerEditor(model);
        section = new Section(caption("section"), summary, layers, add, underLayers, activation, perLayer, initializer);
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
        return activation.stream().map(each -> Texts.name("activation", each)).collect(Collectors.joining(", "));
    }

    private static Caption caption(String id) {
        String name = id.equals("section") ? "model-section" : id;
        return new Caption(Texts.text("model." + id), name, Texts.text("model." + id + ".tip"));
    }
}
