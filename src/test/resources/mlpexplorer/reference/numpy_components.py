"""Principal components by NumPy's eigh, for PrincipalComponentsTest.

Run from the project's root: python3 src/test/resources/mlpexplorer/reference/numpy_components.py
Iris is standardised with all of its rows; the other table has five correlated columns of different width.
"""
import json
import os

import numpy as np


def components(x):
    mean = x.mean(axis=0)
    values, vectors = np.linalg.eigh((x - mean).T @ (x - mean) / len(x))
    order = np.argsort(-values)[:2]
    first, second = (v * np.sign(v[np.argmax(np.abs(v))]) for v in vectors.T[order])
    return {"rows": x.tolist(), "mean": mean.tolist(), "first": first.tolist(), "second": second.tolist(),
            "shares": (values[order] / values.sum()).tolist()}


rows = [line.strip().split(",") for line in open("data/iris.csv")][1:]
iris = np.array([[float(v) for v in row[:4]] for row in rows])
iris = (iris - iris.mean(axis=0)) / iris.std(axis=0)
random = np.random.default_rng(7)
mixed = np.round(random.normal(size=(40, 5)) @ random.normal(size=(5, 5)) * [1, 3, 10, 0.2, 1] + [5, 0, -40, 2, 1], 4)
out = os.path.join(os.path.dirname(__file__), "numpy_components.json")
with open(out, "w") as file:
    json.dump({"numpy": np.__version__, "iris": components(iris), "mixed": components(mixed)}, file)
    file.write("\n")
