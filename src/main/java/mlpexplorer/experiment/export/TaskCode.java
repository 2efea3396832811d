package mlpexplorer.experiment.export;

import mlpexplorer.data.SplitSpec;
import mlpexplorer.nn.Task;

import java.util.Map;

/// The parts of a [TrainingScript] that depend on the [Task]: output layer, loss and metric.
final class TaskCode {
    private TaskCode() {}

    /// The code common to both libraries, by placeholder.
    static Map<String, String> shared(Task task) {
        return Map.of("metric", task.metric().label(), "metric_key", task.metric().key());
    }

    /// The scaling by the training part.
    static String scaling(Task task, SplitSpec.Standardize scaling) {
        boolean target = task instanceof Task.Regression;
        return switch (scaling) {
            case NONE -> "";
            case CENTER -> CENTERED + (target ? CENTERED_TARGET : "");
            case FULL -> FEATURES + (target ? TARGET : "");
        };
    }

    static Map<String, String> numpy(Task task) {
        return switch (task) {
            case Task.Classification _ ->
                    Map.of(
                            "labels", "run[\"y\"].astype(int)",
                            "loss", CROSS_ENTROPY,
                            "loss_name", "cross_entropy",
                            "output", "belongs to the softmax",
                            "delta", SOFTMAX_DELTA,
                            "metric_of_part", "(z.argmax(axis=1) == y[rows]).mean()");
            case Task.Regression() ->
                    Map.of(
                            "labels", "run[\"y\"][:, None]",
                            "loss", SQUARED_ERROR,
                            "loss_name", "squared_error",
                            "output", "is the output",
                            "delta", "delta = 2 * (z[-1] - labels) / len(labels)",
                            "metric_of_part", "1 - row[name + \"_loss\"] / y[rows].var()");
        };
    }

    static Map<String, String> pytorch(Task task) {
        return switch (task) {
            case Task.Classification _ ->
                    Map.of(
                            "labels", "run[\"y\"]",
                            "tensor", "torch.tensor(y, dtype=torch.long)",
                            "loss_name", "cross_entropy",
                            "metric_of_part",
                                    "(z.argmax(dim=1) == y[rows]).double().mean().item()");
            case Task.Regression() ->
                    Map.of(
                            "labels", "run[\"y\"][:, None]",
                            "tensor", "torch.tensor(y)",
                            "loss_name", "mse_loss",
                            "metric_of_part",
                                    "(1 - row[name + \"_loss\"] /"
                                            + " y[rows].var(unbiased=False)).item()");
        };
    }

    /// Rounds the data to single precision.
    static String single(Task task) {
        return switch (task) {
            case Task.Classification _ -> "X = X.astype(np.float32)";
            case Task.Regression() -> "X, y = X.astype(np.float32), y.astype(np.float32)";
        };
    }

    private static final String CENTERED =
            """

            # Subtract the mean of the training part
            X = X - X[train].mean(axis=0)
            """;

    private static final String CENTERED_TARGET =
            """
            y = y - y[train].mean()
            """;

    private static final String FEATURES =
            """

            # Standardize by the mean and deviation of the training part
            mean, deviation = X[train].mean(axis=0), X[train].std(axis=0)
            deviation[np.ptp(X[train], axis=0) == 0] = 1
            X = (X - mean) / deviation
            """;

    private static final String TARGET =
            """
            y_mean, y_deviation = y[train].mean(), y[train].std() if np.ptp(y[train]) > 0 else 1
            y = (y - y_mean) / y_deviation
            """;

    private static final String CROSS_ENTROPY =
            """
            def softmax(z):
                e = np.exp(z - z.max(axis=1, keepdims=True))
                return e / e.sum(axis=1, keepdims=True)


            def cross_entropy(z, labels):
                \"""The mean of -ln(probability of the label), as log-sum-exp.\"""
                shifted = z - z.max(axis=1, keepdims=True)
                return (np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(labels)), labels]).mean()
            """;

    private static final String SQUARED_ERROR =
            """
            def squared_error(z, targets):
                \"""The mean squared difference of output and target.\"""
                return ((z - targets) ** 2).mean()
            """;

    private static final String SOFTMAX_DELTA =
            """
            delta = softmax(z[-1])
            delta[np.arange(len(labels)), labels] -= 1
            delta /= len(labels)
            """;
}
