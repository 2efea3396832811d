package mlpexplorer.ui.training;

import java.util.List;
import java.util.StringJoiner;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.ui.fx.Caption;
import mlpexplorer.ui.fx.ChoiceRow;
import mlpexplorer.ui.fx.LogSlider;
import mlpexplorer.ui.fx.Notation;
import mlpexplorer.ui.fx.NumberRange;
import mlpexplorer.ui.fx.Scale;
import mlpexplorer.ui.fx.Section;
import mlpexplorer.ui.workbench.Texts;
import mlpexplorer.ui.workbench.Workbench;

/// The regularisation section: type, and λ₁ and λ₂ where the type has them. Both change a run live. Strengths of single
/// layers come from a file and are shown, not edited.
public final class RegularizationPane extends VBox {
    private static final List<Regularizer> DEFAULTS = List.of(
            new Regularizer.None(), new Regularizer.L1(), new Regularizer.L2(), new Regularizer.ElasticNet());

    private final TrainingViewModel model;
    private final ChoiceRow<Regularizer> type;
    private final LogSlider lambda1 = lambda("lambda1");
    private final LogSlider lambda2 = lambda("lambda2");
    private final Label perLayer = new Label();
    private final VBox knobs = new VBox();
    private final Section section;
    private boolean showing;

    public RegularizationPane(Workbench workbench) {
        model = new TrainingViewModel(workbench);
        type = new ChoiceRow<>(
                caption("penalty"), DEFAULTS, choice -> Texts.name("regularization", choice), model::regularizer);
        knobs.getStyleClass().add("editor");
        perLayer.setId("per-layer-lambdas");
        perLayer.getStyleClass().add("caption-text");
        section = new Section(caption("section"), type, knobs);
        getChildren().add(section);
        lambda1.valueProperty().addListener(_ -> edited(workbench.spec().training().regularizer()));
        lambda2.valueProperty().addListener(_ -> edited(workbench.spec().training().regularizer()));
        workbench.specProperty().addListener((_, _, spec) -> show(spec.training().regularizer()));
        show(workbench.spec().training().regularizer());
    }

    private void show(Regularizer regularizer) {
        showing = true;
        type.show(DEFAULTS.stream().filter(known -> known.getClass() == regularizer.getClass()).findFirst().orElse(regularizer));
        List<Node> wanted = switch (regularizer) {
            case Regularizer.None() -> List.of();
            case Regularizer.L1(_) -> List.of(lambda1);
            case Regularizer.L2(_) -> List.of(lambda2);
            case Regularizer.ElasticNet(_, _) -> List.of(lambda1, lambda2);
            case Regularizer.PerLayer(_) -> List.of(perLayer);
        };
        if (!knobs.getChildren().equals(wanted)) {
            knobs.getChildren().setAll(wanted);
        }
        perLayer.setText(words(regularizer));
        lambda1.setValue(regularizer.lambda1());
        lambda2.setValue(regularizer.lambda2());
        section.summaryProperty().set(Texts.name("regularization", regularizer));
        showing = false;
    }

    private static String words(Regularizer regularizer) {
        if (!(regularizer instanceof Regularizer.PerLayer(List<Regularizer.Lambdas> layers))) {
            return "";
        }
        StringJoiner lines = new StringJoiner("\n");
        for (int layer = 0; layer < layers.size(); layer++) {
            lines.add(Texts.text("regularization.layer", layer + 1,
                    Notation.DECIMAL.write(layers.get(layer).l1()), Notation.DECIMAL.write(layers.get(layer).l2())));
        }
        return lines.toString();
    }

    private void edited(Regularizer current) {
        if (showing) {
            return;
        }
        model.regularizer(switch (current) {
            case Regularizer.None(), Regularizer.PerLayer(_) -> current;
            case Regularizer.L1(_) -> new Regularizer.L1(lambda1.getValue());
            case Regularizer.L2(_) -> new Regularizer.L2(lambda2.getValue());
            case Regularizer.ElasticNet(_, _) -> new Regularizer.ElasticNet(lambda1.getValue(), lambda2.getValue());
        });
    }

    private static LogSlider lambda(String id) {
        return new LogSlider(
                caption(id), Scale.ladderFromZero(1e-6, 1), NumberRange.reals(0, Regularizer.MAX_LAMBDA));
    }

    private static Caption caption(String id) {
        String name = id.equals("section") ? "regularization-section" : id;
        return new Caption(Texts.text("regularization." + id), name, Texts.text("regularization." + id + ".tip"));
    }
}
