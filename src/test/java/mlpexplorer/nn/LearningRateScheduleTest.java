package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;

import mlpexplorer.References;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

class LearningRateScheduleTest {
    private static final JsonNode REFERENCE = References.read("pytorch_schedules.json");

    @Test
    void constantStaysAtTheBaseRate() {
        assertThat(factors(new LearningRateSchedule.Constant(), 0, 1, 1000))
                .containsExactly(1, 1, 1);
    }

    @Test
    void stepHalvesEachEpochByDefault() {
        assertThat(factors(new LearningRateSchedule.Step(), 0, 1, 2, 3, 10))
                .containsExactly(1, 0.5, 0.25, 0.125, 0x1p-10);
    }

    @Test
    void stepWaitsForItsEpochs() {
        assertThat(factors(new LearningRateSchedule.Step(0.1, 3), 0, 2, 3, 5, 6))
                .containsExactly(new double[] {1, 1, 0.1, 0.1, 0.01}, within(1e-17));
    }

    @Test
    void exponentialDecaysByItsFactorAnEpoch() {
        assertThat(factors(new LearningRateSchedule.Exponential(0.9), 0, 1, 2, 10))
                .containsExactly(new double[] {1, 0.9, 0.81, 0.3486784401}, within(1e-15));
    }

    @Test
    void cosineFallsAlongHalfAWaveAndThenRests() {
        assertThat(factors(new LearningRateSchedule.Cosine(100, 0.2), 0, 25, 50, 75, 100, 5000))
                .containsExactly(
                        new double[] {1, 0.882842712474619, 0.6, 0.317157287525381, 0.2, 0.2},
                        within(1e-15));
    }

    @Test
    void warmupClimbsToTheBaseRateAndStays() {
        assertThat(factors(new LearningRateSchedule.Warmup(4), 0, 1, 2, 3, 4, 100))
                .containsExactly(0.25, 0.5, 0.75, 1, 1, 1);
    }

    @Test
    void lossRatioMultipliesByTheQuotientOfTwoWindows() {
        RateState state = new LearningRateSchedule.LossRatio(2).start();
        assertThat(observed(state, 4, 2)).as("one window is nothing to compare").isEqualTo(1);
        assertThat(observed(state, 1.5)).as("half a window").isEqualTo(1);
        assertThat(observed(state, 0.75)).as("mean 1.125 after mean 3").isEqualTo(0.375);
        assertThat(observed(state, 2.25, 2.25)).as("mean 2.25 after 1.125").isEqualTo(0.75);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void ratesEqualPyTorchs(String name, LearningRateSchedule schedule, JsonNode rates) {
        RateState state = schedule.start();
        for (int epoch = 0; epoch < rates.size(); epoch++) {
            assertThat(REFERENCE.get("rate").asDouble() * state.factor(epoch))
                    .as("epoch %d", epoch)
                    .isCloseTo(rates.get(epoch).asDouble(), withinPercentage(1e-11));
            state.observeEpoch(REFERENCE.get("losses").get(epoch).asDouble());
        }
    }

    static Stream<Arguments> references() {
        return StreamSupport.stream(REFERENCE.get("runs").spliterator(), false)
                .map(run ->
                        arguments(
                                run.get("schedule").asText(),
                                schedule(run.get("schedule").asText().split(" ")),
                                run.get("rates")));
    }

    private static LearningRateSchedule schedule(String[] words) {
        double first = Double.parseDouble(words[1]);
        return switch (words[0]) {
            case "step" -> new LearningRateSchedule.Step(first, Integer.parseInt(words[2]));
            case "exponential" -> new LearningRateSchedule.Exponential(first);
            case "cosine" ->
                    new LearningRateSchedule.Cosine((int) first, Double.parseDouble(words[2]));
            case "inverseTime" -> new LearningRateSchedule.InverseTime(first);
            case "plateau" -> new LearningRateSchedule.Plateau(first, Integer.parseInt(words[2]));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    @Test
    void onlyALossBelowTheBestByTheThresholdEndsAPlateau() {
        RateState state = new LearningRateSchedule.Plateau(0.5, 1).start();
        for (double loss : new double[] {1, 0.99995, 0.9999}) {
            state.observeEpoch(loss);
        }
        assertThat(state.factor(3)).isEqualTo(0.5);
        RateState copy = state.copy();
        state.observeEpoch(0.999);
        state.observeEpoch(0.999);
        state.observeEpoch(0.9989);
        assertThat(state.factor(6)).isEqualTo(0.5);
        copy.observeEpoch(2);
        copy.observeEpoch(Double.NaN);
        assertThat(copy.factor(5)).isEqualTo(0.25);
    }

    @Test
    void aCopyOfTheStateGoesItsOwnWay() {
        RateState state = new LearningRateSchedule.LossRatio(1).start();
        observed(state, 2);
        RateState copy = state.copy();
        assertThat(observed(copy, 1)).isEqualTo(0.5);
        assertThat(observed(state, 4)).isEqualTo(2);
    }

    @Test
    void everyScheduleHasDefaultsAndBeginsWithAPositiveFactor() {
        assertThat(LearningRateSchedule.class.getPermittedSubclasses())
                .hasSize(8)
                .allSatisfy(type -> {
                    RateState state = ((LearningRateSchedule) Nets.withDefaults(type)).start();
                    assertThat(state.factor(0)).isBetween(0.1, 1.0);
                    assertThat(state.factor(1_000_000_000)).isBetween(0.0, 1.0);
                });
    }

    @Test
    void valuesOutOfRangeAreRefusedByName() {
        refused(
                () -> new LearningRateSchedule.Step(0, 1),
                "factor is 0, but must be from 1e-6 to 10.");
        refused(
                () -> new LearningRateSchedule.Step(0.5, 0),
                "epochs is 0, but must be from 1 to 1,000,000,000.");
        refused(
                () -> new LearningRateSchedule.Exponential(1.5),
                "decay is 1.5, but must be from 1e-6 to 1.");
        refused(
                () -> new LearningRateSchedule.Cosine(10, -0.5),
                "floor is -0.5, but must be from 0 to 1.");
        refused(
                () -> new LearningRateSchedule.Warmup(-3),
                "epochs is -3, but must be from 1 to 1,000,000,000.");
        refused(
                () -> new LearningRateSchedule.LossRatio(0),
                "window is 0, but must be from 1 to 1,000,000,000.");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private static double[] factors(LearningRateSchedule schedule, long... epochs) {
        return Arrays.stream(epochs).mapToDouble(schedule.start()::factor).toArray();
    }

    private static double observed(RateState state, double... losses) {
        Arrays.stream(losses).forEach(state::observe);
        return state.factor(0);
    }
}
