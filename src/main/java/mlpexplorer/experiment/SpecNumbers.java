package mlpexplorer.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/// Reads numbers and truth values of a specification. Whole numbers may be written with a fraction of zero (`3.0`).
final class SpecNumbers {
    private SpecNumbers() {}

    static Object read(Class<?> type, SpecPlace place) {
        if (type == boolean.class) {
            return flag(place);
        }
        if (type == int.class || type == Integer.class) {
            return (int) whole(place, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (type == long.class) {
            return whole(place, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (type == double.class || type == Double.class) {
            return number(place);
        }
        throw new IllegalStateException(place.path() + " is of " + type + ", which has no JSON form.");
    }

    static double number(SpecPlace place) {
        if (!place.node().isNumber()) {
            throw place.mustBe("a number");
        }
        // adding 0 makes -0 a plain 0, so that equal specifications have equal texts
        return place.node().doubleValue() + 0.0;
    }

    static boolean flag(SpecPlace place) {
        if (!place.node().isBoolean()) {
            throw place.mustBe("true or false");
        }
        return place.node().booleanValue();
    }

    private static long whole(SpecPlace place, long min, long max) {
        JsonNode node = place.node();
        double value = node.doubleValue();
        if (!node.isNumber() || value != Math.rint(value) || Double.isInfinite(value)) {
            throw place.mustBe("a whole number");
        }
        long whole = node.canConvertToLong() ? node.longValue() : 0;
        if (!node.canConvertToLong() || whole < min || whole > max) {
            throw place.mustBe(String.format(Locale.ROOT, "a whole number from %,d to %,d", min, max));
        }
        return whole;
    }
}
