package mlpexplorer.nn;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// The three matrix products of a layer, as loops ordered by rows: the innermost one runs along a row of the result and
/// of the right-hand matrix, so the compiler turns it into vector instructions. The order of every sum is fixed.
final class Products {
    private Products() {}

    /// `z = a·w + b` with the bias added to every row. `z` is modified; `a`, `w`, `b` are not.
    static void affine(DMatrixRMaj a, DMatrixRMaj w, double[] b, DMatrixRMaj z) {
        int inner = w.numRows;
        int columns = w.numCols;
        for (int r = 0; r < a.numRows; r++) {
            System.arraycopy(b, 0, z.data, r * columns, columns);
            addRowTimesMatrix(a.data, r * inner, inner, w.data, z.data, r * columns, columns);
        }
    }

    /// `c = aᵀ·d`, the gradient of the weights. `c` is modified.
    static void transposedLeft(DMatrixRMaj a, DMatrixRMaj d, DMatrixRMaj c) {
        c.zero();
        int inner = c.numRows;
        int columns = c.numCols;
        for (int r = 0; r < a.numRows; r++) {
            for (int i = 0; i < inner; i++) {
                addScaledRow(a.data[r * inner + i], d.data, r * columns, c.data, i * columns, columns);
            }
        }
    }

    /// `c = d·wᵀ`, the way back through the weights. `c` and the scratch `wT` are modified.
    static void transposedRight(DMatrixRMaj d, DMatrixRMaj w, DMatrixRMaj wT, DMatrixRMaj c) {
        CommonOps_DDRM.transpose(w, wT);
        int columns = c.numCols;
        Arrays.fill(c.data, 0, d.numRows * columns, 0);
        for (int r = 0; r < d.numRows; r++) {
            addRowTimesMatrix(d.data, r * d.numCols, d.numCols, wT.data, c.data, r * columns, columns);
        }
    }

    /// Column sums of `d` into `sums` (modified).
    static void columnSums(DMatrixRMaj d, double[] sums) {
        Arrays.fill(sums, 0);
        for (int r = 0; r < d.numRows; r++) {
            addScaledRow(1, d.data, r * d.numCols, sums, 0, d.numCols);
        }
    }

    /// Four rows of the matrix at a time, so that each result is loaded and stored a quarter as often.
    private static void addRowTimesMatrix(double[] row, int at, int inner, double[] w, double[] z, int to, int columns) {
        int k = 0;
        for (; k + 3 < inner; k += 4) {
            double a0 = row[at + k];
            double a1 = row[at + k + 1];
            double a2 = row[at + k + 2];
            double a3 = row[at + k + 3];
            int w0 = k * columns;
            int w1 = w0 + columns;
            int w2 = w1 + columns;
            int w3 = w2 + columns;
            for (int j = 0; j < columns; j++) {
                z[to + j] += a0 * w[w0 + j] + a1 * w[w1 + j] + a2 * w[w2 + j] + a3 * w[w3 + j];
            }
        }
        for (; k < inner; k++) {
            addScaledRow(row[at + k], w, k * columns, z, to, columns);
        }
    }

    private static void addScaledRow(double factor, double[] row, int from, double[] target, int to, int columns) {
        if (factor == 0) {
            return;
        }
        for (int j = 0; j < columns; j++) {
            target[to + j] += factor * row[from + j];
        }
    }
}
