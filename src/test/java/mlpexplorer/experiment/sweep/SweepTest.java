package mlpexplorer.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunSpec.Seeds;
import mlpexplorer.nn.Regularizer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

final class SweepTest {

    private static Regularizer penalty(PlannedRun run) {
        return run.start().spec().training().regularizer();
    }

    @Test
    void theLastAxisVariesFastestAndRepeatsStandTogether() {
        List<PlannedRun> plan =
                Sweeps.small(2, "model.hidden=1,2", "training.rate=0.1,0.2,0.3").plan();
        assertThat(plan)
                .hasSize(12)
                .extracting(PlannedRun::index)
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(plan.get(3).values()).containsExactly("1", "0.2");
        assertThat(plan.get(3).repeat()).isEqualTo(1);
        assertThat(plan.get(6).values()).containsExactly("2", "0.1");
        RunSpec last = plan.getLast().start().spec();
        assertThat(last.model().hidden()).containsExactly(2);
        assertThat(last.training().rate()).isEqualTo(0.3);
    }

    @Test
    void repeatsVaryTheSeedsOfTheWeightsAndTheBatchesAlone() {
        List<PlannedRun> plan =
                Sweeps.sweep(Sweeps.start("seeds.init=5", "seeds.data=7"), 3).plan();
        assertThat(plan)
                .extracting(run -> run.start().spec().seeds())
                .containsExactly(
                        new Seeds(7, 1, 5, 1), new Seeds(7, 1, 6, 2), new Seeds(7, 1, 7, 3));
    }

    @Test
    void aSweepOverNothingIsTheRunItself() {
        List<PlannedRun> plan = Sweeps.sweep(Sweeps.start(), 1).plan();
        assertThat(plan)
                .singleElement()
                .satisfies(run -> assertThat(run.start()).isEqualTo(Sweeps.start()));
    }

    @ParameterizedTest
    @CsvSource({"none, l2", "l1, elasticNet", "l2, l2", "elasticNet, elasticNet"})
    void aLambdaComesWithAPenaltyThatHasIt(String base, String expected) {
        List<PlannedRun> plan =
                Sweeps.sweep(
                                Sweeps.start("training.regularizer=" + base),
                                1,
                                "training.regularizer.l2=0,0.5")
                        .plan();
        assertThat(plan)
                .extracting(run -> penalty(run).getClass().getSimpleName().toLowerCase())
                .containsOnly(expected.toLowerCase());
        assertThat(penalty(plan.getFirst()).lambda2()).isZero();
        assertThat(penalty(plan.getLast()).lambda2()).isEqualTo(0.5);
    }

    @Test
    void aSecondLambdaLeavesTheFirstOneAlone() {
        Sweep sweep =
                Sweeps.sweep(
                        Sweeps.start("training.regularizer=l1", "training.regularizer.l1=0.25"),
                        1,
                        "training.regularizer.l2=0.5");
        assertThat(penalty(sweep.plan().getFirst()))
                .isEqualTo(new Regularizer.ElasticNet(0.25, 0.5));
    }

    @Test
    void bothLambdasMakeAnElasticNet() {
        Sweep sweep =
                Sweeps.sweep(
                        Sweeps.start(),
                        1,
                        "training.regularizer.l1=0.25",
                        "training.regularizer.l2=0.5");
        assertThat(penalty(sweep.plan().getFirst()))
                .isEqualTo(new Regularizer.ElasticNet(0.25, 0.5));
    }

    @Test
    void givenWeightsAreThoseOfEveryRun() {
        Sweep sweep =
                Sweeps.sweep(Presets.named("worked-example").start(), 1, "training.rate=0.1,0.2");
        assertThat(sweep.plan())
                .allSatisfy(
                        run -> assertThat(run.start().weights()).isEqualTo(sweep.base().weights()));
        assertThatThrownBy(() -> Sweeps.sweep(sweep.base(), 1, "model.hidden=5").plan())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("The given weights are for the network 2-3-2");
    }

    @Test
    void aValueThatDoesNotFitItsPlaceIsRefusedInTheSpecificationSWords() {
        assertThatThrownBy(() -> Sweeps.small(1, "training.rate=0.1,-1").plan())
                .isInstanceOf(UserError.class)
                .hasMessage("training.rate is -1, but must be from 1e-12 to 1,000.");
        assertThatThrownBy(() -> Sweeps.small(1, "training.speed=1").plan())
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(
                        "training.speed is not known; training has the keys optimizer, rate");
    }

    @Test
    void absurdSizesAreRefused() {
        assertThatThrownBy(() -> Sweeps.small(100, "seeds.data=1..1000"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "The sweep would have 100,000 runs, but the maximum is 10,000; use fewer"
                                + " values or repeats.");
        assertThatThrownBy(() -> Sweeps.small(0))
                .hasMessage("The number of repeats is 0, but must be from 1 to 1,000.");
        String[] six = {
            "a=1..1000", "b=1..1000", "c=1..1000", "d=1..1000", "e=1..1000", "f=1..1000"
        };
        assertThatThrownBy(() -> Sweeps.small(1, six)).hasMessageContaining("1e18 runs");
    }

    @Test
    void oneValueHasOneAxis() {
        assertThatThrownBy(() -> Sweeps.small(1, "training.rate=1", "training.rate=2"))
                .isInstanceOf(UserError.class)
                .hasMessage("Two axes vary the same setting; put all its values in one axis.");
    }
}
