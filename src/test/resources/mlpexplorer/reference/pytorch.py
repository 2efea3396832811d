"""Writes pytorch.json and pytorch_single.json, what PyTorch makes of one small training run under every optimizer,
activation and penalty, in double and in single precision.

Run with a Python that has torch (Debian: python3-torch), in this directory:  python3 pytorch.py
Each run: 2-3-3-3 network, 12 rows, full batch, 50 epochs. PyTorchTest repeats them.
"""

import json

import torch
import torch.nn.functional as F

torch.set_num_threads(1)

EPOCHS = 50
SIZES = [2, 3, 3, 3]
INPUTS = [
    [0.5, -1.0], [1.5, 0.25], [-0.75, 0.5], [0.0, 1.25], [-1.5, -0.5], [2.0, 1.0],
    [-0.25, -1.75], [0.75, 0.75], [-1.0, 1.5], [1.25, -0.5], [-2.0, 0.125], [0.375, 0.0],
]
LABELS = [0, 1, 2, 1, 0, 1, 0, 2, 2, 0, 2, 1]

ACTIVATIONS = {
    "IDENTITY": lambda z: z,
    "RELU": F.relu,
    "LEAKY_RELU": lambda z: F.leaky_relu(z, 0.01),
    "ELU": F.elu,
    "SIGMOID": torch.sigmoid,
    "TANH": torch.tanh,
    "SOFTPLUS": F.softplus,
    "SILU": F.silu,
    "GELU": F.gelu,
    "THRESHOLD": lambda z: (z > 0).to(z.dtype) + 0 * z,
}

# Defaults are PyTorch's own, so that ours are tested with them; only the rate is chosen.
OPTIMIZERS = {
    "sgd": (0.1, lambda w, b, rate: torch.optim.SGD(w + b, lr=rate)),
    "momentum": (0.1, lambda w, b, rate: torch.optim.SGD(w + b, lr=rate, momentum=0.9)),
    "nesterov": (0.1, lambda w, b, rate: torch.optim.SGD(w + b, lr=rate, momentum=0.9, nesterov=True)),
    "rmsprop": (0.01, lambda w, b, rate: torch.optim.RMSprop(w + b, lr=rate)),
    "adagrad": (0.1, lambda w, b, rate: torch.optim.Adagrad(w + b, lr=rate)),
    "adam": (0.02, lambda w, b, rate: torch.optim.Adam(w + b, lr=rate)),
    # Ours decays weights only.
    "adamw": (0.02, lambda w, b, rate: torch.optim.AdamW([{"params": w}, {"params": b, "weight_decay": 0.0}], lr=rate)),
}

REGULARIZERS = {
    "none": lambda w: 0,
    "l1": lambda w: 0.01 * sum(m.abs().sum() for m in w),
    "l2": lambda w: 0.01 * sum((m * m).sum() for m in w),
}


def initial():
    """Weights spread over (-1, 1) by the golden ratio, and small biases: no symmetry, no special values."""
    weights, biases, k = [], [], 0
    for fan_in, fan_out in zip(SIZES, SIZES[1:]):
        layer = []
        for _ in range(fan_in * fan_out):
            k += 1
            layer.append(2 * ((k * 0.6180339887498949) % 1) - 1)
        weights.append(torch.tensor(layer).reshape(fan_in, fan_out))
        biases.append(torch.tensor([0.125 * (j - 1) for j in range(fan_out)]))
    return weights, biases


def train(activation, optimizer, regularizer):
    inputs, labels = torch.tensor(INPUTS), torch.tensor(LABELS)
    weights, biases = ([m.requires_grad_() for m in part] for part in initial())
    rate, start = OPTIMIZERS[optimizer]
    stepper = start(weights, biases, rate)

    def loss():
        a = inputs
        for l, (w, b) in enumerate(zip(weights, biases)):
            z = a @ w + b
            a = ACTIVATIONS[activation](z) if l < len(weights) - 1 else z
        return F.cross_entropy(a, labels)

    for _ in range(EPOCHS):
        stepper.zero_grad()
        (loss() + REGULARIZERS[regularizer](weights)).backward()
        stepper.step()
    values = [x for w, b in zip(weights, biases) for m in (w, b) for x in m.detach().flatten().tolist()]
    return {"activation": activation, "optimizer": optimizer, "rate": rate, "regularizer": regularizer,
            "loss": loss().item(), "parameters": values}


def write(dtype, name):
    torch.set_default_dtype(dtype)
    weights, biases = initial()
    runs = [train(a, o, r) for a in ACTIVATIONS for o in OPTIMIZERS for r in REGULARIZERS]
    head = {
        "torch": torch.__version__,
        "epochs": EPOCHS,
        "sizes": SIZES,
        "inputs": [x for row in INPUTS for x in row],
        "labels": LABELS,
        "initial": [x for w, b in zip(weights, biases) for m in (w, b) for x in m.flatten().tolist()],
    }
    with open(name, "w") as file:
        fields = [f'"{key}": {json.dumps(value)}' for key, value in head.items()]
        lines = ",\n".join(json.dumps(run) for run in runs)
        file.write("{" + ",\n".join(fields) + ',\n"runs": [\n' + lines + "\n]}\n")


if __name__ == "__main__":
    write(torch.float64, "pytorch.json")
    write(torch.float32, "pytorch_single.json")
