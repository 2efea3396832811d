package mlpexplorer.experiment.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.data.Split;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.GradientCheck;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Regularizer;

import org.junit.jupiter.api.Test;

import java.util.Comparator;
import java.util.List;

class GradientLabTest {

    @Test
    void everyBlockOfAFreshNetworkIsCorrect() {
        GradientLab.Report report = run(new RunStart(new RunSpec()), new Regularizer.None());
        assertThat(report.blocks())
                .extracting(GradientCheck.Block::name)
                .containsExactly("W1", "b1", "W2", "b2", "W3", "b3");
        assertThat(report.blocks())
                .allMatch(block -> block.verdict() == GradientCheck.Verdict.CORRECT);
        assertThat(report.verdict()).isEqualTo(GradientCheck.Verdict.CORRECT);
        assertThat(report.network()).isEqualTo("2-8-8-2");
        assertThat(report.rows()).isEqualTo(32);
    }

    @Test
    void thePenaltyIsPartOfTheLossThatIsChecked() {
        RunStart start = Presets.named("worked-example").start();
        assertThat(run(start, new Regularizer.None()).loss()).isCloseTo(Math.log(2), within(1e-12));
        assertThat(run(start, new Regularizer.L2(0.5)).loss())
                .isCloseTo(Math.log(2) + 0.5 * 12, within(1e-12));
        assertThat(run(start, new Regularizer.L2(0.5)).verdict())
                .isEqualTo(GradientCheck.Verdict.CORRECT);
    }

    @Test
    void aReluNetworkOfZerosCannotBeChecked() {
        ModelSpec zeros = new ModelSpec(List.of(4), Activation.RELU, new Initializer.Zeros());
        GradientLab.Report report =
                run(new RunStart(new RunSpec().withModel(zeros)), new Regularizer.None());
        assertThat(report.blocks().getFirst().verdict()).isEqualTo(GradientCheck.Verdict.UNCHECKED);
        assertThat(report.blocks().getFirst().kinks()).isPositive();
    }

    @Test
    void theErrorOfTheCentralDifferenceFallsWithTheSquareOfTheStepAndRisesAgain() {
        List<StepCurve.Point> points =
                run(new RunStart(new RunSpec()), new Regularizer.None()).curve().points();
        assertThat(points).hasSize(23);
        StepCurve.Point coarse = at(points, 1e-2);
        StepCurve.Point fine = at(points, 1e-3);
        assertThat(coarse.central() / fine.central()).isBetween(80.0, 120.0);
        assertThat(coarse.forward() / fine.forward()).isBetween(8.0, 12.0);
        assertThat(at(points, 1e-12).central()).isGreaterThan(100 * at(points, 1e-6).central());
    }

    @Test
    void theBestStepOfTheCentralDifferenceLiesInTheMiddle() {
        List<StepCurve.Point> points =
                run(new RunStart(new RunSpec()), new Regularizer.None()).curve().points();
        StepCurve.Point best =
                points.stream()
                        .min(Comparator.comparingDouble(StepCurve.Point::central))
                        .orElseThrow();
        assertThat(best.step()).isBetween(1e-7, 1e-4);
    }

    @Test
    void whoStopsItGetsTheBlocksAndAShortCurve() {
        GradientLab lab = lab(new RunStart(new RunSpec()), new Regularizer.None());
        assertThat(lab.run(() -> true).curve().points()).isEmpty();
        assertThat(lab.run(() -> true).blocks()).hasSize(6);
    }

    @Test
    void tablesHaveALineABlockAndALineAStep() {
        GradientLab.Report report = run(new RunStart(new RunSpec()), new Regularizer.None());
        assertThat(report.blocksTable().text().lines())
                .hasSize(7)
                .first()
                .asString()
                .startsWith("block,checked,kinks");
        assertThat(report.blocksTable().text()).contains("W1,16,0,").contains(",CORRECT");
        assertThat(report.curveTable().text().lines())
                .hasSize(24)
                .element(1)
                .asString()
                .startsWith("0.1,");
    }

    private static StepCurve.Point at(List<StepCurve.Point> points, double step) {
        return points.stream()
                .filter(p -> Math.abs(Math.log10(p.step() / step)) < 0.01)
                .findFirst()
                .orElseThrow();
    }

    private static GradientLab.Report run(RunStart start, Regularizer regularizer) {
        return lab(start, regularizer).run(() -> false);
    }

    private static GradientLab lab(RunStart start, Regularizer regularizer) {
        Split split = start.spec().splitData();
        return new GradientLab(
                start.spec().mlp(split.shape()),
                start.initial(split.shape()),
                split.train().head(32),
                regularizer,
                GradientCheck.DEFAULT_STEP);
    }
}
