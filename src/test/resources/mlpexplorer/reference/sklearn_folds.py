"""Rows of each class in each part of scikit-learn's splitters, for PartAssignmentTest.

Run from the project's root: python3 src/test/resources/mlpexplorer/reference/sklearn_folds.py
Class c has counts[c] rows, sorted by class.
"""
import json
import os

import numpy as np
import sklearn
from sklearn.model_selection import KFold, StratifiedKFold, train_test_split


def counts(y, rows, classes):
    return np.bincount(y[rows], minlength=classes).tolist()


cases = []
for sizes in ([50, 50, 50], [50, 30, 7], [11, 4, 13, 2], [5, 6]):
    y = np.repeat(np.arange(len(sizes)), sizes)
    x = y.reshape(-1, 1)
    case = {"counts": sizes, "folds": {}, "stratified": {}, "test": {}}
    for folds in (2, 3, 5):
        case["folds"][folds] = [len(rows) for _, rows in KFold(folds).split(x)]
        if min(sizes) >= folds:
            splitter = StratifiedKFold(folds)
            case["stratified"][folds] = [counts(y, rows, len(sizes)) for _, rows in splitter.split(x, y)]
    for share in (0.2, 0.25, 0.5):
        test = int(round(share * len(y)))
        if test >= len(sizes) and min(sizes) >= 2:
            # ties are broken at random: a case counts if all seeds agree
            drawn = {
                tuple(counts(y, train_test_split(np.arange(len(y)), test_size=test, stratify=y, random_state=seed)[1],
                             len(sizes)))
                for seed in range(50)
            }
            if len(drawn) == 1:
                case["test"][share] = list(drawn.pop())
    cases.append(case)
text = json.dumps({"scikit-learn": sklearn.__version__, "cases": cases}, indent=1)
with open(os.path.join(os.path.dirname(__file__), "sklearn_folds.json"), "w") as file:
    file.write(text + "\n")
