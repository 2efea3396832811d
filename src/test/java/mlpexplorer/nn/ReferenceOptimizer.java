package mlpexplorer.nn;

/// Reference implementations of the update rules for one number, from their papers and PyTorch's
/// documentation.
public final class ReferenceOptimizer {
    private final Optimizer optimizer;
    private final boolean decays;
    private double first;
    private double second;
    private int t;

    /// @param decays whether AdamW's decay applies to this number (a weight) or not (a bias)
    public ReferenceOptimizer(Optimizer optimizer, boolean decays) {
        this.optimizer = optimizer;
        this.decays = decays;
    }

    /// The number after one step.
    public double step(double w, double g, double rate) {
        t++;
        return switch (optimizer) {
            case Optimizer.Sgd() -> w - rate * g;
            case Optimizer.Momentum(double momentum) -> {
                first = momentum * first + g;
                yield w - rate * first;
            }
            case Optimizer.Nesterov(double momentum) -> {
                first = momentum * first + g;
                yield w - rate * (g + momentum * first);
            }
            case Optimizer.RmsProp(double rho, double epsilon) -> {
                first = rho * first + (1 - rho) * g * g;
                yield w - rate * g / (Math.sqrt(first) + epsilon);
            }
            case Optimizer.AdaGrad(double epsilon) -> {
                first = first + g * g;
                yield w - rate * g / (Math.sqrt(first) + epsilon);
            }
            case Optimizer.Adam(double beta1, double beta2, double epsilon) ->
                    w - rate * adam(g, beta1, beta2, epsilon);
            case Optimizer.AdamW(double beta1, double beta2, double epsilon, double weightDecay) ->
                    w
                            - (decays ? rate * weightDecay * w : 0)
                            - rate * adam(g, beta1, beta2, epsilon);
        };
    }

    private double adam(double g, double beta1, double beta2, double epsilon) {
        first = beta1 * first + (1 - beta1) * g;
        second = beta2 * second + (1 - beta2) * g * g;
        double meanHat = first / (1 - Math.pow(beta1, t));
        double squareHat = second / (1 - Math.pow(beta2, t));
        return meanHat / (Math.sqrt(squareHat) + epsilon);
    }
}
