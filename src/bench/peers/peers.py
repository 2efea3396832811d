#!/usr/bin/env python3
"""The workloads of performance.md in NumPy by hand, scikit-learn and PyTorch: whatever of them is installed.

Prints one JSON object: workload -> peer -> figure (the median of five after a warm-up), in the units of the report. They run with the core
type of OpenBLAS that multiplies fastest here; it is in CORE, and what it reaches, on all threads, in LIMIT.
Workloads: W1A, W1B epochs/s; W2 milliseconds (its spiral five times as large: see Workload.java); W3A, W3B, W3C samples/s; W4_TANH, W4_RELU milliseconds; FULL seconds an epoch
of 60,000 images, FULL_MB the peak memory of that process.
"""
import json
import math
import os
import resource
import statistics
import subprocess
import sys
import time
import warnings

ROUNDS = 5
SECONDS = 0.6
PEERS = {}


def spiral():
    """500 points, two classes, rows in order k, as performance.md defines them."""
    points, labels = [], []
    for c in (0, 1):
        for i in range(250):
            u = (i + 0.5) / 250
            angle = 2 * math.pi * 1.75 * u + c * math.pi
            k = 250 * c + i
            n1 = 2 * math.modf((k + 1) * 0.6180339887498949)[0] - 1
            n2 = 2 * math.modf((k + 1) * 0.41421356237309515)[0] - 1
            points.append((u * math.sin(angle) + 0.05 * n1, u * math.cos(angle) + 0.05 * n2))
            labels.append(c)
    return points, labels


# name: (hidden, activation, batch, optimizer, rate, rows)
TRAINING = {
    "W1A": ((8, 8), "tanh", 10, "sgd", 0.03, 500),
    "W1B": ((64, 64), "relu", 32, "adam", 0.001, 500),
    "W3A": ((300,), "logistic", 50, "sgd", 0.1, 5000),
    "W3B": ((200,), "relu", 1, "sgd", 0.001, 500),
    "W3C": ((256, 128), "relu", 128, "adam", 0.001, 5120),
}


def record(workload, peer, value):
    PEERS.setdefault(workload, {})[peer] = value


def rate(step, per_step):
    """Median over five rounds of how many units a second `step` does, each call doing `per_step`."""
    step()
    figures = []
    for _ in range(ROUNDS):
        count, begin = 0, time.perf_counter()
        while time.perf_counter() - begin < SECONDS:
            step()
            count += 1
        figures.append(count * per_step / (time.perf_counter() - begin))
    return statistics.median(figures)


def millis(step):
    return 1000 / rate(step, 1)


