"""Writes pytorch_inputs_regression.json: regressions by PyTorch on computed inputs, in mini-batches, under every
optimizer and schedule.

Run with a Python that has torch and scikit-learn (Debian: python3-torch, python3-sklearn), in this directory:
python3 pytorch_inputs_regression.py
Each run: 7-3-1 network, 12 rows, batches of 5, 5 and 2 rows in their own order, 40 epochs, double precision.
PyTorchInputsTest repeats them.
"""

import json

import torch
import torch.nn.functional as F
from sklearn.metrics import r2_score
from torch.optim import lr_scheduler

from pytorch import OPTIMIZERS
from pytorch_inputs import flat, initial, inputs
from pytorch_regression import TARGETS

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

EPOCHS = 40
BATCH = 5

SCHEDULES = {
    '{"type": "constant"}': lambda o, rate: lr_scheduler.LambdaLR(o, lambda epoch: 1),
    '{"type": "step", "factor": 0.5, "epochs": 7}': lambda o, rate: lr_scheduler.StepLR(o, step_size=7, gamma=0.5),
    '{"type": "exponential", "decay": 0.95}': lambda o, rate: lr_scheduler.ExponentialLR(o, gamma=0.95),
    '{"type": "cosine", "epochs": 40, "floor": 0.1}':
        lambda o, rate: lr_scheduler.CosineAnnealingLR(o, T_max=40, eta_min=0.1 * rate),
    '{"type": "inverseTime", "decay": 0.1}': lambda o, rate: lr_scheduler.LambdaLR(o, lambda e: 1 / (1 + 0.1 * e)),
    '{"type": "plateau", "factor": 0.5, "patience": 1}':
        lambda o, rate: lr_scheduler.ReduceLROnPlateau(o, factor=0.5, patience=1),
}


def train(optimizer, schedule):
    x, targets = inputs(), torch.tensor(TARGETS)
    targets = (targets - targets.mean()) / targets.std(unbiased=False)
    weights, biases = ([m.requires_grad_() for m in part] for part in initial([7, 3, 1]))
    start = flat(weights, biases)
    rate, make = OPTIMIZERS[optimizer]
    stepper = make(weights, biases, rate)
    scheduler = SCHEDULES[schedule](stepper, rate)

    def predict(rows):
        return (torch.tanh(rows @ weights[0] + biases[0]) @ weights[1] + biases[1])[:, 0]

    for _ in range(EPOCHS):
        last = stepper.param_groups[0]["lr"]
        for at in range(0, len(TARGETS), BATCH):
            stepper.zero_grad()
            F.mse_loss(predict(x[at:at + BATCH]), targets[at:at + BATCH]).backward()
            stepper.step()
        with torch.no_grad():
            loss = F.mse_loss(predict(x), targets).item()
        if isinstance(scheduler, lr_scheduler.ReduceLROnPlateau):
            scheduler.step(loss)
        else:
            scheduler.step()
    return {"optimizer": optimizer, "rate": rate, "schedule": json.loads(schedule), "lastRate": last,
            "loss": loss, "r2": float(r2_score(targets, predict(x).detach().numpy())),
            "parameters": flat(weights, biases)}, start


def main():
    runs = [train(optimizer, schedule) for optimizer in OPTIMIZERS for schedule in SCHEDULES]
    head = {"torch": torch.__version__, "epochs": EPOCHS, "batch": BATCH, "targets": TARGETS, "initial": runs[0][1]}
    with open("pytorch_inputs_regression.json", "w") as file:
        fields = [f'"{key}": {json.dumps(value)}' for key, value in head.items()]
        lines = ",\n".join(json.dumps(run) for run, _ in runs)
        file.write("{" + ",\n".join(fields) + ',\n"runs": [\n' + lines + "\n]}\n")


if __name__ == "__main__":
    main()
