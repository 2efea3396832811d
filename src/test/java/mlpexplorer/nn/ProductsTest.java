package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Compared with EJML, at sizes for the Java loops and at sizes for the native library.
class ProductsTest {
    @ParameterizedTest
    @CsvSource({
        "1, 2, 3",
        "10, 2, 8",
        "10, 8, 8",
        "7, 13, 5",
        "50, 784, 30",
        "1, 100, 100",
        "33, 65, 17"
    })
    void theThreeProductsAreThoseOfMatrixAlgebra(int rows, int inner, int columns) {
        DMatrixRMaj a = random(rows, inner, 1);
        DMatrixRMaj w = random(inner, columns, 2);
        DMatrixRMaj d = random(rows, columns, 3);
        DMatrixRMaj z = new DMatrixRMaj(rows, columns);
        DMatrixRMaj gradient = random(inner, columns, 4);
        DMatrixRMaj back = random(rows, inner, 5);

        int half = rows / 2;
        Products.affine(a, w, new double[columns], z, 0, half);
        Products.affine(a, w, new double[columns], z, half, rows);
        Products.transposedLeft(a, d, gradient, 0, inner / 2);
        Products.transposedLeft(a, d, gradient, inner / 2, inner);
        Products.transposedRight(d, w, new DMatrixRMaj(columns, inner), back, 0, half);
        Products.transposedRight(d, w, new DMatrixRMaj(columns, inner), back, half, rows);

        assertClose(z, CommonOps_DDRM.mult(a, w, null));
        assertClose(gradient, CommonOps_DDRM.multTransA(a, d, null));
        assertClose(back, CommonOps_DDRM.multTransB(d, w, null));
    }

    @Test
    void theBiasIsAddedToEveryRow() {
        DMatrixRMaj z = new DMatrixRMaj(2, 2);
        Products.affine(new DMatrixRMaj(2, 1), new DMatrixRMaj(1, 2), new double[] {3, 4}, z, 0, 2);
        assertThat(z.data).containsExactly(3, 4, 3, 4);
    }

    @ParameterizedTest
    @CsvSource({"3, 2, 2", "40, 30, 20"})
    void descendingIsAddingTheScaledGradient(int rows, int inner, int columns) {
        DMatrixRMaj a = random(rows, inner, 1);
        DMatrixRMaj d = random(rows, columns, 2);
        DMatrixRMaj w = random(inner, columns, 3);
        DMatrixRMaj expected = CommonOps_DDRM.multTransA(-0.1, a, d, null);
        CommonOps_DDRM.addEquals(expected, w);
        Products.addTransposedLeft(a, d, -0.1, w, 0, inner);
        assertClose(w, expected);
    }

    @Test
    void theNativeLibraryIsThereInThisBuild() {
        boolean expected =
                System.getProperty("os.arch").equals("amd64")
                        || System.getProperty("os.arch").equals("aarch64");
        assertThat(Blas.isFor(50, 784, 300)).isEqualTo(expected);
        assertThat(Blas.isFor(2, 2, 2)).isFalse();
    }

    private static DMatrixRMaj random(int rows, int columns, long seed) {
        RandomStream random = new RandomStream(seed);
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < matrix.getNumElements(); i++) {
            matrix.data[i] = random.nextGaussian();
        }
        return matrix;
    }

    private static void assertClose(DMatrixRMaj actual, DMatrixRMaj expected) {
        assertThat(actual.data).containsExactly(expected.data, within(1e-11));
    }
}
