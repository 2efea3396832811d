package mlpexplorer.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import mlpexplorer.data.io.UserError;

/// Applies settings like `training.rate=0.1` to the JSON tree of a specification, without judging the result.
///
/// A new `type` keeps what both types know and the old one had changed from its default; the rest takes the new type's
/// defaults.
final class SpecEdit {
    private SpecEdit() {}

    /// Changes `tree` (modified) by one setting, `path=value`.
    static void apply(ObjectNode tree, String setting) {
        int sign = setting.indexOf('=');
        if (sign < 1) {
            throw UserError.input(
                    "The setting \"" + setting + "\" must have the form path=value, for example training.rate=0.1.");
        }
        String path = setting.substring(0, sign).strip();
        JsonNode value = JsonSource.typed(setting.substring(sign + 1).strip());
        set(new SpecPlace(tree, ""), Optional.of(RunSpec.class), List.of(path.split("\\.", -1)), value);
    }

    /// `record` is what the object at `owner` stands for, where its keys are known ones.
    private static void set(SpecPlace owner, Optional<Class<?>> record, List<String> keys, JsonNode value) {
        String key = keys.getFirst();
        if (!(owner.node() instanceof ObjectNode object)) {
            throw UserError.input(owner.path() + " is a single value, so " + owner.join(key) + " cannot be set.");
        }
        Optional<Class<?>> declared = record.flatMap(known -> SpecTypes.component(known, key)).map(c -> c.getType());
        Optional<Class<?>> sealed = declared.filter(SpecTypes::isSealed);
        boolean namesType = keys.size() == 2 && keys.getLast().equals(SpecValues.TYPE);
        if (sealed.isPresent() && value.isTextual() && (keys.size() == 1 || namesType)
                && object.get(key) instanceof ObjectNode variant) {
            changeType(variant, sealed.get(), value);
        } else if (keys.size() == 1) {
            object.set(key, value);
        } else {
            JsonNode child = object.has(key) ? object.get(key) : object.putObject(key);
            Optional<Class<?>> inner = sealed.isPresent() ? variant(sealed.get(), child) : declared;
            set(new SpecPlace(child, owner.join(key)), inner, keys.subList(1, keys.size()), value);
        }
    }

    private static void changeType(ObjectNode object, Class<?> sealed, JsonNode name) {
        Optional<Class<?>> before = variant(sealed, object);
        Optional<Class<?>> after = SpecTypes.variant(sealed, name.textValue());
        if (after.isPresent() && !after.equals(before)) {
            forget(object, sealed, before, SpecTypes.keys(after.get()));
        }
        object.set(SpecValues.TYPE, name);
    }

    private static void forget(ObjectNode object, Class<?> sealed, Optional<Class<?>> before, List<String> kept) {
        JsonNode defaults = before.map(known -> SpecWriter.value(SpecTypes.defaults(known))).orElse(object.objectNode());
        SpecTypes.variants(sealed).stream()
                .flatMap(variant -> SpecTypes.keys(variant).stream())
                .filter(key -> object.has(key) && (!kept.contains(key) || object.get(key).equals(defaults.get(key))))
                .toList()
                .forEach(object::remove);
    }

    private static Optional<Class<?>> variant(Class<?> sealed, JsonNode object) {
        return SpecTypes.variant(sealed, object.path(SpecValues.TYPE).asText());
    }
}
