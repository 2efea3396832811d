package mlpexplorer.nn;

import org.ejml.data.DMatrixRMaj;

import java.util.Arrays;

/// The three matrix products of a layer, over a range of rows of their result. Large products use
/// [Blas]; small ones are row-wise loops: the innermost loop runs along a row of the result and of
/// the right-hand matrix, so the compiler vectorizes it. The choice depends on the sizes alone, and
/// the order of every sum is fixed.
final class Products {
    private Products() {}

    /// Rows `from … to − 1` of `z = a·w + b`, with the bias added to every row. `z` is modified.
    static void affine(DMatrixRMaj a, DMatrixRMaj w, double[] b, DMatrixRMaj z, int from, int to) {
        int inner = w.numRows;
        int columns = w.numCols;
        for (int r = from; r < to; r++) {
            System.arraycopy(b, 0, z.data, r * columns, columns);
        }
        if (Blas.isFor(to - from, inner, columns)) {
            Blas.multiply(
                    false,
                    false,
                    to - from,
                    columns,
                    inner,
                    1,
                    a.data,
                    from * inner,
                    inner,
                    w.data,
                    0,
                    columns,
                    1,
                    z.data,
                    from * columns,
                    columns);
            return;
        }
        for (int r = from; r < to; r++) {
            addRowTimesMatrix(a.data, r * inner, inner, w.data, z.data, r * columns, columns);
        }
    }

    /// Rows `from … to − 1` of `c = aᵀ·d`, the gradient of the weights. `c` is modified.
    static void transposedLeft(DMatrixRMaj a, DMatrixRMaj d, DMatrixRMaj c, int from, int to) {
        int columns = c.numCols;
        if (Blas.isFor(a.numRows, to - from, columns)) {
            Blas.multiply(
                    true,
                    false,
                    to - from,
                    columns,
                    a.numRows,
                    1,
                    a.data,
                    from,
                    a.numCols,
                    d.data,
                    0,
                    columns,
                    0,
                    c.data,
                    from * columns,
                    columns);
            return;
        }
        Arrays.fill(c.data, from * columns, to * columns, 0);
        addTransposedLeft(a, d, 1, c, from, to);
    }

    /// Rows `from … to − 1` of `c ← c + factor·aᵀ·d`. `c` is modified.
    static void addTransposedLeft(
            DMatrixRMaj a, DMatrixRMaj d, double factor, DMatrixRMaj c, int from, int to) {
        int columns = c.numCols;
        if (Blas.isFor(a.numRows, to - from, columns)) {
            Blas.multiply(
                    true,
                    false,
                    to - from,
                    columns,
                    a.numRows,
                    factor,
                    a.data,
                    from,
                    a.numCols,
                    d.data,
                    0,
                    columns,
                    1,
                    c.data,
                    from * columns,
                    columns);
            return;
        }
        for (int r = 0; r < a.numRows; r++) {
            for (int i = from; i < to; i++) {
                addScaledRow(
                        factor * a.data[r * a.numCols + i],
                        d.data,
                        r * columns,
                        c.data,
                        i * columns,
                        columns);
            }
        }
    }

    /// Rows `from … to − 1` of `c = d·wᵀ`, the backward pass through the weights. `c` and the
    /// scratch `wT` are modified.
    static void transposedRight(
            DMatrixRMaj d, DMatrixRMaj w, DMatrixRMaj wT, DMatrixRMaj c, int from, int to) {
        int columns = c.numCols;
        int inner = d.numCols;
        if (Blas.isFor(to - from, inner, columns)) {
            Blas.multiply(
                    false,
                    true,
                    to - from,
                    columns,
                    inner,
                    1,
                    d.data,
                    from * inner,
                    inner,
                    w.data,
                    0,
                    inner,
                    0,
                    c.data,
                    from * columns,
                    columns);
            return;
        }
        transpose(w, wT);
        Arrays.fill(c.data, from * columns, to * columns, 0);
        for (int r = from; r < to; r++) {
            addRowTimesMatrix(d.data, r * inner, inner, wT.data, c.data, r * columns, columns);
        }
    }

    private static void transpose(DMatrixRMaj w, DMatrixRMaj wT) {
        for (int i = 0; i < w.numRows; i++) {
            for (int j = 0; j < w.numCols; j++) {
                wT.data[j * w.numRows + i] = w.data[i * w.numCols + j];
            }
        }
    }

    /// `sums ← sums + factor · column sums of d`. `sums` is modified.
    static void addColumnSums(DMatrixRMaj d, double factor, double[] sums) {
        for (int r = 0; r < d.numRows; r++) {
            addScaledRow(factor, d.data, r * d.numCols, sums, 0, d.numCols);
        }
    }

    /// Processes four rows of the matrix at a time, so that each result is loaded and stored a
    /// quarter as often. Skips zero inputs, such as most pixels of a digit.
    private static void addRowTimesMatrix(
            double[] row, int at, int inner, double[] w, double[] z, int to, int columns) {
        int k = 0;
        for (; k + 3 < inner; k += 4) {
            double a0 = row[at + k];
            double a1 = row[at + k + 1];
            double a2 = row[at + k + 2];
            double a3 = row[at + k + 3];
            if (a0 != 0 || a1 != 0 || a2 != 0 || a3 != 0) {
                addFourRows(a0, a1, a2, a3, w, k * columns, z, to, columns);
            }
        }
        for (; k < inner; k++) {
            addScaledRow(row[at + k], w, k * columns, z, to, columns);
        }
    }

    private static void addFourRows(
            double a0,
            double a1,
            double a2,
            double a3,
            double[] w,
            int w0,
            double[] z,
            int to,
            int columns) {
        int w1 = w0 + columns;
        int w2 = w1 + columns;
        int w3 = w2 + columns;
        for (int j = 0; j < columns; j++) {
            z[to + j] += a0 * w[w0 + j] + a1 * w[w1 + j] + a2 * w[w2 + j] + a3 * w[w3 + j];
        }
    }

    private static void addScaledRow(
            double factor, double[] row, int from, double[] target, int to, int columns) {
        if (factor == 0) {
            return;
        }
        for (int j = 0; j < columns; j++) {
            target[to + j] += factor * row[from + j];
        }
    }
}
