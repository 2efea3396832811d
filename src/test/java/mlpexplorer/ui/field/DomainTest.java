package mlpexplorer.ui.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.data.DataSpec;
import mlpexplorer.nn.Samples;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DomainTest {
    static DataSpec.Plane[] builtInSets() {
        return new DataSpec.Plane[] {
            new DataSpec.Circles(),
            new DataSpec.Moons(),
            new DataSpec.Spiral(),
            new DataSpec.Gaussians(),
            new DataSpec.Xor()
        };
    }

    @ParameterizedTest
    @MethodSource("builtInSets")
    void builtInSetsAreShownInTheirHomeDomain(DataSpec.Plane data) {
        assertThat(Domain.around(data.generate(1).samples())).isEqualTo(new Domain(-6, 6, -6, 6));
    }

    @Test
    void theXorTableGetsAMarginOfHalfItsWidth() {
        Domain domain = Domain.around(new DataSpec.XorTable().generate(1).samples());

        assertThat(domain).isEqualTo(new Domain(-0.5, 1.5, -0.5, 1.5));
    }

    @Test
    void pointsThatStandOutALittleGrowTheDomainToWholeNumbers() {
        assertThat(around(-5, 0, 3, -6.4)).isEqualTo(new Domain(-7, 7, -7, 7));
    }

    @Test
    void pointsOnOneSideOfZeroDoNotLeaveTheOtherSideEmpty() {
        Domain domain = around(0, 0.3, 9.6, 10.3, 4, 5);

        assertThat(domain.left()).isGreaterThan(-7);
        assertThat(domain.width()).isLessThan(22);
    }

    @Test
    void dataFarAwayGetTheirOwnBounds() {
        Domain domain = around(100, 200, 110, 210);

        assertThat(domain.left()).isLessThan(100);
        assertThat(domain.right()).isBetween(110.0, 120.0);
        assertThat(domain.bottom()).isLessThan(200);
        assertThat(domain.top()).isBetween(210.0, 220.0);
    }

    @Test
    void featuresOfLikeWidthShareAScale() {
        Domain domain = around(0, 0, 100, 50);

        assertThat(domain.width()).isCloseTo(domain.height(), within(1e-9));
    }

    @Test
    void featuresOfVeryDifferentWidthGetAScaleEach() {
        Domain domain = around(0, 0, 1000, 1);

        assertThat(domain.height()).isLessThan(5);
    }

    @Test
    void aSinglePointStandsInTheMiddle() {
        assertThat(around(40, 7)).isEqualTo(new Domain(39, 41, 6, 8));
    }

    @Test
    void noPointsAreShownInTheHomeDomain() {
        assertThat(around()).isEqualTo(Domain.HOME);
    }

    @Test
    void theTopLeftCornerIsAcrossZeroAndDownZero() {
        Domain domain = new Domain(0, 10, -1, 1);

        assertThat(domain.x(0)).isEqualTo(0);
        assertThat(domain.y(0)).isEqualTo(1);
        assertThat(domain.across(2.5)).isEqualTo(0.25);
        assertThat(domain.down(-1)).isEqualTo(1);
    }

    @Test
    void zoomingLeavesOnePlaceWhereItIs() {
        Domain domain = new Domain(0, 10, -1, 1).zoomed(2, 0.25, 1);

        assertThat(domain).isEqualTo(new Domain(1.25, 6.25, -1, 0));
    }

    @Test
    void movingTakesThePlaneAlong() {
        assertThat(new Domain(0, 10, -1, 1).moved(0.1, 0.5)).isEqualTo(new Domain(-1, 9, 0, 2));
    }

    private static Domain around(double... features) {
        return Domain.around(new Samples(features, 2, new int[features.length / 2]));
    }
}
