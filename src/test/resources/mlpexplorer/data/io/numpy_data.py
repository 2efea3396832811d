"""Makes the NumPy files that NumpyReaderTest reads: `numpy_data.py DIR`."""

import sys
from pathlib import Path

import numpy as np

folder = Path(sys.argv[1])
X = np.array([[0.5, 1.5], [2.5, 3.5], [4.5, 5.5], [6.5, 7.5]])
images = np.arange(24, dtype="u1").reshape(4, 2, 3)

np.savez(folder / "plain.npz", X=X, y=np.array([10, 2, 10, 2]))
np.savez_compressed(
    folder / "fortran.npz", X=np.asfortranarray(X.astype(">f4")), y=np.array(["été", "b", "été", "b"])
)
np.savez(folder / "keras.npz", x_train=images, y_train=np.array([[1, 0], [0, 1], [1, 0], [0, 1]], "u1"))
np.savez(folder / "half.npz", data=X.astype("f2"), target=np.array([True, False, True, False]))
np.savez(folder / "names.npz", inputs=X, outputs=np.zeros(4))
np.savez(folder / "price.npz", X=X, y=np.array([1.5, 2, 3, 4]))
np.savez(folder / "short.npz", X=X, y=np.array([1, 2, 3]))
np.savez(folder / "nan.npz", X=np.where(X == 3.5, np.nan, X), y=np.array([1, 2, 1, 2]))
np.savez(folder / "objects.npz", X=X, y=np.array(["a", 1, None, 2], dtype=object))
np.savez(folder / "cube.npz", X=np.zeros((4, 2, 2, 3)), y=np.array([1, 2, 1, 2]))
np.save(folder / "X_test.npy", np.asfortranarray(images))
np.save(folder / "y_test.npy", np.array([[2**53 + 1], [2**53], [2**53], [2**53]], "i8"))
np.save(folder / "table.npy", np.column_stack([X, [0, 1, 0, 1]]))
