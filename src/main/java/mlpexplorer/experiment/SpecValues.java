package mlpexplorer.experiment;

import com.fasterxml.jackson.databind.node.TextNode;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads JSON values as records, sealed interfaces, enums, lists, optionals and numbers, by
/// reflection.
final class SpecValues {
    static final String TYPE = "type";

    private SpecValues() {}

    /// The record or variant of a sealed interface at `place`. Absent keys are taken from
    /// `fallback` if it is of the same variant, otherwise from the defaults of the variant.
    /// `others` are keys of the object that are read elsewhere.
    static Object read(Class<?> type, SpecPlace place, Object fallback, List<String> others) {
        if (!SpecTypes.isSealed(type)) {
            place.requireKeys(joined(SpecTypes.keys(type), others));
            return record(type, place, fallback);
        }
        if (SpecTypes.isBare(type)) {
            return bare(type, place);
        }
        if (place.node().isTextual()) {
            return defaults(variant(type, place), fallback);
        }
        Class<?> variant = place.has(TYPE) ? variant(type, place.child(TYPE)) : fallback.getClass();
        if (!place.node().isObject()) {
            throw place.mustBe(
                    "an object with a type, or one of " + String.join(", ", SpecTypes.names(type)));
        }
        place.requireKeys(joined(joined(List.of(TYPE), SpecTypes.keys(variant)), others));
        return record(variant, place, defaults(variant, fallback));
    }

    private static Object record(Class<?> type, SpecPlace place, Object fallback) {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Object absent = SpecTypes.value(component, fallback);
            String key = component.getName();
            values.add(
                    place.has(key)
                            ? value(component.getGenericType(), place.child(key), absent)
                            : absent);
        }
        return SpecReader.inRange(place.path(), () -> SpecTypes.make(type, values.toArray()));
    }

    private static Object value(Type type, SpecPlace place, Object fallback) {
        if (type instanceof ParameterizedType generic) {
            Type argument = generic.getActualTypeArguments()[0];
            return generic.getRawType() == Optional.class
                    ? optional(argument, place)
                    : list(argument, place);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return text(place);
        }
        if (plain.isEnum()) {
            return constant(plain, place);
        }
        if (plain.isRecord() || SpecTypes.isSealed(plain)) {
            return SpecTypes.isPositional(plain)
                    ? positional(plain, place)
                    : read(plain, place, fallback, List.of());
        }
        return place.scalar(plain);
    }

    /// A number is accepted as text, since the name of a file or column can look like one.
    private static String text(SpecPlace place) {
        if (!place.node().isTextual() && !place.node().isNumber()) {
            throw place.mustBe("a string");
        }
        return place.node().asText();
    }

    private static Optional<Object> optional(Type type, SpecPlace place) {
        return place.node().isNull() ? Optional.empty() : Optional.of(value(type, place, ""));
    }

    /// A single number or name is a list of one; comma-separated names are a list.
    private static List<Object> list(Type type, SpecPlace place) {
        boolean names = ((Class<?>) type).isEnum();
        List<Object> values = new ArrayList<>();
        if (place.node().isArray()) {
            for (int i = 0; i < place.node().size(); i++) {
                values.add(element((Class<?>) type, place.element(i)));
            }
        } else if (names && place.node().isTextual()) {
            for (String name : place.node().textValue().split(",", -1)) {
                values.add(
                        value(
                                type,
                                new SpecPlace(TextNode.valueOf(name.strip()), place.path()),
                                ""));
            }
        } else if (names || place.node().isNumber()) {
            values.add(value(type, place, ""));
        } else {
            throw place.mustBe("an array, for example [] or [16, 16]");
        }
        return values;
    }

    private static Object element(Class<?> type, SpecPlace place) {
        boolean hasDefaults = type.isRecord() && !SpecTypes.isPositional(type);
        return value(type, place, hasDefaults ? SpecTypes.defaults(type) : "");
    }

    private static Object positional(Class<?> record, SpecPlace place) {
        RecordComponent[] components = record.getRecordComponents();
        if (!place.node().isArray() || place.node().size() != components.length) {
            throw place.mustBe("an array [" + String.join(", ", SpecTypes.keys(record)) + "]");
        }
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i].getGenericType(), place.element(i), "");
        }
        return SpecReader.inRange(place.path(), () -> SpecTypes.make(record, values));
    }

    /// A variant without braces: its name if it has no values, its value if it has one.
    private static Object bare(Class<?> sealed, SpecPlace place) {
        for (Class<?> variant : SpecTypes.variants(sealed)) {
            RecordComponent[] components = variant.getRecordComponents();
            if (components.length == 0 && place.node().asText().equals(SpecTypes.name(variant))) {
                return SpecTypes.make(variant);
            }
            if (components.length == 1 && place.node().isNumber()) {
                Object value = value(components[0].getGenericType(), place, "");
                return SpecReader.inRange(place.parent(), () -> SpecTypes.make(variant, value));
            }
        }
        throw place.mustBe("a whole number or \"full\"");
    }

    private static Class<?> variant(Class<?> sealed, SpecPlace place) {
        return SpecTypes.variant(sealed, place.node().isTextual() ? place.node().textValue() : "")
                .orElseThrow(
                        () -> place.mustBe("one of " + String.join(", ", SpecTypes.names(sealed))));
    }

    private static Object defaults(Class<?> variant, Object fallback) {
        return variant.isInstance(fallback) ? fallback : SpecTypes.defaults(variant);
    }

    private static Object constant(Class<?> type, SpecPlace place) {
        for (Object constant : type.getEnumConstants()) {
            if (place.node().isTextual()
                    && place.node().textValue().equals(SpecTypes.name((Enum<?>) constant))) {
                return constant;
            }
        }
        throw place.mustBe("one of " + String.join(", ", SpecTypes.names(type)));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
