package mlpexplorer.ui.training;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import mlpexplorer.experiment.SpecText;
import mlpexplorer.experiment.lesson.Control;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.training.TrainingSpec;
import mlpexplorer.ui.controls.ChoiceRow;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.NumberField;
import mlpexplorer.ui.controls.NumberRange;
import mlpexplorer.ui.controls.Scale;
import mlpexplorer.ui.controls.Section;
import mlpexplorer.ui.controls.SliderRow;
import mlpexplorer.ui.workbench.Workbench;

import java.util.List;
import java.util.stream.IntStream;

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
    private final VBox settings = new VBox();
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
        settings.getStyleClass().add("editor");
        perLayer = new LayerPenalties(model);
        section = new Section(caption("section"), type, settings, dropout);
        getChildren().add(section);
        workbench.lesson().restrict(section, Control.REGULARIZATION);
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
        if (!settings.getChildren().equals(wanted)) {
            settings.getChildren().setAll(wanted);
            settings.setManaged(!wanted.isEmpty());
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
                Scale.oneThreeTenFromZero(1e-6, 1),
                NumberRange.reals(0, Regularizer.MAX_LAMBDA));
    }

    private static ControlLabel caption(String id) {
        String name = id.equals("section") ? "regularization-section" : id;
        return ControlLabel.of("regularization." + id, name);
    }

    /// λ₁ and λ₂ of each layer, one row per layer. Rows are rebuilt only when their number changes,
    /// so that typing keeps the focus.
    private static final class LayerPenalties extends GridPane {
        private final TrainingViewModel model;
        private List<Row> rows = List.of();
        private boolean showing;

        private record Row(NumberField l1, NumberField l2) {}

        LayerPenalties(TrainingViewModel model) {
            this.model = model;
            setId("layer-penalties");
            getStyleClass().add("layer-penalties");
        }

        void show(List<Regularizer.Lambdas> layers) {
            showing = true;
            if (rows.size() != layers.size()) {
                build(layers.size());
            }
            for (int layer = 0; layer < layers.size(); layer++) {
                rows.get(layer).l1().setValue(layers.get(layer).l1());
                rows.get(layer).l2().setValue(layers.get(layer).l2());
            }
            showing = false;
        }

        private void build(int layers) {
            getChildren().clear();
            Region gap = new Region();
            GridPane.setHgrow(gap, Priority.ALWAYS);
            addRow(0, gap, heading("lambda1"), heading("lambda2"));
            rows = IntStream.range(0, layers).mapToObj(layer -> row(layer, layers)).toList();
        }

        private static Label heading(String lambda) {
            Label heading = new Label(Messages.text("regularization." + lambda));
            heading.getStyleClass().add("caption-text");
            return heading;
        }

        private Row row(int layer, int layers) {
            String name =
                    layer + 1 == layers
                            ? Messages.text("regularization.output")
                            : Messages.text("regularization.hidden", layer + 1);
            Row row = new Row(field(layer, name, "lambda1"), field(layer, name, "lambda2"));
            Label label = new Label(name);
            label.getStyleClass().add("form-label");
            addRow(layer + 1, label, row.l1(), row.l2());
            row.l1().valueProperty().addListener(_ -> edited(layer, row));
            row.l2().valueProperty().addListener(_ -> edited(layer, row));
            return row;
        }

        private void edited(int layer, Row row) {
            if (!showing) {
                model.lambdas(
                        layer, new Regularizer.Lambdas(row.l1().getValue(), row.l2().getValue()));
            }
        }

        private static NumberField field(int layer, String name, String lambda) {
            String label = name + ": " + Messages.text("regularization." + lambda);
            ControlLabel caption =
                    new ControlLabel(
                            label,
                            "layer-" + (layer + 1) + "-" + lambda,
                            Messages.text("regularization." + lambda + ".tip"));
            return new NumberField(caption, NumberRange.reals(0, Regularizer.MAX_LAMBDA));
        }
    }
}
