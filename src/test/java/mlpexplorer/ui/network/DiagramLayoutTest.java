package mlpexplorer.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.nn.ParameterPlace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class DiagramLayoutTest {
    private final DiagramLayout usual = new DiagramLayout(560, 560, List.of(2, 8, 8, 2), false, 30);

    @ParameterizedTest
    @CsvSource({"280, 400", "420, 560", "900, 600", "560, 200"})
    void everythingLiesWithinTheDiagram(double width, double height) {
        DiagramLayout layout =
                new DiagramLayout(width, height, List.of(2, 64, 64, 64, 64, 64, 64, 3), false, 30);
        for (int column = 0; column < layout.columns(); column++) {
            assertThat(layout.shown(column)).isPositive();
            assertThat(layout.x(column)).isBetween(0.0, width - layout.box());
            for (int index = 0; index < layout.shown(column); index++) {
                assertThat(layout.y(new DiagramElement.Unit(column, index)))
                        .isBetween(DiagramLayout.TOP - 1, height - layout.box());
            }
        }
        assertThat(layout.stride()).isGreaterThan(layout.box());
    }

    @Test
    void unitsDoNotTouch() {
        for (int index = 1; index < 8; index++) {
            assertThat(
                            usual.y(new DiagramElement.Unit(1, index))
                                    - usual.y(new DiagramElement.Unit(1, index - 1)))
                    .isGreaterThan(usual.box());
        }
    }

    @Test
    void whatDoesNotFitIsCounted() {
        DiagramLayout layout = new DiagramLayout(560, 560, List.of(2, 1024, 3), false, 30);
        assertThat(layout.shown(1) + layout.leftOut(1)).isEqualTo(1024);
        assertThat(layout.shown(1)).isBetween(10, 30);
        assertThat(layout.leftOut(0)).isZero();
    }

    @Test
    void boxesGrowWithTheDiagram() {
        DiagramLayout small = new DiagramLayout(420, 560, List.of(2, 80, 3), false, 30);
        assertThat(small.box()).isEqualTo(24);
        DiagramLayout large = new DiagramLayout(1200, 1280, List.of(2, 80, 3), false, 30);
        assertThat(large.box()).isEqualTo(40);
        assertThat(large.shown(1)).isEqualTo(24);
        DiagramLayout deep =
                new DiagramLayout(420, 560, List.of(2, 8, 8, 8, 8, 8, 8, 2), false, 30);
        double top = deep.y(new DiagramElement.Unit(1, 0));
        double bottom = deep.y(new DiagramElement.Unit(1, 7)) + deep.box();
        assertThat((bottom - top) / 500).isGreaterThan(0.5);
    }

    @Test
    void aPictureIsOneBox() {
        DiagramLayout layout = new DiagramLayout(560, 560, List.of(784, 16, 10), true, 30);
        assertThat(layout.shown(0)).isEqualTo(1);
        assertThat(layout.leftOut(0)).isZero();
        assertThat(layout.shows(new ParameterPlace.Weight(0, 0, 0))).isFalse();
        assertThat(layout.shows(new ParameterPlace.Bias(0, 0))).isTrue();
    }

    @Test
    void unitsAreFoundWhereTheyStand() {
        DiagramElement.Unit unit = new DiagramElement.Unit(2, 5);
        assertThat(usual.at(usual.x(2) + usual.box() / 2, usual.middle(unit), _ -> true))
                .contains(unit);
        assertThat(usual.at(2, 2, _ -> true)).isEmpty();
    }

    @Test
    void aBiasIsFoundBeforeItsUnit() {
        DiagramElement.Unit unit = new DiagramElement.Unit(1, 3);
        assertThat(usual.at(usual.biasX(1), usual.biasY(unit), _ -> true))
                .contains(new DiagramElement.Parameter(new ParameterPlace.Bias(0, 3)));
    }

    @Test
    void aWeightIsFoundAlongItsCurve() {
        double from = usual.middle(new DiagramElement.Unit(0, 0));
        double to = usual.middle(new DiagramElement.Unit(1, 0));
        double left = usual.x(0) + usual.box();
        double right = usual.x(1);
        Optional<DiagramElement> weight =
                Optional.of(new DiagramElement.Parameter(new ParameterPlace.Weight(0, 0, 0)));
        assertThat(usual.at((left + right) / 2, (from + to) / 2, _ -> true)).isEqualTo(weight);
        // a quarter of the way a cubic with level ends has come 3/32 + 1/16 of the height
        assertThat(
                        usual.at(
                                left + 0.296875 * (right - left),
                                from + 0.15625 * (to - from),
                                _ -> true))
                .isEqualTo(weight);
    }

    @Test
    void aVisibleWeightIsFoundBeforeAnInvisibleOne() {
        double x = usual.x(0) + usual.box() + 2; // all curves from a unit begin together
        double y = usual.middle(new DiagramElement.Unit(0, 0));
        for (int to = 0; to < 8; to++) {
            int visible = to;
            assertThat(usual.at(x, y, weight -> weight.to() == visible))
                    .contains(new DiagramElement.Parameter(new ParameterPlace.Weight(0, 0, to)));
        }
        assertThat(usual.at(x, y, _ -> false)).isPresent();
    }

    @Test
    void anEqualLayoutIsAlike() {
        assertThat(usual.isLike(new DiagramLayout(560, 560, List.of(2, 8, 8, 2), false, 30)))
                .isTrue();
        assertThat(usual.isLike(new DiagramLayout(560, 561, List.of(2, 8, 8, 2), false, 30)))
                .isFalse();
        assertThat(usual.isLike(new DiagramLayout(560, 560, List.of(2, 8, 2), false, 30)))
                .isFalse();
    }
}
