package mlpexplorer.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.training.BatchSize;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

final class SpecSetTest {

    private static RunSpec set(String... settings) {
        return SpecJson.set(new RunSpec(), List.of(settings));
    }

    @Test
    void elementsOfListsAreSetByTheirIndex() {
        assertThat(set("model.hidden=4,5", "model.hidden[1]=7").model().hidden())
                .containsExactly(4, 7);
        RunSpec spec = set("training.regularizer=l2", "training.regularizer.layers[0].l1=0.5");
        double l2 = new Regularizer.L2().l2();
        assertThat(spec.training().regularizer())
                .isEqualTo(
                        new Regularizer.PerLayer(
                                List.of(
                                        new Regularizer.Lambdas(0.5, l2),
                                        new Regularizer.Lambdas(0, l2),
                                        new Regularizer.Lambdas(0, l2))));
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> set("model.hidden[2]=3"))
                .withMessage(
                        "model.hidden has 2 elements, so model.hidden[2] cannot be set; the first"
                                + " is [0].");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> set("training.rate[0]=3"))
                .withMessage("training.rate is no list, so training.rate[0] cannot be set.");
    }

    @Test
    void noSettingChangesNothing() {
        assertThat(set()).isEqualTo(new RunSpec());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"data.noise=0.2", "data.noise=.2", "data.noise = +2e-1", "data.noise=0.20"})
    void changesANumber(String setting) {
        assertThat(set(setting).data()).isEqualTo(new DataSpec.Circles(300, 0.2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.hidden=[16,4]", "model.hidden=16,4", "model.hidden=16, 4"})
    void changesAList(String setting) {
        assertThat(set(setting).model().hidden()).containsExactly(16, 4);
    }

    @Test
    void aListMayBeEmptiedOrHoldOne() {
        assertThat(set("model.hidden=[]").model().hidden()).isEmpty();
        assertThat(set("model.hidden=5").model().hidden()).containsExactly(5);
    }

    @Test
    void changesTheSplit() {
        assertThat(set("data.split=1,0,0", "data.standardize=false").split())
                .isEqualTo(new SplitSpec(1, 0, 0, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "training.optimizer=adam",
                "training.optimizer.type=adam",
                "training.optimizer=\"adam\"",
                "training.optimizer={\"type\": \"adam\"}"
            })
    void changesAType(String setting) {
        assertThat(set(setting).training().optimizer()).isEqualTo(new Optimizer.Adam());
    }

    @Test
    void aNewTypeKeepsWhatWasChangedAndBothKnow() {
        assertThat(set("data.samples=40", "data=spiral").data())
                .isEqualTo(new DataSpec.Spiral(40, 3, 1.75, 0.1));
        assertThat(
                        set(
                                        "training.optimizer=momentum",
                                        "training.optimizer.momentum=0.5",
                                        "training.optimizer=nesterov")
                                .training()
                                .optimizer())
                .isEqualTo(new Optimizer.Nesterov(0.5));
    }

    @Test
    void aNewTypeTakesItsOwnDefaultsForWhatWasNotChanged() {
        assertThat(
                        set("training.optimizer=rmsprop", "training.optimizer=adagrad")
                                .training()
                                .optimizer())
                .isEqualTo(new Optimizer.AdaGrad(1e-10));
    }

    @Test
    void aNewTypeDropsWhatItDoesNotKnow() {
        assertThat(
                        set(
                                        "training.optimizer=adam",
                                        "training.optimizer.beta1=0.5",
                                        "training.optimizer=momentum")
                                .training()
                                .optimizer())
                .isEqualTo(new Optimizer.Momentum(0.9));
    }

    @Test
    void theSameTypeAgainChangesNothing() {
        assertThat(
                        set(
                                        "training.regularizer=l2",
                                        "training.regularizer.l2=0.5",
                                        "training.regularizer=l2")
                                .training()
                                .regularizer())
                .isEqualTo(new Regularizer.L2(0.5));
    }

    @Test
    void valuesThatOnlyFitTogetherMayComeInAnyOrder() {
        RunSpec spec = set("training.batch=250", "data.samples=1000");
        assertThat(spec.training().batch()).isEqualTo(new BatchSize.Rows(250));
    }

    @Test
    void batchGoesBetweenNumberAndFull() {
        assertThat(set("training.batch=full", "training.batch=20").training().batch())
                .isEqualTo(new BatchSize.Rows(20));
        assertThat(set("training.batch=full").training().batch()).isEqualTo(new BatchSize.Full());
    }

    @Test
    void nullClearsAnOptionalValue() {
        assertThat(
                        set("training.stop.loss=0.1", "training.stop.loss=null")
                                .training()
                                .stop()
                                .loss())
                .isEmpty();
    }

    @Test
    void theLastOfTwoSettingsHolds() {
        assertThat(set("training.rate=1", "training.rate=2").training().rate()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    training.rate           | The setting "training.rate" must have the form path=value, for example training.rate=0.1.
                    =1                      | The setting "=1" must have the form path=value, for example training.rate=0.1.
                    training.rate=fast      | training.rate is "fast", but must be a number.
                    training.rate=          | training.rate is "", but must be a number.
                    training.rate.x=1       | training.rate is a single value, so training.rate.x cannot be set.
                    model.activation.type=relu | model.activation is a single value, so model.activation.type cannot be set.
                    training.rte=1          | training.rte is not known; training has the keys optimizer, rate, schedule, batch, regularizer, dropout, clip, stop, sampling, logEvery, precision.
                    split=1,0,0             | split is not known; the specification has the keys data, model, training, seeds.
                    training.optimizer=adma | training.optimizer.type is "adma", but must be one of sgd, momentum, nesterov, rmsprop, adagrad, adam, adamw.
                    training.optimizer.momentum=0.5 | training.optimizer.momentum is not known; training.optimizer has the key type.
                    training.batch=all      | training.batch is "all", but must be a whole number or "full".
                    data.samples=1,2        | data.samples is [1, 2], but must be a whole number.
                    model.hidden=[0]        | model.hidden[0] is 0, but must be from 1 to 1,024.
                    """)
    void saysInOneSentenceWhatIsWrong(String setting, String message) {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> set(setting))
                .withMessage(message);
    }
}
