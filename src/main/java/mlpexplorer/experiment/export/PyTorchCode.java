package mlpexplorer.experiment.export;

import static mlpexplorer.experiment.export.TrainingScript.number;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.training.TrainingSpec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/// The PyTorch form of a [TrainingScript]: `torch.nn` layers, automatic differentiation and
/// `torch.optim`.
final class PyTorchCode {
    private PyTorchCode() {}

    /// The script, with placeholders for what both libraries share.
    static String of(RunSpec spec) {
        TrainingSpec training = spec.training();
        boolean stopsEarly = training.stop().patience().isPresent();
        String penalty = penalty(spec);
        Map<String, String> blocks = new LinkedHashMap<>();
        blocks.put("scaling", spec.split().standardize() ? SCALING : "");
        blocks.put("imports", stopsEarly ? "import copy\nimport csv" : "import csv");
        blocks.put("modules", modules(spec));
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
        return TrainingScript.fill(TEXT, blocks);
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

    private static final String SCALING =
            """

            # Standardize by the mean and deviation of the training part
            mean, deviation = X[train].mean(axis=0), X[train].std(axis=0)
            deviation[np.ptp(X[train], axis=0) == 0] = 1
            X = (X - mean) / deviation
            """;

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

    private static final String TEXT =
            """
            \"""Trains a multi-layer perceptron with {about}

            Written by MLP Explorer. run.npz holds the data, its split and the initial weights,
            metrics.csv the loss and accuracy of the run after each epoch. This script trains the same
            run and compares its numbers with those.
            \"""
            {imports}

            import numpy as np
            import torch

            torch.set_default_dtype(torch.float64)

            {settings}
            {seed}

            run = np.load("run.npz")
            X, y = run["X"], run["y"]
            parts = {name: run[name].astype(int) for name in ("train", "validation", "test")}
            train = parts["train"]
            {scaling}
            X, y = torch.tensor(X), torch.tensor(y, dtype=torch.long)


            def linear(number):
                \"""A linear layer with its initial weights; PyTorch stores them transposed.\"""
                w, b = run[f"W{number}"], run[f"b{number}"]
                layer = torch.nn.Linear(*w.shape)
                layer.weight.data = torch.tensor(w.T.copy())
                layer.bias.data = torch.tensor(b)
                return layer


            model = torch.nn.Sequential(
                {modules}
            )
            weights = [layer.weight for layer in model if isinstance(layer, torch.nn.Linear)]
            biases = [layer.bias for layer in model if isinstance(layer, torch.nn.Linear)]
            optimizer = {optimizer}


            {random}


            {batches}

            {schedule}

            def measure():
                \"""Loss and accuracy of each part.\"""
                row = {}
                model.eval()
                with torch.no_grad():
                    for name, rows in parts.items():
                        if len(rows):
                            z = model(X[rows])
                            row[name + "_loss"] = torch.nn.functional.cross_entropy(z, y[rows]).item()
                            row[name + "_accuracy"] = (z.argmax(dim=1) == y[rows]).double().mean().item()
                model.train()
                return row


            history = [measure()]
            {best_before}
            for epoch in range(EPOCHS):
                for rows in batches(epoch):
                    for group in optimizer.param_groups:
                        group["lr"] = rate(epoch)
                    loss = torch.nn.functional.cross_entropy(model(X[rows]), y[rows])
                    {penalty}
                    optimizer.zero_grad()
                    {objective}.backward()
                    {clip}
                    optimizer.step()
                    {after_update}
                history.append(measure())
                {best_epoch}
                {after_epoch}
                if (epoch + 1) % max(1, EPOCHS // 20) == 0:
                    numbers = "  ".join(f"{name} {value:.4f}" for name, value in history[-1].items())
                    print(f"epoch {epoch + 1}: {numbers}")
            {best_after}
            {compare}\
            """;
}
