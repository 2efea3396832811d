package mlpexplorer.ui.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.data.DataSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Workspace;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.Theme;

import org.junit.jupiter.api.Test;

class UnitFieldsTest {
    private static final int SIDE = 7;

    private final Frame frame =
            Runs.trained(Runs.split(new DataSpec.Circles()), Runs.model(Activation.TANH, 5, 4), 20);
    private final UnitFields fields = new UnitFields();

    private FieldRequest whole() {
        return new FieldRequest(
                frame.mlp(),
                frame.parameters(),
                frame.split().scaling(),
                Domain.HOME,
                FieldPainter.of(frame.split(), Theme.LIGHT, false),
                SIDE);
    }

    private double value(int column, int index, double x, double y) {
        Workspace row = frame.mlp().workspace(1);
        row.resize(1);
        frame.split().scaling().apply(new double[] {x, y}, row.inputs(), 0);
        frame.mlp().forward(frame.parameters(), row);
        return column == 0 ? row.inputs()[index] : row.outputs(column - 1)[index];
    }

    @Test
    void theFieldIsTheValueOfTheUnit() {
        for (int column = 0; column < 3; column++) {
            FieldRequest request =
                    fields.of(whole(), new UnitFields.Place(column, 1, ""), Theme.LIGHT);
            Field field = new Field();
            new FieldEvaluator().evaluate(request, SIDE, field, () -> false);
            for (int node = 0; node < SIDE * SIDE; node++) {
                double x = -6 + 2 * (node % SIDE);
                double y = 6 - 2 * (node / SIDE);
                assertThat((double) field.logits()[node])
                        .isCloseTo(value(column, 1, x, y), within(1e-3));
            }
        }
    }

    @Test
    void colorsAreThoseOfTheDiagram() {
        FieldRequest request = fields.of(whole(), new UnitFields.Place(0, 0, ""), Theme.DARK);
        Field field = new Field();
        new FieldEvaluator().evaluate(request, SIDE, field, () -> false);
        int[] argb = new int[99 * 99];
        request.painter().paint(field, argb, 99);
        ClassColors colors = new ClassColors(2, Theme.DARK);
        int negative = argb[49 * 99];
        int positive = argb[49 * 99 + 98];
        assertThat(negative >> 16 & 0xff).isGreaterThan(colors.neutralArgb() >> 16 & 0xff);
        assertThat(positive & 0xff).isGreaterThan(colors.neutralArgb() & 0xff);
        assertThat(positive & 0xff).isGreaterThan(negative & 0xff);
    }

    @Test
    void theSameUnitOfTheSameFrameIsTheSameRequest() {
        UnitFields.Place unit = new UnitFields.Place(2, 3, "");
        FieldRequest first = fields.of(whole(), unit, Theme.LIGHT);
        assertThat(first.sameField(fields.of(whole(), unit, Theme.DARK))).isTrue();
        assertThat(unit.isIn(frame.parameters())).isTrue();
        assertThat(new UnitFields.Place(2, 4, "").isIn(frame.parameters())).isFalse();
        assertThat(new UnitFields.Place(3, 0, "").isIn(frame.parameters())).isFalse();
    }
}
