"""Writes pytorch_schedules.json: the learning rate of each epoch under PyTorch's schedulers.

Run with a Python that has torch (Debian: python3-torch), in this directory:  python3 pytorch_schedules.py
"""

import json

import torch
from torch.optim import lr_scheduler

EPOCHS = 60
RATE = 0.5

# Falls, then wobbles about a floor, so that a plateau begins and ends.
LOSSES = [max(0.9 ** e, 0.05) * (1 + 0.2 * ((e * 0.6180339887498949) % 1)) for e in range(EPOCHS)]

SCHEDULERS = {
    "step 0.5 3": lambda o: lr_scheduler.StepLR(o, step_size=3, gamma=0.5),
    "exponential 0.97": lambda o: lr_scheduler.ExponentialLR(o, gamma=0.97),
    "cosine 60 0.1": lambda o: lr_scheduler.CosineAnnealingLR(o, T_max=60, eta_min=0.1 * RATE),
    "inverseTime 0.05": lambda o: lr_scheduler.LambdaLR(o, lambda epoch: 1 / (1 + 0.05 * epoch)),
    "plateau 0.1 10": lambda o: lr_scheduler.ReduceLROnPlateau(o),
    "plateau 0.5 1": lambda o: lr_scheduler.ReduceLROnPlateau(o, factor=0.5, patience=1),
    "plateau 0.3 4": lambda o: lr_scheduler.ReduceLROnPlateau(o, factor=0.3, patience=4),
}


def rates(make):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=RATE)
    scheduler = make(optimizer)
    result = []
    for loss in LOSSES:
        result.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if isinstance(scheduler, lr_scheduler.ReduceLROnPlateau):
            scheduler.step(loss)
        else:
            scheduler.step()
    return result


with open("pytorch_schedules.json", "w") as file:
    lines = ",\n".join(
        json.dumps({"schedule": name, "rates": rates(make)}) for name, make in SCHEDULERS.items())
    file.write(json.dumps({"torch": torch.__version__, "rate": RATE, "losses": LOSSES})[:-1]
               + ', "runs": [\n' + lines + "\n]}\n")
