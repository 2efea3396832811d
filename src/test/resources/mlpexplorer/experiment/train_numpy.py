"""Trains a multi-layer perceptron with NumPy.

Blobs, 90 points · 6-5 Tanh · Adam, rate 0.02, batch 8, L2 0.001
Network 2-6-5-3, 71 parameters

Written by MLP Explorer. run.npz holds the data, its split and the initial weights,
metrics.csv the loss and accuracy of the run after each epoch.
This script trains the same run and compares its numbers with those.
"""
import csv
from pathlib import Path

import numpy as np

EPOCHS = 25
RATE = 0.02
BATCH = 8
SEED = 1

# The folder of this script, or of the notebook
FOLDER = Path(globals().get("__file__", "")).parent

run = np.load(FOLDER / "run.npz")
X, y = run["X"], run["y"].astype(int)
parts = {name: run[name].astype(int) for name in ("train", "validation", "test")}
train = parts["train"]

# Standardize by the mean and deviation of the training part
mean, deviation = X[train].mean(axis=0), X[train].std(axis=0)
deviation[np.ptp(X[train], axis=0) == 0] = 1
X = (X - mean) / deviation

# Layer l maps a row a to g(a @ W[l] + b[l])
LAYERS = 3
W = [run[f"W{l + 1}"] for l in range(LAYERS)]
b = [run[f"b{l + 1}"] for l in range(LAYERS)]
parameters = [p for layer in zip(W, b) for p in layer]


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


def tanh(z):
    return np.tanh(z)


def d_tanh(z):
    return 1 - np.tanh(z) ** 2


g, dg = [tanh, tanh], [d_tanh, d_tanh]  # of the hidden layers


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def cross_entropy(z, labels):
    """The mean of -ln(probability of the label), as log-sum-exp."""
    shifted = z - z.max(axis=1, keepdims=True)
    return (np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(labels)), labels]).mean()


def forward(x):
    """Weighted inputs z of all layers, and their inputs a; the last z belongs to the softmax."""
    z, a = [], [x]
    for layer in range(LAYERS):
        z.append(a[-1] @ W[layer] + b[layer])
        if layer < LAYERS - 1:
            a.append(g[layer](z[-1]))
    return z, a


def backward(x, labels):
    """The mean loss of a batch and its gradient, by back-propagation."""
    z, a = forward(x)
    gradients = [None] * len(parameters)
    delta = softmax(z[-1])
    delta[np.arange(len(labels)), labels] -= 1
    delta /= len(labels)
    for layer in reversed(range(LAYERS)):
        gradients[2 * layer] = a[layer].T @ delta
        gradients[2 * layer + 1] = delta.sum(axis=0)
        if layer > 0:
            delta = delta @ W[layer].T
            delta *= dg[layer - 1](z[layer - 1])
    return cross_entropy(z[-1], labels), gradients


def measure():
    """Loss and accuracy of each part."""
    row = {}
    for name, rows in parts.items():
        if len(rows):
            z = forward(X[rows])[0][-1]
            row[name + "_loss"] = cross_entropy(z, y[rows])
            row[name + "_accuracy"] = (z.argmax(axis=1) == y[rows]).mean()
    return row


m = [np.zeros_like(w) for w in parameters]
v = [np.zeros_like(w) for w in parameters]
steps = 0


def step(gradients, rate):
    """Adam."""
    global steps
    steps += 1
    beta1, beta2, epsilon = 0.9, 0.999, 1e-8
    for w, g, first, second in zip(parameters, gradients, m, v):
        first *= beta1
        first += (1 - beta1) * g
        second *= beta2
        second += (1 - beta2) * g**2
        mean = first / (1 - beta1**steps)
        square = second / (1 - beta2**steps)
        w -= rate * mean / (np.sqrt(square) + epsilon)


history = [measure()]
for epoch in range(EPOCHS):
    for rows in batches(epoch):
        loss, gradients = backward(X[rows], y[rows])
        for layer in range(LAYERS):  # the penalty, on weights only
            gradients[2 * layer] += 2 * 0.001 * W[layer]
        step(gradients, rate(epoch))
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
