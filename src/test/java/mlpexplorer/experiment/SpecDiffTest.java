package mlpexplorer.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

final class SpecDiffTest {
    private static final RunSpec BASE = new RunSpec();

    private static SpecDiff changed(String... settings) {
        return SpecDiff.of(BASE, SpecJson.set(BASE, List.of(settings)));
    }

    @Test
    void equalSpecificationsDoNotDiffer() {
        assertThat(changed().differences()).isEmpty();
        assertThat(changed().isConfounded()).isFalse();
    }

    @Test
    void aValueThatDiffersHasItsPathAndBothValues() {
        assertThat(changed("training.rate=0.1").differences())
                .containsExactly(
                        new SpecDiff.Difference("training.rate", "0.03", "0.1", "training.rate"));
    }

    @Test
    void aListIsOneValue() {
        assertThat(changed("model.hidden=16").differences())
                .containsExactly(
                        new SpecDiff.Difference("model.hidden", "[8, 8]", "[16]", "model.hidden"));
    }

    @Test
    void twoValuesAreTwoFactors() {
        SpecDiff diff = changed("training.rate=0.1", "model.hidden=16");
        assertThat(diff.factors()).containsExactly("model.hidden", "training.rate");
        assertThat(diff.isConfounded()).isTrue();
    }

    @Test
    void anotherChoiceIsOneFactorWhateverComesWithIt() {
        SpecDiff diff = changed("training.optimizer=adam");
        assertThat(diff.differences())
                .extracting(SpecDiff.Difference::path)
                .contains("training.optimizer.type", "training.optimizer.beta1");
        assertThat(diff.factors()).containsExactly("training.optimizer.type");
    }

    @Test
    void otherDataAreOneFactorButTheSplitIsAnother() {
        assertThat(changed("data=spiral").factors()).containsExactly("data.type");
        assertThat(changed("data=spiral", "data.split=[0.5,0.25,0.25]").factors())
                .containsExactly("data.type", "data.split");
    }

    @Test
    void otherPointsAreOtherDataButOtherSettingsAreNot() {
        assertThat(changed("data=spiral").otherData()).isTrue();
        assertThat(changed("data.noise=0.2").otherData()).isTrue();
        assertThat(changed("seeds.data=2").otherData()).isTrue();
        assertThat(changed("training.rate=1", "seeds.init=2", "seeds.split=2").otherData())
                .isFalse();
    }

    @Test
    void theSeedOfThePointsDoesNotChangeAFile() {
        RunSpec iris = SpecJson.set(BASE, List.of("data=iris"));
        assertThat(SpecDiff.of(iris, SpecJson.set(iris, List.of("seeds.data=2"))).otherData())
                .isFalse();
    }

    @Test
    void theSeedsOfDataAndSplitCount() {
        assertThat(changed("seeds.data=2", "seeds.split=2").factors())
                .containsExactly("seeds.data", "seeds.split");
    }

    @Test
    void theSeedsOfWeightsAndBatchesAreChance() {
        SpecDiff diff = changed("seeds.init=2", "seeds.batches=2", "training.rate=1");
        assertThat(diff.differences()).hasSize(3);
        assertThat(diff.factors()).containsExactly("training.rate");
    }

    @Test
    void aValueThatOnlyOneHasIsToldWithADash() {
        assertThat(changed("training.optimizer=momentum").differences())
                .contains(
                        new SpecDiff.Difference(
                                "training.optimizer.momentum",
                                "-",
                                "0.9",
                                "training.optimizer.type"));
    }
}
