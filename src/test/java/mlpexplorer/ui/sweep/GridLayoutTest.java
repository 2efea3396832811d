package mlpexplorer.ui.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.sweep.Axis;
import mlpexplorer.experiment.sweep.Sweep;
import mlpexplorer.experiment.sweep.SweepMeasure;
import mlpexplorer.experiment.sweep.SweepTable.SweepCell.Spread;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.sweep.SweepDraft.AxisDraft;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.List;

final class GridLayoutTest {

    private static GridLayout plane(String... axes) {
        return new GridLayout(
                new Sweep(
                        new RunStart(new RunSpec()),
                        Arrays.stream(axes).map(Axis::parse).toList(),
                        1));
    }

    @Test
    void theFirstAxisRunsAcrossAndTheSecondDown() {
        GridLayout layout = plane("model.hidden=1,2,4", "training.regularizer.l2=0,0.1");
        assertThat(layout.columns()).isEqualTo(3);
        assertThat(layout.rows()).isEqualTo(2);
        int cell = layout.cell(2, 1);
        assertThat(layout.sweep().values(cell)).containsExactly("4", "0.1");
        assertThat(layout.column(cell)).isEqualTo(2);
        assertThat(layout.row(cell)).isEqualTo(1);
        assertThat(layout.description(cell)).isEqualTo("hidden 4, λ₂ 0.1");
        assertThat(layout.title()).isEqualTo("Hidden units × L2 penalty λ₂");
    }

    @Test
    void withoutAxesThereIsOneCellWithoutWords() {
        GridLayout layout = plane();
        assertThat(layout.columns()).isOne();
        assertThat(layout.rows()).isOne();
        assertThat(layout.description(0)).isEmpty();
        assertThat(layout.axisTitle(0)).isEmpty();
        assertThat(layout.axisValues(1)).containsExactly("");
    }

    @Test
    void furtherAxesRunDownWithTheSecond() {
        GridLayout layout =
                plane("model.hidden=1,2", "training.rate=0.1,1", "training.optimizer=sgd,adam");
        assertThat(layout.axisTitle(0)).isEqualTo("Hidden units");
        assertThat(layout.axisTitle(1)).isEqualTo("Learning rate × Optimizer");
        assertThat(layout.axisValues(1))
                .containsExactly("0.1, sgd", "0.1, adam", "1, sgd", "1, adam");
        assertThat(layout.sweep().values(layout.cell(1, 2))).containsExactly("2", "1", "sgd");
    }

    @Test
    void aPathWithoutANameOfItsOwnIsCalledByItself() {
        GridLayout layout = plane("training.clip=1,2");
        assertThat(layout.axisTitle(0)).isEqualTo("training.clip");
        assertThat(layout.description(1)).isEqualTo("clip 2");
    }

    @ParameterizedTest
    @EnumSource(
            value = SweepParameter.class,
            names = {"NONE", "OTHER"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyKnobHasValuesThatFit(SweepParameter parameter) {
        AxisDraft draft = AxisDraft.of(parameter);
        SweepDraft sweep = SweepTemplate.SEEDS.draft().withAcross(draft).withRepeats(1);
        assertThat(sweep.sweep(new RunSpec()).plan())
                .hasSize(draft.axis().orElseThrow().values().size());
        assertThat(SweepParameter.of(draft.path())).isEqualTo(parameter);
        assertThat(SweepParameter.description(draft.path(), "7")).contains("7");
    }

    @Test
    void numbersAreWrittenWithTheirDeviationAndUnit() {
        assertThat(
                        MetricText.text(
                                SweepMeasure.VALIDATION_ACCURACY,
                                Task.Metric.ACCURACY,
                                new Spread(0.98765, 0.0123, 3)))
                .isEqualTo("98.8 ± 1.2%");
        assertThat(
                        MetricText.text(
                                SweepMeasure.VALIDATION_ACCURACY,
                                Task.Metric.R2,
                                new Spread(0.98761, 0.0123, 3)))
                .isEqualTo("0.9876 ± 0.0123");
        assertThat(MetricText.title(SweepMeasure.TEST_ACCURACY, Task.Metric.R2))
                .isEqualTo("Test R²");
        assertThat(
                        MetricText.text(
                                SweepMeasure.VALIDATION_LOSS,
                                Task.Metric.ACCURACY,
                                new Spread(0.0412, Double.NaN, 1)))
                .isEqualTo("0.04120");
        assertThat(
                        MetricText.text(
                                SweepMeasure.TEST_LOSS,
                                Task.Metric.R2,
                                new Spread(Double.NaN, Double.NaN, 0)))
                .isEqualTo("–");
    }

    @Test
    void theBestIsTheLightestWhetherMoreOrLessIsBetter() {
        HeatMapView.HeatScale accuracy =
                new HeatMapView.HeatScale(SweepMeasure.TEST_ACCURACY, Task.Metric.ACCURACY, 0.5, 1);
        HeatMapView.HeatScale loss =
                new HeatMapView.HeatScale(SweepMeasure.TEST_LOSS, Task.Metric.ACCURACY, 0.1, 0.9);
        assertThat(accuracy.color(1))
                .isEqualTo(loss.color(0.1))
                .isEqualTo(HeatMapView.HeatScale.at(1));
        assertThat(accuracy.color(0.5))
                .isEqualTo(loss.color(0.9))
                .isEqualTo(HeatMapView.HeatScale.at(0));
        assertThat(HeatMapView.HeatScale.textColor(HeatMapView.HeatScale.at(0)))
                .isEqualTo(Color.WHITE);
        assertThat(HeatMapView.HeatScale.textColor(HeatMapView.HeatScale.at(1)))
                .isNotEqualTo(Color.WHITE);
        assertThat(
                        HeatMapView.HeatScale.of(
                                        List.of(), SweepMeasure.TEST_LOSS, Task.Metric.ACCURACY)
                                .low())
                .isNaN();
    }

    @Test
    void accuraciesThatHardlyDifferAreColoredAlike() {
        HeatMapView.HeatScale scale =
                new HeatMapView.HeatScale(
                        SweepMeasure.TEST_ACCURACY, Task.Metric.ACCURACY, 0.999, 1);
        assertThat(scale.color(0.999)).isNotEqualTo(HeatMapView.HeatScale.at(0));
    }
}
