"""Accuracies of scikit-learn's MLPClassifier on data/iris.csv, as a floor for ours.

Run from the project's root: python3 src/test/resources/mlpexplorer/reference/sklearn_iris.py
Rows whose number is divisible by 4 (counted from 0) are the test part, the others the training part; features are
standardised by the training part. One hidden layer of 8 tanh units, Adam at 0.01, batch 10, 200 epochs, seeds 0 to 9.
"""
import json
import os
import warnings

import numpy as np
import sklearn
from sklearn.neural_network import MLPClassifier

warnings.filterwarnings("ignore")
rows = [line.strip().split(",") for line in open("data/iris.csv")][1:]
x = np.array([[float(v) for v in row[:4]] for row in rows])
names = sorted({row[4] for row in rows})
y = np.array([names.index(row[4]) for row in rows])
test = np.arange(len(y)) % 4 == 0
mean, deviation = x[~test].mean(axis=0), x[~test].std(axis=0)
x = (x - mean) / deviation
result = []
for seed in range(10):
    net = MLPClassifier((8,), activation="tanh", solver="adam", learning_rate_init=0.01, batch_size=10, max_iter=200,
                        alpha=0, n_iter_no_change=10000, tol=0, random_state=seed)
    net.fit(x[~test], y[~test])
    result.append({"seed": seed, "train": net.score(x[~test], y[~test]), "test": net.score(x[test], y[test])})
out = os.path.join(os.path.dirname(__file__), "sklearn_iris.json")
with open(out, "w") as file:
    json.dump({"sklearn": sklearn.__version__, "runs": result}, file, indent=1)
    file.write("\n")
print(np.mean([r["train"] for r in result]), np.mean([r["test"] for r in result]))
