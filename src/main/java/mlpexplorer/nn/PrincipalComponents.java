package mlpexplorer.nn;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/// The first two principal components (Pearson 1901): unit eigenvectors of the covariance matrix
/// for its two largest eigenvalues. The largest component of a direction (the first of equals) is
/// positive, as in scikit-learn.
///
/// @param mean mean of each column
/// @param first direction of the largest variance
/// @param second direction of the largest variance orthogonal to the first
/// @param firstShare share of the total variance, 0 to 1; 0 if nothing varies
/// @param secondShare share of the total variance
public record PrincipalComponents(
        double[] mean, double[] first, double[] second, double firstShare, double secondShare) {
    /// With more columns, the covariance matrix takes too long to decompose interactively.
    public static final int MAX_COLUMNS = 1024;

    /// This many rows are enough for an estimate.
    private static final int MAX_ROWS = 5000;

    /// Computes the components of the first 5,000 rows of `samples`, which must be shuffled, as the
    /// parts of a split are.
    ///
    /// @throws IllegalArgumentException for fewer than 2 or more than [#MAX_COLUMNS] columns, or no
    ///   rows
    public static PrincipalComponents of(Samples samples) {
        int columns = samples.columns();
        Require.between("columns", columns, 2, MAX_COLUMNS);
        Require.between("rows", samples.rows(), 1, Integer.MAX_VALUE);
        Samples rows = samples.head(MAX_ROWS);
        double[] mean = mean(rows);
        EigenDecomposition_F64<DMatrixRMaj> eigen =
                DecompositionFactory_DDRM.eig(columns, true, true);
        DMatrixRMaj covariance = covariance(rows, mean);
        double total = 0;
        for (int c = 0; c < columns; c++) {
            total += covariance.get(c, c);
        }
        if (!eigen.decompose(covariance)) {
            throw new IllegalArgumentException(
                    "The features have no principal components: their values are too large.");
        }
        int first = largest(eigen, -1);
        int second = largest(eigen, first);
        return new PrincipalComponents(
                mean,
                direction(eigen, first),
                direction(eigen, second),
                share(eigen, first, total),
                share(eigen, second, total));
    }

    /// The mean of each column.
    public static double[] mean(Samples samples) {
        double[] mean = new double[samples.columns()];
        double[] row = new double[mean.length];
        for (int i = 0; i < samples.rows(); i++) {
            samples.copyRow(i, row, 0);
            for (int c = 0; c < mean.length; c++) {
                mean[c] += row[c] / samples.rows();
            }
        }
        return mean;
    }

    private static DMatrixRMaj covariance(Samples samples, double[] mean) {
        int columns = mean.length;
        DMatrixRMaj covariance = new DMatrixRMaj(columns, columns);
        double[] sum = covariance.data;
        double[] row = new double[columns];
        for (int i = 0; i < samples.rows(); i++) {
            samples.copyRow(i, row, 0);
            for (int c = 0; c < columns; c++) {
                row[c] -= mean[c];
            }
            for (int a = 0; a < columns; a++) {
                double weight = row[a] / samples.rows();
                for (int b = a; b < columns; b++) {
                    sum[a * columns + b] += weight * row[b];
                }
            }
        }
        for (int a = 0; a < columns; a++) {
            for (int b = 0; b < a; b++) {
                sum[a * columns + b] = sum[b * columns + a];
            }
        }
        return covariance;
    }

    private static int largest(EigenDecomposition_F64<DMatrixRMaj> eigen, int except) {
        int best = -1;
        for (int i = 0; i < eigen.getNumberOfEigenvalues(); i++) {
            if (i != except && (best < 0 || value(eigen, i) > value(eigen, best))) {
                best = i;
            }
        }
        return best;
    }

    private static double value(EigenDecomposition_F64<DMatrixRMaj> eigen, int index) {
        return eigen.getEigenvalue(index).getReal();
    }

    private static double share(
            EigenDecomposition_F64<DMatrixRMaj> eigen, int index, double total) {
        return total > 0 ? Math.clamp(value(eigen, index) / total, 0, 1) : 0;
    }

    private static double[] direction(EigenDecomposition_F64<DMatrixRMaj> eigen, int index) {
        double[] direction = eigen.getEigenVector(index).data.clone();
        int largest = 0;
        for (int c = 1; c < direction.length; c++) {
            largest = Math.abs(direction[c]) > Math.abs(direction[largest]) + 1e-12 ? c : largest;
        }
        double sign = direction[largest] < 0 ? -1 : 1;
        for (int c = 0; c < direction.length; c++) {
            direction[c] *= sign;
        }
        return direction;
    }
}
