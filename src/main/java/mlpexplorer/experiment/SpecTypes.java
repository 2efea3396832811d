package mlpexplorer.experiment;

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
import mlpexplorer.data.LabelledPoint;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.training.BatchSize;

/// How the types of a specification are written in JSON. Names follow from the code's own (`ElasticNet` → `elasticNet`,
/// `LEAKY_RELU` → `leakyRelu`); the tables hold the exceptions, so a new variant needs no entry.
final class SpecTypes {
    private static final Map<Class<?>, String> SPELT = Map.of(
            Optimizer.RmsProp.class, "rmsprop", Optimizer.AdaGrad.class, "adagrad", Optimizer.AdamW.class, "adamw");
    private static final Set<Class<?>> BARE = Set.of(BatchSize.class);
    private static final Set<Class<?>> POSITIONAL = Set.of(LabelledPoint.class);

    private SpecTypes() {}

    /// Whether the variants of a sealed interface are written without braces: by their only value or, where they have
    /// none, by their name.
    static boolean isBare(Class<?> sealed) {
        return BARE.contains(sealed);
    }

    /// Whether a record is written as an array of its values.
    static boolean isPositional(Class<?> record) {
        return POSITIONAL.contains(record);
    }

    /// Whether `type` is an interface of known variants (an enum whose constants have bodies is sealed too, to Java).
    static boolean isSealed(Class<?> type) {
        return type.isInterface() && type.isSealed();
    }

    static String name(Class<?> variant) {
        String simple = variant.getSimpleName();
        return SPELT.getOrDefault(variant, simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1));
    }

    static String name(Enum<?> constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.name().split("_")) {
            name.append(name.isEmpty() ? word.substring(0, 1).toLowerCase(Locale.ROOT) : word.substring(0, 1));
            name.append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    /// The names of a sealed interface's variants or an enum's constants, in the order of the code.
    static List<String> names(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(constant -> name((Enum<?>) constant)).toList()
                : variants(type).stream().map(SpecTypes::name).toList();
    }

    /// The records that a sealed interface permits, be it by way of another sealed interface.
    static List<Class<?>> variants(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .<Class<?>>flatMap(type -> isSealed(type) ? variants(type).stream() : Stream.of(type))
                .toList();
    }

    static Optional<Class<?>> variant(Class<?> sealed, String name) {
        return variants(sealed).stream().filter(variant -> name(variant).equals(name)).findFirst();
    }

    /// The sealed interface that a record is a variant of: the outermost one.
    static Optional<Class<?>> sealed(Class<?> variant) {
        return Arrays.stream(variant.getInterfaces())
                .filter(SpecTypes::isSealed)
                .<Class<?>>map(type -> sealed(type).orElse(type))
                .findFirst();
    }

    static List<String> keys(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName).toList();
    }

    /// Nothing where `type` is no record either: an object that was set in the place of a number, say.
    static Optional<RecordComponent> component(Class<?> type, String key) {
        return Stream.ofNullable(type.getRecordComponents()).flatMap(Arrays::stream)
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

    /// The value of a record's constructor without arguments, which states its defaults.
    static Object defaults(Class<?> record) {
        try {
            return make(record.getConstructor());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(record + " states no defaults.", e);
        }
    }

    /// Calls the canonical constructor; throws the [IllegalArgumentException] that it throws.
    static Object make(Class<?> record, Object... values) {
        Class<?>[] types = Arrays.stream(record.getRecordComponents())
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
