package mlpexplorer.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.training.BatchSize;
import mlpexplorer.training.TrainingSpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Every permitted subclass of every sealed part of a specification must survive the text form.
/// Variants are found by reflection, so that a new one cannot be forgotten.
final class SpecVariantsTest {
    private static final List<Class<?>> SEALED =
            List.of(
                    DataSpec.class,
                    Initializer.class,
                    Optimizer.class,
                    LearningRateSchedule.class,
                    BatchSize.class,
                    Regularizer.class);

    /// For variants that state no defaults.
    private static final Map<Class<?>, Object> EXAMPLES =
            Map.of(BatchSize.Rows.class, new BatchSize.Rows(2));

    static Stream<Object> variants() {
        return Stream.concat(
                SEALED.stream()
                        .flatMap(sealed -> SpecTypes.variants(sealed).stream())
                        .map(SpecVariantsTest::example),
                Arrays.stream(Activation.values()));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void survivesARoundTrip(Object variant) {
        RunSpec spec = with(variant);
        assertThat(SpecJson.read(SpecJson.write(spec))).isEqualTo(spec);
        assertThat(SpecJson.read(SpecJson.canonical(spec))).isEqualTo(spec);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void survivesARoundTripWithOtherNumbers(Object variant) {
        RunSpec spec = with(halved(variant));
        assertThat(SpecJson.read(SpecJson.write(spec))).isEqualTo(spec);
    }

    @Test
    void noSealedPartOfASpecificationEscapesThisTest() {
        assertThat(sealedParts(RunSpec.class).toList()).containsExactlyInAnyOrderElementsOf(SEALED);
    }

    @Test
    void namesAreThoseOfTheManual() {
        assertThat(SpecTypes.names(DataSpec.class))
                .containsExactlyInAnyOrder(
                        "circles",
                        "spiral",
                        "xor",
                        "xorTable",
                        "gaussians",
                        "moons",
                        "iris",
                        "csv",
                        "numpy",
                        "idx",
                        "points",
                        "plane",
                        "hills",
                        "curve");
        assertThat(SpecTypes.names(Activation.class))
                .containsExactly(
                        "identity",
                        "relu",
                        "leakyRelu",
                        "elu",
                        "sigmoid",
                        "tanh",
                        "softplus",
                        "silu",
                        "gelu",
                        "threshold");
        assertThat(SpecTypes.names(Initializer.class))
                .containsExactly("zeros", "gaussian", "scaled", "xavier", "he", "uniform");
        assertThat(SpecTypes.names(Optimizer.class))
                .containsExactly(
                        "sgd", "momentum", "nesterov", "rmsprop", "adagrad", "adam", "adamw");
        assertThat(SpecTypes.names(Regularizer.class))
                .containsExactly("none", "l1", "l2", "elasticNet", "perLayer");
        assertThat(SpecTypes.names(LearningRateSchedule.class))
                .containsExactly(
                        "constant",
                        "step",
                        "exponential",
                        "cosine",
                        "warmup",
                        "lossRatio",
                        "inverseTime",
                        "plateau");
    }

    private static Object example(Class<?> variant) {
        return EXAMPLES.containsKey(variant) ? EXAMPLES.get(variant) : SpecTypes.defaults(variant);
    }

    /// The same variant with its fractions halved, which stay in range.
    private static Object halved(Object variant) {
        if (!(variant instanceof Record)) {
            return variant;
        }
        Object[] values =
                Arrays.stream(variant.getClass().getRecordComponents())
                        .map(component -> SpecTypes.value(component, variant))
                        .map(value -> value instanceof Double number ? number / 2 : value)
                        .toArray();
        return SpecTypes.make(variant.getClass(), values);
    }

    private static RunSpec with(Object variant) {
        RunSpec base =
                new RunSpec()
                        .withSplit(new SplitSpec(1, 0, 0, true))
                        .withTraining(new TrainingSpec().withBatch(new BatchSize.Full()));
        TrainingSpec training = base.training();
        ModelSpec model = base.model();
        return switch (variant) {
            case DataSpec data -> base.withData(data);
            case Activation activation ->
                    base.withModel(new ModelSpec(model.hidden(), activation, model.initializer()));
            case Initializer initializer ->
                    base.withModel(new ModelSpec(model.hidden(), model.activation(), initializer));
            case Optimizer optimizer -> base.withTraining(training.withOptimizer(optimizer));
            case BatchSize batch -> base.withTraining(training.withBatch(batch));
            case Regularizer regularizer ->
                    base.withTraining(training.withRegularizer(regularizer));
            case LearningRateSchedule schedule ->
                    base.withTraining(
                            new TrainingSpec(
                                    training.optimizer(),
                                    training.rate(),
                                    schedule,
                                    training.batch(),
                                    training.regularizer(),
                                    training.dropout(),
                                    training.clip(),
                                    training.stop()));
            default -> throw new AssertionError("No place in a specification for " + variant);
        };
    }

    private static Stream<Class<?>> sealedParts(Class<?> type) {
        Stream<Class<?>> inner =
                type.isRecord()
                        ? Arrays.stream(type.getRecordComponents())
                                .flatMap(component -> sealedParts(component.getType()))
                        : Stream.empty();
        return SpecTypes.isSealed(type) ? Stream.of(type) : inner;
    }
}
