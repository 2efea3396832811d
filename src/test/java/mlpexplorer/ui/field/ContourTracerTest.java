package mlpexplorer.ui.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class ContourTracerTest {
    private final Contour contour = new Contour();

    @Test
    void oneClassEverywhereHasNoBorder() {
        trace(Fields.of(10, (_, _) -> -1));

        assertThat(contour.lines()).isZero();
    }

    @Test
    void aStraightBorderIsOneLineFromEdgeToEdge() {
        trace(Fields.of(10, (across, _) -> across - 0.3));

        assertThat(contour.lines()).isOne();
        assertThat(contour.end(contour.lines() - 1)).isEqualTo(2);
        assertThat(contour.x(0)).isCloseTo(0.3f, within(1e-5f));
        assertThat(contour.x(1)).isCloseTo(0.3f, within(1e-5f));
        assertThat(Math.abs(contour.y(0) - contour.y(1))).isEqualTo(1);
    }

    @Test
    void aCircleIsOneClosedLine() {
        trace(Fields.of(60, (across, down) -> 0.09 - square(across - 0.5) - square(down - 0.5)));

        assertThat(contour.lines()).isOne();
        int last = contour.end(0) - 1;
        assertThat(contour.x(last)).isEqualTo(contour.x(0));
        assertThat(contour.y(last)).isEqualTo(contour.y(0));
        for (int point = 0; point < contour.end(contour.lines() - 1); point++) {
            double radius = Math.hypot(contour.x(point) - 0.5, contour.y(point) - 0.5);
            assertThat(radius).isCloseTo(0.3, within(1e-3));
        }
    }

    @Test
    void bordersOfThreeClassesMeetInOnePoint() {
        trace(
                Fields.of(
                        3,
                        (across, down) -> across - 0.5 + 0.2 * down,
                        (across, down) -> down - 0.6 + 0.1 * across));

        assertThat(contour.lines()).isEqualTo(3);
        assertThat(
                        IntStream.range(0, 3)
                                .filter(line ->
                                        inside(contour.end(line) - 1)
                                                || inside(contour.start(line))))
                .hasSize(3);
    }

    @Test
    void atASaddleTheClassThatHoldsTheMiddleIsConnected() {
        trace(Fields.of(2, (across, down) -> 4 * (across - 0.5) * (down - 0.5) + 0.2));

        assertThat(contour.lines()).isEqualTo(2);
        for (int line = 0; line < 2; line++) {
            int a = contour.start(line);
            int b = contour.end(line) - 1;
            double side = (contour.x(a) + contour.x(b)) / 2 - (contour.y(a) + contour.y(b)) / 2;
            assertThat(Math.abs(side))
                    .as("lines cut off the corners of class 0")
                    .isGreaterThan(0.3);
        }
    }

    @Test
    void anotherFieldReplacesTheLines() {
        trace(Fields.of(40, (across, _) -> Math.sin(20 * across)));
        trace(Fields.of(5, (_, down) -> down - 0.5));

        assertThat(contour.lines()).isOne();
    }

    private void trace(Field field) {
        new ContourTracer().trace(field, contour);
    }

    private boolean inside(int point) {
        return contour.x(point) > 0
                && contour.x(point) < 1
                && contour.y(point) > 0
                && contour.y(point) < 1;
    }

    private static double square(double x) {
        return x * x;
    }
}