def numpy_peer(np):
    activations = {
        "tanh": (np.tanh, lambda a: 1 - a * a),
        "relu": (lambda z: np.maximum(z, 0), lambda a: a > 0),
        "logistic": (lambda z: 1 / (1 + np.exp(-z)), lambda a: a * (1 - a)),
    }

    def data(workload):
        rows = TRAINING.get(workload, (0, 0, 0, 0, 0, 500))[5]
        if workload.startswith("W3"):
            random = np.random.default_rng(3)
            return random.random((rows, 784)), random.integers(0, 10, rows)
        points, labels = spiral()
        return np.array(points) * (5 if workload == "W2" else 1), np.array(labels)

    class Net:
        def __init__(self, sizes, activation, optimizer, eta, seed=0):
            random = np.random.default_rng(seed)
            self.random = random
            self.f, self.df = activations[activation]
            self.weights = [random.uniform(-1, 1, (m, n)) * math.sqrt(6 / (m + n)) for m, n in zip(sizes, sizes[1:])]
            self.biases = [np.zeros(n) for n in sizes[1:]]
            self.adam = optimizer == "adam"
            self.eta, self.t = eta, 0
            self.parameters = self.weights + self.biases
            self.m = [np.zeros_like(p) for p in self.parameters]
            self.v = [np.zeros_like(p) for p in self.parameters]

        def forward(self, x):
            layers = [x]
            for w, b in zip(self.weights[:-1], self.biases[:-1]):
                layers.append(self.f(layers[-1] @ w + b))
            z = layers[-1] @ self.weights[-1] + self.biases[-1]
            z -= z.max(1, keepdims=True)
            np.exp(z, out=z)
            z /= z.sum(1, keepdims=True)
            return layers, z

        def step(self, x, y):
            layers, delta = self.forward(x)
            delta[np.arange(len(y)), y] -= 1
            delta /= len(y)
            dw, db = [], []
            for layer in range(len(self.weights) - 1, -1, -1):
                dw.insert(0, layers[layer].T @ delta)
                db.insert(0, delta.sum(0))
                if layer:
                    delta = (delta @ self.weights[layer].T) * self.df(layers[layer])
            if self.adam:
                self.t += 1
                for p, g, m, v in zip(self.parameters, dw + db, self.m, self.v):
                    m *= 0.9
                    m += 0.1 * g
                    v *= 0.999
                    v += 0.001 * g * g
                    p -= self.eta / (1 - 0.9 ** self.t) * m / (np.sqrt(v / (1 - 0.999 ** self.t)) + 1e-8)
            else:
                for p, g in zip(self.parameters, dw + db):
                    p -= self.eta * g

        def epoch(self, x, y, batch):
            order = self.random.permutation(len(y))
            for start in range(0, len(y), batch):
                rows = order[start:start + batch]
                self.step(x[rows], y[rows])

    for name, (hidden, activation, batch, optimizer, eta, rows) in TRAINING.items():
        x, y = data(name)
        net = Net((x.shape[1], *hidden, 10 if name.startswith("W3") else 2), activation, optimizer, eta)
        record(name, "NumPy by hand", rate(lambda: net.epoch(x, y, batch), rows if name.startswith("W3") else 1))

    x, y = data("W2")
    times = []
    for seed in range(15):
        net, spent, accuracy = Net((2, 32, 32, 2), "tanh", "adam", 0.01, seed), 0.0, 0.0
        for _ in range(2000):
            begin = time.perf_counter()
            net.epoch(x, y, 32)
            spent += time.perf_counter() - begin
            accuracy = (net.forward(x)[1].argmax(1) == y).mean()
            if accuracy >= 0.99:
                break
        times.append(1000 * spent)
    record("W2", "NumPy by hand", statistics.median(times))

    axis = np.linspace(-6, 6, 200)
    grid = np.stack(np.meshgrid(axis, axis), -1).reshape(-1, 2)
    for name, units, activation in (("W4_TANH", 16, "tanh"), ("W4_RELU", 64, "relu")):
        net = Net((2, units, units, 2), activation, "sgd", 0.1)
        record(name, "NumPy by hand", millis(lambda: net.forward(grid)[1]))


def sklearn_peer(np):
    from sklearn.neural_network import MLPClassifier

    for name, (hidden, activation, batch, optimizer, eta, rows) in TRAINING.items():
        if name.startswith("W3"):
            random = np.random.default_rng(3)
            x, y = random.random((rows, 784)), random.integers(0, 10, rows)
        else:
            points, labels = spiral()
            x, y = np.array(points), np.array(labels)
        net = MLPClassifier(hidden, activation=activation, solver=optimizer, batch_size=batch, learning_rate_init=eta,
                            alpha=0, momentum=0, nesterovs_momentum=False, max_iter=1, warm_start=True)
        record(name, "scikit-learn", rate(lambda: net.fit(x, y), rows if name.startswith("W3") else 1))


def torch_peer(torch):
    functions = {"tanh": torch.nn.Tanh, "relu": torch.nn.ReLU, "logistic": torch.nn.Sigmoid}

    def network(sizes, activation):
        layers = []
        for m, n in zip(sizes, sizes[1:]):
            layers += [torch.nn.Linear(m, n), functions[activation]()]
        return torch.nn.Sequential(*layers[:-1])

    for name, (hidden, activation, batch, optimizer, eta, rows) in TRAINING.items():
        if name.startswith("W3"):
            x, y = torch.rand(rows, 784), torch.randint(0, 10, (rows,))
        else:
            points, labels = spiral()
            x, y = torch.tensor(points), torch.tensor(labels)
        net = network((x.shape[1], *hidden, 10 if name.startswith("W3") else 2), activation)
        kind = torch.optim.Adam if optimizer == "adam" else torch.optim.SGD
        steps = kind(net.parameters(), lr=eta)
        loss = torch.nn.CrossEntropyLoss()

        def epoch():
            order = torch.randperm(rows)
            for start in range(0, rows, batch):
                chosen = order[start:start + batch]
                steps.zero_grad()
                loss(net(x[chosen]), y[chosen]).backward()
                steps.step()

        record(name, "PyTorch (float)", rate(epoch, rows if name.startswith("W3") else 1))

    axis = torch.linspace(-6, 6, 200)
    grid = torch.cartesian_prod(axis, axis)
    for name, units, activation in (("W4_TANH", 16, "tanh"), ("W4_RELU", 64, "relu")):
        net = network((2, units, units, 2), activation)
        with torch.no_grad():
            record(name, "PyTorch (float)", millis(lambda: torch.softmax(net(grid), 1)))


