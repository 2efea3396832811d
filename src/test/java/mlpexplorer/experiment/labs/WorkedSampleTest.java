package mlpexplorer.experiment.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.data.Split;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.SampleTrace;

import org.junit.jupiter.api.Test;

import java.util.List;

class WorkedSampleTest {

    @Test
    void theCourseExampleStandsThereWithTheCoursesNumbers() {
        WorkedSample worked = worked(Presets.named("worked-example").start());
        assertThat(lines(worked.forward()))
                .contains(
                        "x = (1, −1)",
                        "z1[1] = 1·1 + (−1)·(−1) + 0 = 2",
                        "a1[3] = sigmoid(2) = 0.8808",
                        "z2[2] = 0.8808·1 + 0.8808·(−1) + 0.8808·(−1) + 0 = −0.8808",
                        "p[1] = e^(−0.8808) / (e^(−0.8808) + e^(−0.8808)) = 0.5   (class\u00a00)",
                        "L = −ln 0.5 = 0.6931");
        assertThat(lines(worked.backward()))
                .contains(
                        "δ2[1] = 0.5 − 1 = −0.5",
                        "δ2[2] = 0.5 − 0 = 0.5",
                        "∂W2[1,·] = 0.8808·(−0.5, 0.5) = (−0.4404, 0.4404)",
                        "∂W2[3,·] = 0.8808·(−0.5, 0.5) = (−0.4404, 0.4404)",
                        "∂b2 = (−0.5, 0.5)",
                        "δ1[1] = ((−0.5)·1 + 0.5·1)·0.105 = 0",
                        "∂W1[2,·] = (−1)·(0, 0, 0) = (0, 0, 0)",
                        "∂b1 = (0, 0, 0)");
    }

    @Test
    void theWholeTextGoesForwardBeforeItGoesBack() {
        String text = worked(Presets.named("worked-example").start()).text();
        assertThat(text)
                .startsWith("Input:")
                .containsSubsequence(
                        "Hidden layer 1", "Softmax", "Loss", "Gradient of W2", "Gradient of W1");
    }

    @Test
    void aWideLayerIsCutAndSaysHowMuchIsMissing() {
        ModelSpec wide = new ModelSpec(List.of(20), Activation.TANH, new Initializer.Xavier());
        WorkedSample worked = worked(new RunStart(new RunSpec().withModel(wide)));
        assertThat(lines(worked.forward()))
                .contains("… and 12 more")
                .anyMatch(line -> line.contains("+ … (14 more)"));
        assertThat(worked.forward().get(1).lines()).hasSize(18);
    }

    @Test
    void theSlopeOfEachHiddenUnitIsThatOfItsActivation() {
        RunStart start = Presets.named("worked-example").start();
        Split split = start.spec().splitData();
        SampleTrace trace =
                SampleTrace.of(
                        start.spec().mlp(split.shape()),
                        start.initial(split.shape()),
                        split.train(),
                        0);
        assertThat(trace.slope().getFirst())
                .containsExactly(new double[] {0.10499, 0.10499, 0.10499}, within(1e-5));
        assertThat(trace.delta().getLast()).containsExactly(-0.5, 0.5);
    }

    @Test
    void aRegressionShowsTargetResidualAndSquaredError() {
        RunStart start =
                new RunStart(SpecJson.set(new RunSpec(), List.of("data=plane", "model.hidden=[]")));
        Split split = start.spec().splitData();
        Mlp mlp = start.spec().mlp(split.shape());
        SampleTrace trace = SampleTrace.of(mlp, start.initial(split.shape()), split.train(), 0);
        double residual = split.train().target(0) - trace.z().getLast()[0];

        assertThat(trace.target()).isEqualTo(split.train().target(0));
        assertThat(trace.loss()).isCloseTo(residual * residual, within(1e-12));
        assertThat(trace.delta().getLast()[0]).isCloseTo(-2 * residual, within(1e-12));
        assertThat(worked(start).text())
                .contains("target t = ", "r = t − z1[1]", "L = r²", "∂L/∂z1[1] = −2·r");
    }

    private static WorkedSample worked(RunStart start) {
        Split split = start.spec().splitData();
        Mlp mlp = start.spec().mlp(split.shape());
        Parameters p = start.initial(split.shape());
        return new WorkedSample(
                mlp,
                p,
                SampleTrace.of(mlp, p, split.train(), 0),
                split.dataset().classNames(),
                List.of());
    }

    private static List<String> lines(List<WorkedSample.Step> steps) {
        return steps.stream().flatMap(step -> step.lines().stream()).toList();
    }
}
