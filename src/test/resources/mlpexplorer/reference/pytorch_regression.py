"""Writes pytorch_regression.json: small regression runs by PyTorch in mini-batches, with schedules.

Run with a Python that has torch and scikit-learn (Debian: python3-torch, python3-sklearn), in this directory:
python3 pytorch_regression.py
Each run: 2-4-3-1 network, 12 rows, batches of 5, 5 and 2 rows in their own order, 40 epochs, double precision.
"""

import json

import torch
import torch.nn.functional as F
from sklearn.metrics import r2_score

from pytorch import ACTIVATIONS, INPUTS, OPTIMIZERS

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

EPOCHS = 40
BATCH = 5
SIZES = [2, 4, 3, 1]
TARGETS = [x * y - 0.5 * x + 0.25 for x, y in INPUTS]

SCHEDULES = {
    "constant": lambda o: torch.optim.lr_scheduler.LambdaLR(o, lambda epoch: 1),
    "inverseTime": lambda o: torch.optim.lr_scheduler.LambdaLR(o, lambda epoch: 1 / (1 + 0.1 * epoch)),
    "plateau": lambda o: torch.optim.lr_scheduler.ReduceLROnPlateau(o, factor=0.5, patience=1, threshold=1e-4),
}


def initial():
    weights, biases, k = [], [], 0
    for fan_in, fan_out in zip(SIZES, SIZES[1:]):
        layer = []
        for _ in range(fan_in * fan_out):
            k += 1
            layer.append(2 * ((k * 0.6180339887498949) % 1) - 1)
        weights.append(torch.tensor(layer).reshape(fan_in, fan_out))
        biases.append(torch.tensor([0.125 * (j - 1) for j in range(fan_out)]))
    return weights, biases


def train(activation, optimizer, schedule):
    inputs, targets = torch.tensor(INPUTS), torch.tensor(TARGETS)
    weights, biases = ([m.requires_grad_() for m in part] for part in initial())
    rate, start = OPTIMIZERS[optimizer]
    stepper = start(weights, biases, rate)
    scheduler = SCHEDULES[schedule](stepper)

    def predict(x):
        a = x
        for l, (w, b) in enumerate(zip(weights, biases)):
            z = a @ w + b
            a = ACTIVATIONS[activation](z) if l < len(weights) - 1 else z
        return a[:, 0]

    for _ in range(EPOCHS):
        for at in range(0, len(TARGETS), BATCH):
            stepper.zero_grad()
            F.mse_loss(predict(inputs[at:at + BATCH]), targets[at:at + BATCH]).backward()
            stepper.step()
        with torch.no_grad():
            loss = F.mse_loss(predict(inputs), targets).item()
        if schedule == "plateau":
            scheduler.step(loss)
        else:
            scheduler.step()
    values = [x for w, b in zip(weights, biases) for m in (w, b) for x in m.detach().flatten().tolist()]
    return {"activation": activation, "optimizer": optimizer, "rate": rate, "schedule": schedule, "loss": loss,
            "r2": float(r2_score(TARGETS, predict(inputs).detach().numpy())), "parameters": values}


def main():
    weights, biases = initial()
    runs = [train(a, o, s) for a in ("TANH", "RELU") for o in OPTIMIZERS for s in SCHEDULES]
    head = {"torch": torch.__version__, "epochs": EPOCHS, "batch": BATCH, "sizes": SIZES,
            "inputs": [x for row in INPUTS for x in row], "targets": TARGETS,
            "initial": [x for w, b in zip(weights, biases) for m in (w, b) for x in m.flatten().tolist()]}
    with open("pytorch_regression.json", "w") as file:
        fields = [f'"{key}": {json.dumps(value)}' for key, value in head.items()]
        lines = ",\n".join(json.dumps(run) for run in runs)
        file.write("{" + ",\n".join(fields) + ',\n"runs": [\n' + lines + "\n]}\n")


if __name__ == "__main__":
    main()
