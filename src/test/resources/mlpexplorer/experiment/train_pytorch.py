"""Trains a multi-layer perceptron with PyTorch.

Blobs, 90 points · 6-5 Tanh · Adam, rate 0.02, batch 8, L2 0.001
Network 2-6-5-3, 71 parameters

Written by MLP Explorer. run.npz holds the data, its split and the initial weights,
metrics.csv the loss and accuracy of the run after each epoch.
This script trains the same run and compares its numbers with those.
"""
import csv
from pathlib import Path

import numpy as np
import torch

torch.set_default_dtype(torch.float64)

EPOCHS = 25
RATE = 0.02
BATCH = 8
SEED = 1

# The folder of this script, or of the notebook
FOLDER = Path(globals().get("__file__", "")).parent

run = np.load(FOLDER / "run.npz")
X, y = run["X"], run["y"]
parts = {name: run[name].astype(int) for name in ("train", "validation", "test")}
train = parts["train"]

# Standardize by the mean and deviation of the training part
mean, deviation = X[train].mean(axis=0), X[train].std(axis=0)
deviation[np.ptp(X[train], axis=0) == 0] = 1
X = (X - mean) / deviation
X, y = torch.tensor(X), torch.tensor(y, dtype=torch.long)


def linear(number):
    """A linear layer with its initial weights; PyTorch stores them transposed."""
    w, b = run[f"W{number}"], run[f"b{number}"]
    layer = torch.nn.Linear(*w.shape)
    layer.weight.data = torch.tensor(w.T.copy())
    layer.bias.data = torch.tensor(b)
    return layer


model = torch.nn.Sequential(
    linear(1),
    torch.nn.Tanh(),
    linear(2),
    torch.nn.Tanh(),
    linear(3),
)
weights = [layer.weight for layer in model if isinstance(layer, torch.nn.Linear)]
biases = [layer.bias for layer in model if isinstance(layer, torch.nn.Linear)]
optimizer = torch.optim.Adam(model.parameters(), lr=RATE, betas=(0.9, 0.999), eps=1e-8)


class RandomStream:
    """SplitMix64 (Steele, Lea and Flood 2014), addressed by a seed and coordinates."""
    GOLDEN = np.array([0x9E3779B97F4A7C15], dtype=np.uint64)

    def __init__(self, seed, *coordinates):
        self.state = self.mix(np.array([seed % 2**64], dtype=np.uint64) + self.GOLDEN)
        for c in coordinates:
            self.state = self.mix(self.state + np.array([c + 1], dtype=np.uint64) * self.GOLDEN)

    @staticmethod
    def mix(z):
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return z ^ (z >> np.uint64(31))

    def bits(self, count):
        """The next random 64-bit numbers."""
        states = self.state + np.arange(1, count + 1, dtype=np.uint64) * self.GOLDEN
        self.state = states[-1:]
        return self.mix(states)

    def uniform(self, count):
        """The next random numbers in [0, 1)."""
        return (self.bits(count) >> np.uint64(11)) * 2.0**-53

    def permutation(self, n):
        """A random order of 0 ... n - 1 (Fisher-Yates)."""
        bounds = np.arange(1, n + 1, dtype=np.uint64)
        chosen = ((self.bits(n) >> np.uint64(32)) * bounds >> np.uint64(32)).astype(int)
        order = np.zeros(n, dtype=int)
        for i, j in enumerate(chosen):
            order[i] = order[j]
            order[j] = i
        return order


def batches(epoch):
    """The row numbers of each mini-batch: the training rows in a new order every epoch."""
    order = train[RandomStream(SEED, 1, epoch).permutation(len(train))]
    return [order[i:i + BATCH] for i in range(0, len(order), BATCH)]


def rate(epoch):
    """The learning rate of an epoch, counted from 0."""
    return RATE


def measure():
    """Loss and accuracy of each part."""
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
for epoch in range(EPOCHS):
    for rows in batches(epoch):
        for group in optimizer.param_groups:
            group["lr"] = rate(epoch)
        loss = torch.nn.functional.cross_entropy(model(X[rows]), y[rows])
        penalty = 0.001 * (weights[0] ** 2).sum() + 0.001 * (weights[1] ** 2).sum() + 0.001 * (weights[2] ** 2).sum()
        optimizer.zero_grad()
        (loss + penalty).backward()
        optimizer.step()
    history.append(measure())
    if (epoch + 1) % max(1, EPOCHS // 20) == 0:
        numbers = "  ".join(f"{name} {value:.4f}" for name, value in history[-1].items())
        print(f"epoch {epoch + 1}: {numbers}")

# Compare with the numbers of the run
largest = 0.0
with open(FOLDER / "metrics.csv") as file:
    for row in csv.DictReader(file):
        for name, value in history[int(row["epoch"])].items():
            if row[name]:
                largest = max(largest, abs(value - float(row[name])))
print(f"largest difference from metrics.csv: {largest:.1e}")
