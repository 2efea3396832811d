package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Scores;
import mlpexplorer.training.StopRule.StopReason;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class StopRuleTest {

    @Test
    void aRunEndsAfterItsEpochs() {
        Trainer trainer = Runs.trainer(Runs.SGD.withStop(Runs.epochs(3)));
        assertThat(runToTheEnd(trainer)).hasSize(3);
        assertThat(trainer.stopReason(0)).contains(StopReason.EPOCHS_DONE);
    }

    @Test
    void aRunEndsAtTheFirstEpochWhoseTrainingLossIsLowEnough() {
        Trainer trainer =
                Runs.trainer(Runs.SGD.withStop(Runs.epochs(10_000).withLoss(Optional.of(0.3))));
        List<EpochMetrics> epochs = runToTheEnd(trainer);
        assertThat(trainer.stopReason(0)).contains(StopReason.LOSS_REACHED);
        assertThat(epochs.getLast().train().loss()).isLessThanOrEqualTo(0.3);
        assertThat(epochs.subList(0, epochs.size() - 1))
                .allMatch(metrics -> metrics.train().loss() > 0.3);
    }

    @Test
    void aRunEndsAtTheFirstEpochThatHardlyChangesTheTrainingLoss() {
        Trainer trainer =
                Runs.trainer(
                        Runs.SGD.withStop(Runs.epochs(10_000).withTolerance(Optional.of(1e-3))));
        double before = trainer.metrics().train().loss();
        List<Double> changes = new ArrayList<>();
        for (EpochMetrics metrics : runToTheEnd(trainer)) {
            changes.add(Math.abs(metrics.train().loss() - before));
            before = metrics.train().loss();
        }
        assertThat(trainer.stopReason(0)).contains(StopReason.LOSS_SETTLED);
        assertThat(changes).hasSizeBetween(2, 9_999);
        assertThat(changes.removeLast()).isLessThan(1e-3);
        assertThat(changes).allMatch(change -> change >= 1e-3);
    }

    @Test
    void patienceEndsARunThatManyEpochsAfterTheBestAndPutsTheBestBack() {
        Trainer trainer = overfitting(5);
        List<double[]> parameters = new ArrayList<>(List.of(Runs.flat(trainer.parameters())));
        List<Double> losses = new ArrayList<>(List.of(trainer.metrics().validation().loss()));
        do {
            trainer.epoch();
            parameters.add(Runs.flat(trainer.parameters()));
            losses.add(trainer.metrics().validation().loss());
            assertThat(trainer.divergence()).isEmpty();
        } while (trainer.stopReason(0).isEmpty() && losses.size() < 1000);
        trainer.restoreBest();
        int best = losses.indexOf(losses.stream().min(Double::compare).orElseThrow());
        assertThat(trainer.stopReason(0)).contains(StopReason.PATIENCE_EXHAUSTED);
        assertThat(losses).hasSize(best + 5 + 1);
        assertThat(trainer.bestEpoch()).isEqualTo(best).isPositive();
        assertThat(Runs.flat(trainer.parameters())).containsExactly(parameters.get(best));
        assertThat(trainer.metrics().epoch()).isEqualTo(best);
    }

    @Test
    void restoredMetricsAreThoseOfTheRestoredWeights() {
        Trainer trainer = overfitting(3);
        runToTheEnd(trainer);
        Mlp mlp = trainer.mlp();
        assertThat(trainer.metrics().validation())
                .isEqualTo(Scores.of(mlp, trainer.parameters(), trainer.split().validation()));
    }

    @Test
    void whicheverRuleEndsARunTheBestWeightsRemain() {
        Trainer plain = overfitting(1_000_000);
        List<EpochMetrics> epochs = new ArrayList<>(List.of(plain.metrics()));
        List<double[]> parameters = new ArrayList<>(List.of(Runs.flat(plain.parameters())));
        for (int epoch = 1; epoch <= 60; epoch++) {
            epochs.add(plain.epoch());
            parameters.add(Runs.flat(plain.parameters()));
        }
        int best = (int) plain.bestEpoch();
        assertThat(best).isPositive().isLessThan(60);
        StopRule patient = patience(1_000_000);
        StopRule sixty = patient.withEpochs(60);
        StopRule low = patient.withLoss(Optional.of(epochs.get(60).train().loss()));
        StopRule brief = patient.withSeconds(Optional.of(1.0));
        for (StopRule rule :
                List.of(sixty, low, brief, patient.withPatience(Optional.of(60 - best)))) {
            Trainer trainer = overfitting(1_000_000);
            trainer.continueWith(trainer.spec().withStop(rule));
            Runs.flatAfter(trainer, 60);
            assertThat(trainer.stopReason(1)).isPresent();
            trainer.restoreBest();
            assertThat(trainer.metrics()).isEqualTo(epochs.get(best));
            assertThat(Runs.flat(trainer.parameters())).containsExactly(parameters.get(best));
            assertThat(trainer.epochs()).isEqualTo(60);
        }
    }

    @Test
    void inTheMiddleOfAnEpochTheBestWeightsComeBackToo() {
        Trainer trainer = overfitting(1_000_000);
        trainer.epoch();
        double[] best = Runs.flat(trainer.parameters());
        trainer.update();
        assertThat(trainer.bestEpoch()).isEqualTo(1);
        trainer.restoreBest();
        assertThat(Runs.flat(trainer.parameters())).containsExactly(best);
        assertThat(trainer.isMidEpoch()).isFalse();
    }

    @Test
    void withoutPatienceTheLastWeightsRemain() {
        Trainer trainer = overfitting(1_000_000);
        trainer.continueWith(trainer.spec().withStop(Runs.epochs(60)));
        double[] last = Runs.flatAfter(trainer, 60);
        trainer.restoreBest();
        assertThat(Runs.flat(trainer.parameters())).containsExactly(last);
        assertThat(trainer.metrics().epoch()).isEqualTo(60);
    }

    @Test
    void patienceWithoutAValidationPartIsRefused() {
        Split trainOnly =
                new Split(new DataSpec.XorTable().generate(1), new SplitSpec(1, 0, 0, false), 1);
        Mlp mlp = Runs.mlp(Activation.TANH);
        String message = "patience needs validation rows, but there are none.";
        refused(
                () ->
                        new Trainer(
                                mlp,
                                mlp.initialize(1),
                                Runs.SGD.withStop(patience(4)),
                                trainOnly,
                                1),
                message);
        Trainer trainer = new Trainer(mlp, mlp.initialize(1), Runs.SGD, trainOnly, 1);
        refused(() -> trainer.continueWith(Runs.SGD.withStop(patience(4))), message);
        assertThat(trainer.spec()).isEqualTo(Runs.SGD);
    }

    @Test
    void anExtendedRunThatDivergesGoesBackToTheRestoredWeights() {
        Trainer trainer = overfitting(3);
        runToTheEnd(trainer);
        double[] restored = Runs.flat(trainer.parameters());
        trainer.continueWith(
                trainer.spec().withRate(1000).withStop(Runs.epochs(StopRule.MAX_EPOCHS)));
        for (int epoch = 0; epoch < 100; epoch++) {
            trainer.epoch();
        }
        assertThat(trainer.divergence()).isPresent();
        assertThat(Runs.flat(trainer.parameters())).containsExactly(restored);
    }

    @Test
    void valuesOutOfRangeAreRefusedByName() {
        refused(() -> Runs.epochs(0), "epochs is 0, but must be from 1 to 1,000,000,000.");
        refused(
                () -> new StopRule().withLoss(Optional.of(-1.0)),
                "loss is -1, but must be from 0 to 1,000,000.");
        refused(() -> patience(0), "patience is 0, but must be from 1 to 1,000,000,000.");
        refused(
                () -> new StopRule().withSeconds(Optional.of(0.0)),
                "seconds is 0, but must be from 0.001 to 1,000,000,000.");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private static List<EpochMetrics> runToTheEnd(Trainer trainer) {
        List<EpochMetrics> epochs = new ArrayList<>();
        do {
            epochs.add(trainer.epoch());
            assertThat(trainer.divergence()).isEmpty();
        } while (trainer.stopReason(0).isEmpty() && epochs.size() < 1000);
        trainer.restoreBest();
        return epochs;
    }

    private static StopRule patience(int epochs) {
        return Runs.epochs(StopRule.MAX_EPOCHS).withPatience(Optional.of(epochs));
    }

    /// Few and noisy points, a large network, a high rate.
    static Trainer overfitting(int patience) {
        Split noisy =
                new Split(new DataSpec.Spiral(60, 2, 1.75, 0.5).generate(1), new SplitSpec(), 1);
        Mlp mlp = Runs.mlp(Activation.RELU, 32, 32);
        return new Trainer(
                mlp,
                mlp.initialize(1),
                Runs.SGD.withRate(0.2).withStop(patience(patience)),
                noisy,
                1);
    }
}
