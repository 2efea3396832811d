"""Losses of single updates in PyTorch, for UpdateLogTest.

Each argument is a folder written by `runs export --to pytorch`; the losses are those that its script calls backward on.
Run: python3 pytorch_updates.py NAME=FOLDER ...
"""
import json
import os
import runpy
import sys

import torch

here = os.path.dirname(os.path.abspath(__file__))
backward = torch.Tensor.backward
runs = {}
for argument in sys.argv[1:]:
    name, folder = argument.split("=", 1)
    losses = []

    def recorded(self, *args, **kwargs):
        losses.append(float(self.detach()))
        return backward(self, *args, **kwargs)

    torch.Tensor.backward = recorded
    os.chdir(folder)
    runpy.run_path("train_pytorch.py", run_name="__main__")
    runs[name] = losses
with open(os.path.join(here, "pytorch_updates.json"), "w") as file:
    json.dump({"torch": torch.__version__, "runs": runs}, file, indent=1)
    file.write("\n")
