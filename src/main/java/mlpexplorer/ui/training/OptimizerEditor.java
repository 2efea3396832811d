package mlpexplorer.ui.training;

import javafx.scene.Node;

import mlpexplorer.experiment.SpecText;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.ui.controls.NumberRange;

import java.util.List;

/// Selects an optimizer and edits its settings.
final class OptimizerEditor extends KindEditor<Optimizer> {
    private static final List<Optimizer> KINDS =
            List.of(
                    new Optimizer.Sgd(),
                    new Optimizer.Momentum(),
                    new Optimizer.Nesterov(),
                    new Optimizer.RmsProp(),
                    new Optimizer.AdaGrad(),
                    new Optimizer.Adam(),
                    new Optimizer.AdamW());
    private static final NumberRange SHARE = NumberRange.reals(0, 1).belowMax();
    private static final NumberRange EPSILON = NumberRange.reals(1e-300, 1);

    OptimizerEditor(TrainingViewModel model) {
        super("optimizer", KINDS, SpecText::name, model::optimizer, model::optimizer);
    }

    @Override
    List<Node> rows(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd() -> List.of();
            case Optimizer.Momentum(double momentum) ->
                    List.of(row("momentum", SHARE, momentum, Optimizer.Momentum::new));
            case Optimizer.Nesterov(double momentum) ->
                    List.of(row("momentum", SHARE, momentum, Optimizer.Nesterov::new));
            case Optimizer.RmsProp(double rho, double epsilon) ->
                    List.of(
                            row(
                                    "rho",
                                    SHARE,
                                    rho,
                                    value -> new Optimizer.RmsProp(value, rmsProp().epsilon())),
                            row(
                                    "epsilon",
                                    EPSILON,
                                    epsilon,
                                    value -> new Optimizer.RmsProp(rmsProp().rho(), value)));
            case Optimizer.AdaGrad(double epsilon) ->
                    List.of(row("epsilon", EPSILON, epsilon, Optimizer.AdaGrad::new));
            case Optimizer.Adam(double beta1, double beta2, double epsilon) ->
                    List.of(
                            row(
                                    "beta1",
                                    SHARE,
                                    beta1,
                                    value ->
                                            new Optimizer.Adam(
                                                    value, adam().beta2(), adam().epsilon())),
                            row(
                                    "beta2",
                                    SHARE,
                                    beta2,
                                    value ->
                                            new Optimizer.Adam(
                                                    adam().beta1(), value, adam().epsilon())),
                            row(
                                    "epsilon",
                                    EPSILON,
                                    epsilon,
                                    value ->
                                            new Optimizer.Adam(
                                                    adam().beta1(), adam().beta2(), value)));
            case Optimizer.AdamW w ->
                    List.of(
                            row(
                                    "beta1",
                                    SHARE,
                                    w.beta1(),
                                    value ->
                                            adamW(
                                                    value,
                                                    adamW().beta2(),
                                                    adamW().epsilon(),
                                                    adamW().weightDecay())),
                            row(
                                    "beta2",
                                    SHARE,
                                    w.beta2(),
                                    value ->
                                            adamW(
                                                    adamW().beta1(),
                                                    value,
                                                    adamW().epsilon(),
                                                    adamW().weightDecay())),
                            row(
                                    "epsilon",
                                    EPSILON,
                                    w.epsilon(),
                                    value ->
                                            adamW(
                                                    adamW().beta1(),
                                                    adamW().beta2(),
                                                    value,
                                                    adamW().weightDecay())),
                            row(
                                    "weight-decay",
                                    NumberRange.reals(0, 100),
                                    w.weightDecay(),
                                    value ->
                                            adamW(
                                                    adamW().beta1(),
                                                    adamW().beta2(),
                                                    adamW().epsilon(),
                                                    value)));
        };
    }

    private Optimizer.RmsProp rmsProp() {
        return (Optimizer.RmsProp) shown();
    }

    private Optimizer.Adam adam() {
        return (Optimizer.Adam) shown();
    }

    private Optimizer.AdamW adamW() {
        return (Optimizer.AdamW) shown();
    }

    private static Optimizer.AdamW adamW(
            double beta1, double beta2, double epsilon, double weightDecay) {
        return new Optimizer.AdamW(beta1, beta2, epsilon, weightDecay);
    }
}
