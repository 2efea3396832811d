package mlpexplorer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

final class PointsTest {

    @Test
    void theDatasetHoldsThePointsAsGivenWhateverTheSeed() {
        DataSpec.Plane points =
                new DataSpec.Points(
                        List.of(new LabeledPoint(1, -1, 0), new LabeledPoint(0.5, 2, 2)), 3);
        Dataset dataset = points.generate(77);
        assertThat(dataset.rows()).isEqualTo(2).isEqualTo(points.rows());
        assertThat(dataset.classes()).isEqualTo(3).isEqualTo(points.classes());
        assertThat(dataset.samples().feature(1, 0)).isEqualTo(0.5);
        assertThat(dataset.samples().feature(1, 1)).isEqualTo(2);
        assertThat(dataset.samples().label(1)).isEqualTo(2);
    }

    @Test
    void aLabelBeyondTheClassesIsRefusedByItsPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new DataSpec.Points(
                                List.of(new LabeledPoint(0, 0, 0), new LabeledPoint(0, 0, 2)), 2))
                .withMessage("points[1].label is 2, but must be from 0 to 1.");
    }

    @Test
    void thereMayBeNoPointYet() {
        assertThat(new DataSpec.Points(List.of(), 2).generate(1).rows()).isZero();
    }

    @Test
    void thereAreAtMost5000Points() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new DataSpec.Points(
                                Collections.nCopies(5001, new LabeledPoint(0, 0, 0)), 2))
                .withMessage("points has 5001 rows, but must have at most 5000.");
    }

    @Test
    void aCoordinateMustBeFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LabeledPoint(Double.NaN, 0, 0))
                .withMessageStartingWith("x1 is NaN, but must be from");
    }
}
