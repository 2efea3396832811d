package mlpexplorer.ui.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.Input;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.data.io.DataLoader;

import org.junit.jupiter.api.Test;

import java.util.List;

class PlaneViewTest {
    private final Dataset iris = DataLoader.load(new DataSpec.Iris(), 1);
    private final Split split = new Split(iris, new SplitSpec(), 1);

    @Test
    void twoFeaturesAreTheirOwnPlane() {
        Split circles = Runs.split(new DataSpec.Circles());
        PlaneView view = PlaneView.of(circles, PlaneChoice.defaults(2));

        for (int position = 0; position < circles.dataset().rows(); position++) {
            int row = circles.row(position);
            assertThat(view.points().x()[position])
                    .isCloseTo(circles.dataset().samples().feature(row, 0), within(1e-12));
            assertThat(view.points().y()[position])
                    .isCloseTo(circles.dataset().samples().feature(row, 1), within(1e-12));
        }
        assertThat(view.home()).isEqualTo(Domain.HOME);
    }

    @Test
    void computedInputsFollowTheirFeatures() {
        SplitSpec all = new SplitSpec().withInputs(List.of(Input.values()));
        Split circles = new Split(new DataSpec.Circles().generate(1), all, 1);
        for (int across = 0; across < 2; across++) {
            PlaneChoice choice = new PlaneChoice.Features(across, 1 - across);
            PlaneView view = PlaneView.of(circles, choice);
            double[] expected = new double[7];
            circles.scaling()
                    .apply(
                            across == 0 ? new double[] {1.5, -2} : new double[] {-2, 1.5},
                            expected,
                            0);
            double[] inputs = new double[7];
            view.projection().place(1.5, -2, inputs);
            assertThat(inputs).containsExactly(expected, within(1e-12));
            assertThat(view.points().x()[7])
                    .isEqualTo(circles.dataset().samples().feature(circles.row(7), across));
        }
    }

    @Test
    void rowsFarFromAPlaneOfTwoOfManyFeaturesAreFaded() {
        double[] opacity = PlaneView.of(split, new PlaneChoice.Features(0, 1)).points().opacity();
        double[] distance = new double[opacity.length];
        double total = 0;
        for (int position = 0; position < distance.length; position++) {
            double[] inputs = new double[4];
            split.scaling().apply(features(split.row(position)), inputs, 0);
            distance[position] = inputs[2] * inputs[2] + inputs[3] * inputs[3];
            total += position < split.train().rows() ? distance[position] : 0;
        }
        double typical = total / split.train().rows();
        for (int position = 0; position < distance.length; position++) {
            double expected = Math.clamp(typical / distance[position], 0.25, 1);
            assertThat(opacity[position]).isCloseTo(expected, within(1e-9));
        }
        assertThat(opacity).contains(1);
        assertThat(PlaneView.of(split, new PlaneChoice.Principal()).points().opacity())
                .containsOnly(1);
    }

    private double[] features(int row) {
        double[] features = new double[4];
        for (int k = 0; k < 4; k++) {
            features[k] = iris.samples().feature(row, k);
        }
        return features;
    }

    @Test
    void twoOfManyFeaturesHaveTheOthersAtTheirTrainingMean() {
        PlaneView view = PlaneView.of(split, new PlaneChoice.Features(3, 1));
        double[] inputs = new double[4];

        view.projection().place(1.5, 3.25, inputs);

        assertThat(inputs[3]).isCloseTo(split.scaling().scale(3, 1.5), within(1e-12));
        assertThat(inputs[1]).isCloseTo(split.scaling().scale(1, 3.25), within(1e-12));
        assertThat(inputs[0]).isCloseTo(0, within(1e-12));
        assertThat(inputs[2]).isCloseTo(0, within(1e-12));
        assertThat(view.points().x()[7])
                .isCloseTo(iris.samples().feature(split.row(7), 3), within(1e-12));
        assertThat(view.points().y()[7])
                .isCloseTo(iris.samples().feature(split.row(7), 1), within(1e-12));
    }

    @Test
    void theMeanIsThatOfTheTrainingPartWithoutStandardizationToo() {
        Split raw = new Split(iris, new SplitSpec(0.5, 0.25, 0.25, false), 1);
        double mean = 0;
        for (int row = 0; row < raw.train().rows(); row++) {
            mean += raw.train().feature(row, 2) / raw.train().rows();
        }
        double[] inputs = new double[4];

        PlaneView.of(raw, new PlaneChoice.Features(0, 1)).projection().place(5, 3, inputs);

        assertThat(inputs).containsExactly(new double[] {5, 3, mean, inputs[3]}, within(1e-9));
    }

    @Test
    void pointsOnThePrincipalPlaneAreProjectedBackToWhereTheyCameFrom() {
        PlaneView view = PlaneView.of(split, new PlaneChoice.Principal());
        double[] inputs = new double[4];

        view.projection().place(0, 0, inputs);

        assertThat(inputs).containsExactly(new double[4], within(1e-9));
        double[] spread = {0, 0};
        for (int position = 0; position < split.train().rows(); position++) {
            spread[0] += Math.pow(view.points().x()[position], 2) / split.train().rows();
            spread[1] += Math.pow(view.points().y()[position], 2) / split.train().rows();
        }
        assertThat(spread[0] / 4).isCloseTo(view.acrossShare(), within(1e-9));
        assertThat(spread[1] / 4).isCloseTo(view.upShare(), within(1e-9));
        assertThat(view.acrossShare()).isGreaterThan(0.65);
    }

    @Test
    void theHomeOfAPlaneHoldsAllItsPoints() {
        PlaneView view = PlaneView.of(split, new PlaneChoice.Principal());

        for (int position = 0; position < 150; position++) {
            assertThat(view.home().across(view.points().x()[position])).isBetween(0.0, 1.0);
            assertThat(view.home().down(view.points().y()[position])).isBetween(0.0, 1.0);
        }
    }

    @Test
    void theUsualPlaneOfVeryManyFeaturesAreTheFirstTwo() {
        assertThat(PlaneChoice.defaults(2)).isEqualTo(new PlaneChoice.Features(0, 1));
        assertThat(PlaneChoice.defaults(4)).isEqualTo(new PlaneChoice.Principal());
        assertThat(PlaneChoice.defaults(5000)).isEqualTo(new PlaneChoice.Features(0, 1));
    }

    @Test
    void dataWithOneFeatureHaveNoPlane() {
        assertThatThrownBy(() -> PlaneView.of(Runs.split(1, 1, 2, 3), PlaneChoice.defaults(1)))
                .hasMessageContaining("two features");
    }
}
