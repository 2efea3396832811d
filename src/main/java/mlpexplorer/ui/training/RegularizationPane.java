package mlpexplorer.ui.training;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import mlpexplorer.experiment.SpecText;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.training.TrainingSpec;
import mlpexplorer.ui.controls.ChoiceRow;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.NumberRange;
import mlpexplorer.ui.controls.Scale;
import mlpexplorer.ui.controls.Section;
import mlpexplorer.ui.controls.SliderRow;
import mlpexplorer.ui.workbench.Messages;
import mlpexplorer.ui.workbench.Workbench;

import java.util.List;

/// The regularization section: the penalty, its λ₁ and λ₂ for the network or per layer (which
/// change a run live), and dropout.
public final class RegularizationPane extends VBox {
    private static final int MAX_DROPOUT = 90;
    private static final List<Regularizer> DEFAULTS =
            List.of(
                    new Regularizer.None(),
                    new Regularizer.L1(),
                    new Regularizer.L2(),
                    new Regularizer.ElasticNet(),
                    new Regularizer.PerLayer());

    private final TrainingViewModel model;
    private final ChoiceRow<Regularizer> type;
    private final SliderRow lambda1 = lambda("lambda1");
    private final SliderRow lambda2 = lambda("lambda2");
    private final LayerPenalties perLayer;
    private final SliderRow dropout = SliderRow.percent(caption("dropout"), 0, MAX_DROPOUT);
    private final VBox knobs = new VBox();
    private final Section section;
    private boolean showing;

    public RegularizationPane(Workbench workbench) {
        model = new TrainingViewModel(workbench);
        type =
                new ChoiceRow<>(
                        caption("penalty"),
                        DEFAULTS,
                        choice -> Messages.name("regularization", choice),
                        model::penalty);
        knobs.getStyleClass().add("editor");
        perLayer = new LayerPenalties(model);
        section = new Section(caption("section"), type, knobs, dropout);
        getChildren().add(section);
        lambda1.valueProperty().addListener(_ -> edited(workbench.spec().training().regularizer()));
        lambda2.valueProperty().addListener(_ -> edited(workbench.spec().training().regularizer()));
        dropout.valueProperty()
                .addListener((_, _, share) -> {
                    if (!showing) {
                        model.dropout(share.doubleValue());
                    }
                });
        workbench.specProperty().addListener((_, _, spec) -> show(spec.training()));
        show(workbench.spec().training());
    }

    private void show(TrainingSpec training) {
        Regularizer regularizer = training.regularizer();
        showing = true;
        type.show(
                DEFAULTS.stream()
                        .filter(known -> known.getClass() == regularizer.getClass())
                        .findFirst()
                        .orElseThrow());
        List<Node> wanted =
                switch (regularizer) {
                    case Regularizer.None() -> List.of();
                    case Regularizer.L1(_) -> List.of(lambda1);
                    case Regularizer.L2(_) -> List.of(lambda2);
                    case Regularizer.ElasticNet(_, _) -> List.of(lambda1, lambda2);
                    case Regularizer.PerLayer(var layers) -> {
                        perLayer.show(layers);
                        yield List.of(perLayer);
                    }
                };
        if (!knobs.getChildren().equals(wanted)) {
            knobs.getChildren().setAll(wanted);
            knobs.setManaged(!wanted.isEmpty());
        }
        lambda1.setValue(regularizer.lambda1());
        lambda2.setValue(regularizer.lambda2());
        dropout.setValue(training.dropout());
        String summary = SpecText.regularization(training);
        section.summaryProperty()
                .set(summary.isEmpty() ? Messages.text("regularization.None") : summary);
        showing = false;
    }

    private void edited(Regularizer current) {
        if (showing) {
            return;
        }
        model.regularizer(
                switch (current) {
                    case Regularizer.None(), Regularizer.PerLayer(_) -> current;
                    case Regularizer.L1(_) -> new Regularizer.L1(lambda1.getValue());
                    case Regularizer.L2(_) -> new Regularizer.L2(lambda2.getValue());
                    case Regularizer.ElasticNet(_, _) ->
                            new Regularizer.ElasticNet(lambda1.getValue(), lambda2.getValue());
                });
    }

    private static SliderRow lambda(String id) {
        return new SliderRow(
                caption(id),
                Scale.ladderFromZero(1e-6, 1),
                NumberRange.reals(0, Regularizer.MAX_LAMBDA));
    }

    private static ControlLabel caption(String id) {
        String name = id.equals("section") ? "regularization-section" : id;
        return new ControlLabel(
                Messages.text("regularization." + id),
                name,
                Messages.text("regularization." + id + ".tip"));
    }
}
