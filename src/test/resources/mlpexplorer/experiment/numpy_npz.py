"""Makes the .npz files that NpzTest reads (`make DIR`), and verifies one that NpzTest wrote (`verify FILE`)."""

import sys
from pathlib import Path

import numpy as np

EXAMPLE = {
    "W1": np.arange(6.0).reshape(2, 3) / 4,
    "b1": np.full(3, -1.0),
    "W2": np.arange(6.0).reshape(3, 2) / -8 + 0.0,
    "b2": np.full(2, 7.0),
}
WORKED = {
    "W1": np.array([[1, 1, 1], [-1, -1, -1]], dtype=">i8"),
    "b1": np.zeros((1, 3), dtype="<i4"),
    "W2": np.array([[1, 1], [-1, -1], [-1, -1]]),
    "b2": np.zeros((1, 2)),
    "note": np.array("arrays of other names are passed over"),
}


def make(folder):
    np.savez(folder / "numpy-float64.npz", **EXAMPLE)
    np.savez_compressed(folder / "numpy-compressed.npz", **EXAMPLE)
    fortran = {name: np.asfortranarray(array.astype("f4")) for name, array in EXAMPLE.items()}
    np.savez(folder / "numpy-float32-fortran.npz", **fortran)
    np.savez(folder / "numpy-integers.npz", **WORKED)


def verify(file):
    ours = np.load(file)
    assert ours.files == list(EXAMPLE), ours.files
    for name, array in EXAMPLE.items():
        assert ours[name].dtype == np.float64, name
        assert ours[name].shape == array.shape, name
        assert np.array_equal(ours[name], array), name


{"make": make, "verify": verify}[sys.argv[1]](Path(sys.argv[2]))
