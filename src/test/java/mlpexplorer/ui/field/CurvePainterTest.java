package mlpexplorer.ui.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.data.Split.Part;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.controls.Theme;

import org.junit.jupiter.api.Test;

import java.util.List;

class CurvePainterTest {
    private final Split split = Runs.split(new DataSpec.Curve());
    private final PlaneView plane = PlaneView.of(split, new PlaneChoice.Target());
    private final FieldPainter painter = FieldPainter.of(split, Theme.LIGHT, false);
    private final Mlp linear = new Mlp(Runs.SOFTMAX_REGRESSION, 1, new Task.Regression());

    private Contour line(double slope, double bias) {
        Parameters p = linear.initialize(1).zeros();
        p.weights(0)[0] = slope;
        p.biases(0)[0] = bias;
        return FieldPicture.still(
                        new FieldRequest(linear, p, plane.projection(), plane.home(), painter, 200))
                .contour();
    }

    @Test
    void theLineIsThePredictionInTheUnitsOfTheData() {
        Contour line = line(0.5, 0.1);

        assertThat(line.lines()).isEqualTo(1);
        for (int point : List.of(0, line.end(0) / 2, line.end(0) - 1)) {
            double x = plane.home().x(line.x(point));
            double expected = split.scaling().targetOf(0.5 * split.scaling().scale(0, x) + 0.1);
            assertThat(plane.home().y(line.y(point))).isCloseTo(expected, within(1e-4));
        }
    }

    @Test
    void whatIsFarOutsideStaysCloseToThePlot() {
        Contour line = line(1e9, 0);

        for (int point = 0; point < line.end(0); point++) {
            assertThat(line.y(point)).isBetween(-1f, 2f);
        }
    }

    @Test
    void whatIsNoNumberIsNotDrawn() {
        assertThat(line(Double.NaN, 0).lines()).isZero();
    }

    @Test
    void pointsHaveTheirTargetAsHeightAndTheColorOfTheirPart() {
        for (int position = 0; position < split.dataset().rows(); position++) {
            assertThat(plane.points().y()[position])
                    .isEqualTo(split.dataset().samples().target(split.row(position)));
            assertThat(painter.pointArgb(split, position))
                    .isEqualTo(CurvePainter.partArgb(split.part(position), Theme.LIGHT));
        }
        assertThat(split.part(0)).isEqualTo(Part.TRAIN);
        assertThat(plane.isIn(plane.home())).isTrue();
    }
}
