package mlpexplorer.experiment;

import com.fasterxml.jackson.databind.JsonNode;

import mlpexplorer.data.io.UserError;

import java.util.List;
import java.util.Locale;

/// A JSON value and its path (`training.optimizer.beta1`, empty for the root), for error messages.
record SpecPlace(JsonNode node, String path) {
    private static final int MAX_SHOWN = 40;

    boolean has(String key) {
        return node.has(key);
    }

    SpecPlace child(String key) {
        return new SpecPlace(node.get(key), join(key));
    }

    SpecPlace element(int index) {
        return new SpecPlace(node.get(index), path + "[" + index + "]");
    }

    /// The path of `key` in this object.
    String join(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /// The path of the parent.
    String parent() {
        return path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }

    UserError mustBe(String expected) {
        String shown = JsonText.shown(node);
        String cut = shown.length() > MAX_SHOWN ? shown.substring(0, MAX_SHOWN) + "..." : shown;
        return UserError.input(subject() + " is " + cut + ", but must be " + expected + ".");
    }

    /// Throws unless this is an object with `known` keys only.
    void requireKeys(List<String> known) {
        if (!node.isObject()) {
            throw mustBe("an object with " + keys(known));
        }
        for (String key : (Iterable<String>) node::fieldNames) {
            if (!known.contains(key)) {
                throw UserError.input(
                        join(key) + " is not known; " + subject() + " has " + keys(known) + ".");
            }
        }
    }

    /// The number or truth value here. Whole numbers may be written with a fraction of zero
    /// (`3.0`).
    Object scalar(Class<?> type) {
        if (type == boolean.class) {
            return flag();
        }
        if (type == int.class || type == Integer.class) {
            return (int) whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (type == long.class) {
            return whole(Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (type == double.class || type == Double.class) {
            return number();
        }
        throw new IllegalStateException(path + " is of " + type + ", which has no JSON form.");
    }

    double number() {
        if (!node.isNumber()) {
            throw mustBe("a number");
        }
        // adding 0 turns -0 into 0, so that equal specs have equal texts
        return node.doubleValue() + 0.0;
    }

    boolean flag() {
        if (!node.isBoolean()) {
            throw mustBe("true or false");
        }
        return node.booleanValue();
    }

    private long whole(long min, long max) {
        double value = node.doubleValue();
        if (!node.isNumber() || value != Math.rint(value) || Double.isInfinite(value)) {
            throw mustBe("a whole number");
        }
        long whole = node.canConvertToLong() ? node.longValue() : 0;
        if (!node.canConvertToLong() || whole < min || whole > max) {
            throw mustBe(String.format(Locale.ROOT, "a whole number from %,d to %,d", min, max));
        }
        return whole;
    }

    private String subject() {
        return path.isEmpty() ? "the specification" : path;
    }

    private static String keys(List<String> known) {
        if (known.isEmpty()) {
            return "no keys";
        }
        return (known.size() == 1 ? "the key " : "the keys ") + String.join(", ", known);
    }
}
