package mlpexplorer.experiment.export;

import static mlpexplorer.experiment.export.TrainingScript.number;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.nn.Task;
import mlpexplorer.training.TrainingSpec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/// The PyTorch form of a [TrainingScript]: `torch.nn` layers, automatic differentiation and
/// `torch.optim`.
final class PyTorchCode {
    private static final String THRESHOLD =
            """
            class Threshold(torch.nn.Module):
                \"""1 for z > 0, 0 otherwise; its derivative is 0.\"""

                def forward(self, z):
                    return (z > 0).to(z.dtype) + 0 * z


            """;

    private PyTorchCode() {}

    /// The script, with placeholders for the code common to both libraries.
    static String of(RunSpec spec, Task task) {
        TrainingSpec training = spec.training();
        boolean stopsEarly = training.stop().patience().isPresent();
        String penalty = penalty(spec);
        Map<String, String> blocks = new LinkedHashMap<>(TaskCode.pytorch(task));
        blocks.put("imports", stopsEarly ? "import copy\nimport csv" : "import csv");
        blocks.put("modules", modules(spec));
        blocks.put("threshold", modules(spec).contains("Threshold()") ? THRESHOLD : "");
        blocks.put("penalty", penalty);
        blocks.put("objective", penalty.isEmpty() ? "loss" : "(loss + penalty)");
        blocks.put("clip", training.clip().map(PyTorchCode::clip).orElse(""));
        blocks.put("optimizer", optimizer(training.optimizer()));
        blocks.put("seed", training.dropout() > 0 ? "torch.manual_seed(SEED)" : "");
        blocks.put("after_update", TrainingScript.afterUpdate(training.schedule()));
        blocks.put("after_epoch", TrainingScript.afterEpoch(training.schedule()));
        blocks.put("best_before", stopsEarly ? BEST_BEFORE : "");
        blocks.put("best_epoch", stopsEarly ? BEST_EPOCH : "");
        blocks.put("best_after", stopsEarly ? BEST_AFTER : "");
        return TrainingScript.fill(TrainingScript.template("pytorch.txt"), blocks);
    }

    private static String modules(RunSpec spec) {
        StringJoiner modules = new StringJoiner("\n");
        int layers = spec.model().hidden().size();
        for (int l = 0; l < layers; l++) {
            modules.add("linear(" + (l + 1) + "),");
            modules.add(module(spec.model().activation(l)) + ",");
            if (spec.training().dropout() > 0) {
                modules.add(
                        "torch.nn.Dropout("
                                + number(spec.training().dropout())
                                + "),  # draws other masks than the run");
            }
        }
        return modules.add("linear(" + (layers + 1) + "),").toString();
    }

    private static String module(Activation activation) {
        return switch (activation) {
            case IDENTITY -> "torch.nn.Identity()";
            case RELU -> "torch.nn.ReLU()";
            case LEAKY_RELU -> "torch.nn.LeakyReLU(0.01)";
            case ELU -> "torch.nn.ELU()";
            case SIGMOID -> "torch.nn.Sigmoid()";
            case TANH -> "torch.nn.Tanh()";
            case SOFTPLUS -> "torch.nn.Softplus(threshold=40)";
            case SILU -> "torch.nn.SiLU()";
            case GELU -> "torch.nn.GELU()";
            case THRESHOLD -> "Threshold()";
        };
    }

    private static String penalty(RunSpec spec) {
        Regularizer regularizer = spec.training().regularizer();
        StringJoiner terms = new StringJoiner(" + ");
        for (int l = 0; l <= spec.model().hidden().size(); l++) {
            if (regularizer.lambda1(l) != 0) {
                terms.add(number(regularizer.lambda1(l)) + " * weights[" + l + "].abs().sum()");
            }
            if (regularizer.lambda2(l) != 0) {
                terms.add(number(regularizer.lambda2(l)) + " * (weights[" + l + "] ** 2).sum()");
            }
        }
        return terms.length() == 0 ? "" : "penalty = " + terms;
    }

    private static String clip(double limit) {
        return """

        norm = torch.sqrt(sum((p.grad ** 2).sum() for p in model.parameters()))
        if norm > %s:  # clip the gradient (clip_grad_norm_ divides by norm + 1e-6)
            for p in model.parameters():
                p.grad *= %s / norm\
        """
                .formatted(number(limit), number(limit));
    }

    private static String optimizer(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd() -> "torch.optim.SGD(model.parameters(), lr=RATE)";
            case Optimizer.Momentum(double momentum) ->
                    "torch.optim.SGD(model.parameters(), lr=RATE, momentum="
                            + number(momentum)
                            + ")";
            case Optimizer.Nesterov(double momentum) ->
                    // PyTorch refuses Nesterov without momentum
                    "torch.optim.SGD(model.parameters(), lr=RATE, momentum="
                            + number(momentum)
                            + (momentum == 0 ? ")" : ", nesterov=True)");
            case Optimizer.RmsProp(double rho, double epsilon) ->
                    "torch.optim.RMSprop(model.parameters(), lr=RATE, alpha="
                            + number(rho)
                            + ", eps="
                            + number(epsilon)
                            + ")";
            case Optimizer.AdaGrad(double epsilon) ->
                    "torch.optim.Adagrad(model.parameters(), lr=RATE, eps=" + number(epsilon) + ")";
            case Optimizer.Adam(double beta1, double beta2, double epsilon) ->
                    "torch.optim.Adam(model.parameters(), lr=RATE, betas=("
                            + number(beta1)
                            + ", "
                            + number(beta2)
                            + "), eps="
                            + number(epsilon)
                            + ")";
            case Optimizer.AdamW(double beta1, double beta2, double epsilon, double decay) ->
                    """
                    torch.optim.AdamW(
                        [{"params": weights, "weight_decay": %s}, {"params": biases, "weight_decay": 0}],
                        lr=RATE, betas=(%s, %s), eps=%s)\
                    """
                            .formatted(
                                    number(decay), number(beta1), number(beta2), number(epsilon));
        };
    }

    private static final String BEST_BEFORE =
            """
            best_loss, best_epoch = history[0]["validation_loss"], 0
            best = copy.deepcopy(model.state_dict())
            """;

    private static final String BEST_EPOCH =
            """

            if history[-1]["validation_loss"] < best_loss:
                best_loss, best_epoch = history[-1]["validation_loss"], epoch + 1
                best = copy.deepcopy(model.state_dict())\
            """;

    private static final String BEST_AFTER =
            """

            # Early stopping: back to the weights with the smallest validation loss
            model.load_state_dict(best)
            print(f"weights of epoch {best_epoch} restored")
            """;
}
