package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against mpmath 1.2.1, `ncdf` and `npdf` with 60 digits.
class NormalDistributionTest {

    @ParameterizedTest
    @CsvSource({
        "-8, 6.22096057427178412e-16, 5.05227108353689229e-15",
        "-6, 9.86587645037698141e-10, 6.07588284982328549e-9",
        "-5.5, 1.89895624658877194e-8, 1.07697600425432764e-7",
        "-5, 2.86651571879193912e-7, 1.48671951473429771e-6",
        "-4, 0.0000316712418331199213, 0.000133830225764885352",
        "-3.5, 0.000232629079035525036, 0.000872682695045760066",
        "-3, 0.00134989803163009453, 0.00443184841193800718",
        "-2.9, 0.00186581330038403848, 0.00595253241977585534",
        "-2.83, 0.00232740020673155398, 0.00727443935714121757",
        "-2.8, 0.00255513033042793421, 0.00791545158297996706",
        "-2.5, 0.00620966532577613517, 0.0175283004935685374",
        "-2, 0.0227501319481792072, 0.053990966513188052",
        "-1.75, 0.0400591568638170904, 0.0862773188265115144",
        "-1.5, 0.066807201268858066, 0.129517595665891728",
        "-1.25, 0.105649773666855258, 0.182649085389021905",
        "-1, 0.158655253931457051, 0.24197072451914335",
        "-0.75, 0.226627352376868199, 0.301137432154804405",
        "-0.5, 0.308537538725986896, 0.352065326764299478",
        "-0.25, 0.401293674317076276, 0.386668116802849207",
        "-0.1, 0.460172162722971016, 0.396952547477011765",
        "-0.001, 0.499601057786088937, 0.398942080930342345",
        "0, 0.5, 0.398942280401432678",
        "0.125, 0.549738224830112893, 0.395837686944749484",
        "0.5, 0.691462461274013104, 0.352065326764299478",
        "1, 0.841344746068542949, 0.24197072451914335",
        "1.5, 0.933192798731141934, 0.129517595665891728",
        "2, 0.977249868051820793, 0.053990966513188052",
        "2.75, 0.997020236764945443, 0.00909356250159105277",
        "3, 0.998650101968369905, 0.00443184841193800718",
        "4, 0.99996832875816688, 0.000133830225764885352",
        "6, 0.999999999013412355, 6.07588284982328549e-9",
        "9, 1.0, 1.02797735716689148e-18",
    })
    void valuesAgreeWithMpmath(double z, double cumulative, double density) {
        assertThat(NormalDistribution.cumulative(z))
                .isCloseTo(cumulative, within(2e-13 * cumulative));
        assertThat(NormalDistribution.density(z)).isCloseTo(density, within(1e-14 * density));
    }

    @Test
    void farTailsAreZeroAndOne() {
        assertThat(NormalDistribution.cumulative(-40)).isZero();
        assertThat(NormalDistribution.cumulative(40)).isEqualTo(1);
        assertThat(NormalDistribution.cumulative(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(NormalDistribution.cumulative(Double.NaN)).isNaN();
    }

    @Test
    void theTwoHalvesSumToOne() {
        for (double z = 0; z < 10; z += 0.01) {
            assertThat(NormalDistribution.cumulative(z) + NormalDistribution.cumulative(-z))
                    .isCloseTo(1, within(1e-15));
        }
    }

    @Test
    void theFunctionNeverFallsAlsoWhereTheMethodChanges() {
        double before = 0;
        for (double z = -8; z < 8; z += 0.0005) {
            double now = NormalDistribution.cumulative(z);
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
    }
}
