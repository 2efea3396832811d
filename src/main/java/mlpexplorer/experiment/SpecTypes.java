package mlpexplorer.experiment;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Input;
import mlpexplorer.data.LabeledPoint;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.training.BatchSize;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The JSON form of the types of a spec. Names follow from the code (`ElasticNet` → `elasticNet`,
/// `LEAKY_RELU` → `leakyRelu`); the tables list exceptions, so a new variant needs no entry.
final class SpecTypes {
    /// The key that names the variant of a sealed interface.
    static final String TYPE = "type";

    private static final Map<Class<?>, String> NAMES =
            Map.of(
                    Optimizer.RmsProp.class,
                    "rmsprop",
                    Optimizer.AdaGrad.class,
                    "adagrad",
                    Optimizer.AdamW.class,
                    "adamw",
                    DataSpec.PlaneSurface.class,
                    "plane",
                    DataSpec.HillsSurface.class,
                    "hills");
    private static final Set<Class<?>> UNTAGGED = Set.of(BatchSize.class);
    private static final Set<Class<?>> POSITIONAL = Set.of(LabeledPoint.class);

    private SpecTypes() {}

    /// Whether the variants of a sealed interface are written without braces: by their only value
    /// or, if they have none, by their name.
    static boolean isUntagged(Class<?> sealed) {
        return UNTAGGED.contains(sealed);
    }

    /// Whether a record is written as an array.
    static boolean isPositional(Class<?> record) {
        return POSITIONAL.contains(record);
    }

    /// Whether `type` is a sealed interface; an enum whose constants have bodies is technically
    /// sealed too.
    static boolean isSealed(Class<?> type) {
        return type.isInterface() && type.isSealed();
    }

    static String name(Class<?> variant) {
        String simple = variant.getSimpleName();
        return NAMES.getOrDefault(
                variant, simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1));
    }

    static String name(Enum<?> constant) {
        if (constant instanceof Input input) {
            return input.formula();
        }
        StringBuilder name = new StringBuilder();
        for (String word : constant.name().split("_")) {
            name.append(
                    name.isEmpty()
                            ? word.substring(0, 1).toLowerCase(Locale.ROOT)
                            : word.substring(0, 1));
            name.append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    /// The names of a sealed interface's variants or an enum's constants, in the order of the code.
    static List<String> names(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> name((Enum<?>) constant))
                        .toList()
                : variants(type).stream().map(SpecTypes::name).toList();
    }

    /// The records permitted by a sealed interface, directly or through another sealed interface.
    static List<Class<?>> variants(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .<Class<?>>flatMap(
                        type -> isSealed(type) ? variants(type).stream() : Stream.of(type))
                .distinct()
                .toList();
    }

    static Optional<Class<?>> variant(Class<?> sealed, String name) {
        return variants(sealed).stream().filter(variant -> name(variant).equals(name)).findFirst();
    }

    /// The outermost sealed interface of a record.
    static Optional<Class<?>> sealed(Class<?> variant) {
        return Arrays.stream(variant.getInterfaces())
                .filter(SpecTypes::isSealed)
                .<Class<?>>map(type -> sealed(type).orElse(type))
                .findFirst();
    }

    static List<String> keys(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName).toList();
    }

    /// Empty if `type` is not a record, for example an object given instead of a number.
    static Optional<RecordComponent> component(Class<?> type, String key) {
        return Stream.ofNullable(type.getRecordComponents())
                .flatMap(Arrays::stream)
                .filter(component -> component.getName().equals(key))
                .findFirst();
    }

    static Object value(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The defaults of a record, from its constructor without arguments.
    static Object defaults(Class<?> record) {
        try {
            return make(record.getConstructor());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(record + " states no defaults.", e);
        }
    }

    /// Calls the canonical constructor and rethrows its [IllegalArgumentException].
    static Object make(Class<?> record, Object... values) {
        Class<?>[] types =
                Arrays.stream(record.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            return make(record.getConstructor(types), values);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object make(Constructor<?> constructor, Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException outOfRange) {
                throw outOfRange;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
