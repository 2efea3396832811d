"""Writes pytorch_inputs.json: small runs by PyTorch on inputs that are computed from two features and standardized.

Run with a Python that has torch (Debian: python3-torch), in this directory:  python3 pytorch_inputs.py
Each run: 7-3-3 network or softmax regression, 12 rows, full batch, 40 epochs, double precision.
"""

import json

import torch
import torch.nn.functional as F

from pytorch import INPUTS, LABELS, OPTIMIZERS

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

EPOCHS = 40
FORMULAS = ["x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)"]


def inputs():
    """The standardized inputs: mean 0 and population deviation 1."""
    x1, x2 = torch.tensor(INPUTS).T
    columns = torch.stack([x1, x2, x1**2, x2**2, x1 * x2, torch.sin(x1), torch.sin(x2)], dim=1)
    return (columns - columns.mean(dim=0)) / columns.std(dim=0, unbiased=False)


def initial(sizes):
    weights, biases, k = [], [], 0
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        layer = []
        for _ in range(fan_in * fan_out):
            k += 1
            layer.append(2 * ((k * 0.6180339887498949) % 1) - 1)
        weights.append(torch.tensor(layer).reshape(fan_in, fan_out))
        biases.append(torch.tensor([0.125 * (j - 1) for j in range(fan_out)]))
    return weights, biases


def flat(weights, biases):
    return [x for w, b in zip(weights, biases) for m in (w, b) for x in m.detach().flatten().tolist()]


def train(hidden, optimizer):
    x, labels = inputs(), torch.tensor(LABELS)
    weights, biases = ([m.requires_grad_() for m in part] for part in initial([7, *hidden, 3]))
    start = flat(weights, biases)
    rate, make = OPTIMIZERS[optimizer]
    stepper = make(weights, biases, rate)

    def loss():
        a = x
        for l, (w, b) in enumerate(zip(weights, biases)):
            z = a @ w + b
            a = torch.tanh(z) if l < len(weights) - 1 else z
        return F.cross_entropy(a, labels)

    losses = [loss().item()]
    for _ in range(EPOCHS):
        stepper.zero_grad()
        loss().backward()
        stepper.step()
        losses.append(loss().item())
    return {"hidden": hidden, "optimizer": optimizer, "rate": rate, "initial": start, "losses": losses,
            "parameters": flat(weights, biases)}


def main():
    runs = [train(hidden, optimizer) for hidden in ([], [3]) for optimizer in OPTIMIZERS]
    head = {"torch": torch.__version__, "epochs": EPOCHS, "formulas": FORMULAS,
            "features": [x for row in INPUTS for x in row], "labels": LABELS,
            "inputs": inputs().flatten().tolist()}
    with open("pytorch_inputs.json", "w") as file:
        fields = [f'"{key}": {json.dumps(value)}' for key, value in head.items()]
        lines = ",\n".join(json.dumps(run) for run in runs)
        file.write("{" + ",\n".join(fields) + ',\n"runs": [\n' + lines + "\n]}\n")


if __name__ == "__main__":
    main()