# by the flag of the processor that they need
CORE_TYPES = {"avx2": "Haswell", "avx512vl": "SkylakeX", "avx512_bf16": "Cooperlake", "amx_tile": "SapphireRapids"}


def gflops(np, kind):
    a = np.full((768, 768), 0.5, kind)
    best = 0
    for _ in range(10):
        begin = time.perf_counter()
        product = a @ a
        best = max(best, 2 * 768 ** 3 / (time.perf_counter() - begin) / 1e9)
    if (product != 0.25 * 768).any():
        raise SystemExit("wrong products")
    return best


def limit():
    import numpy as np
    try:
        from threadpoolctl import threadpool_info
        kernel = next((i["architecture"] for i in threadpool_info() if i["internal_api"] == "openblas"), "unknown")
    except ImportError:
        kernel = "unknown"
    print(json.dumps({"kernel": kernel, "double GFLOP/s": gflops(np, "d"), "single GFLOP/s": gflops(np, "f")}))


def full():
    """Seconds an epoch in PyTorch, and peak memory, of a process that does nothing else."""
    import torch
    x, y = torch.randint(0, 256, (60000, 784), dtype=torch.uint8) / 255, torch.randint(0, 10, (60000,))
    net = torch.nn.Sequential(torch.nn.Linear(784, 256), torch.nn.ReLU(), torch.nn.Linear(256, 128), torch.nn.ReLU(),
                              torch.nn.Linear(128, 10))
    steps, loss, times = torch.optim.Adam(net.parameters(), lr=0.001), torch.nn.CrossEntropyLoss(), []
    for _ in range(4):
        begin = time.perf_counter()
        order = torch.randperm(60000)
        for start in range(0, 60000, 128):
            chosen = order[start:start + 128]
            steps.zero_grad()
            loss(net(x[chosen]), y[chosen]).backward()
            steps.step()
        times.append(time.perf_counter() - begin)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": statistics.median(times[1:]), "MB": megabytes}))


def child(mode, environment):
    """What this script prints in that mode; nothing if it fails, as a core type can."""
    run = subprocess.run([sys.executable, __file__, mode], env=environment, stdout=subprocess.PIPE,
                         stderr=subprocess.DEVNULL)
    return json.loads(run.stdout) if run.returncode == 0 and run.stdout else {}


def fastest():
    """The environment of the fastest core type, and what it reaches."""
    plain = {k: v for k, v in os.environ.items() if not k.startswith("OPENBLAS_")}
    try:
        with open("/proc/cpuinfo") as file:
            flags = set(file.read().split())
    except OSError:
        flags = set()
    best, reached = plain, child("limit", plain)
    for flag, core in CORE_TYPES.items():
        if flag in flags:
            environment = {**plain, "OPENBLAS_CORETYPE": core}
            found = child("limit", environment)
            # the geometric mean of both precisions
            if found and score(found) > score(reached):
                best, reached = environment, found
    return best, reached


def score(found):
    return found.get("double GFLOP/s", 0) * found.get("single GFLOP/s", 0)


def main():
    environment, reached = fastest()
    peers = child("peers", environment)
    if reached:
        peers["LIMIT"] = reached
        peers["CORE"] = "%s, chosen by %s" % (reached["kernel"], environment.get("OPENBLAS_CORETYPE", "itself"))
    found = child("full", environment)
    if found:
        peers["FULL"] = {"PyTorch (float)": found["seconds"]}
        peers["FULL_MB"] = {"PyTorch (float)": found["MB"]}
    print(json.dumps(peers, indent=2))


def peers():
    warnings.filterwarnings("ignore")
    try:
        import numpy as np
    except ImportError:
        np = None
    if np is not None:
        numpy_peer(np)
        try:
            sklearn_peer(np)
        except ImportError:
            pass
    try:
        import torch
        torch_peer(torch)
    except ImportError:
        pass
    print(json.dumps(PEERS, indent=2))


if __name__ == "__main__":
    {"limit": limit, "full": full, "peers": peers}.get(sys.argv[1] if len(sys.argv) > 1 else "", main)()
