package mlpexplorer.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mlpexplorer.data.io.UserError;

/// The one text form of a [RunSpec]: JSON with the sections `data`, `model`, `training` and `seeds`. It serves files, the
/// clipboard, the run database, `--set` and sweep axes.
///
/// Reading fills defaults in for what is absent, and lets the name of a type stand for the type with its defaults
/// (`"optimizer": "adam"`). Whatever cannot be used is refused with a [UserError] whose message is one sentence.
public final class SpecJson {
    private static final int MAX_MEGABYTES = 1;

    private SpecJson() {}

    /// The specification in `text`.
    public static RunSpec read(String text) {
        return SpecReader.read(JsonSource.document(text, "The specification"));
    }

    /// The specification in a UTF-8 file of at most 1 MB.
    public static RunSpec read(Path file) {
        JsonNode tree = JsonSource.document(TextFile.read(file, MAX_MEGABYTES), file.toString());
        try {
            return SpecReader.read(tree);
        } catch (UserError e) {
            throw UserError.input(file + ": " + e.getMessage(), e);
        }
    }

    /// `spec` with every key, for people: a line a section.
    public static String write(RunSpec spec) {
        return JsonText.sections(SpecWriter.tree(spec));
    }

    /// `spec` with every key, as a tree.
    public static JsonNode tree(RunSpec spec) {
        return SpecWriter.tree(spec);
    }

    /// `spec` with every key and no white space. Equal specifications have equal canonical texts.
    public static String canonical(RunSpec spec) {
        return JsonText.compact(SpecWriter.tree(spec));
    }

    /// `base` changed by settings of the form `path=value`, one after another, and judged only when all are in:
    /// `training.optimizer=adam`, `training.optimizer.beta1=0.8`, `model.hidden=16,16`, `training.clip=null`.
    ///
    /// A new type keeps what both types know and the old one had changed from its default; the rest takes the new type's
    /// defaults.
    public static RunSpec set(RunSpec base, List<String> settings) {
        ObjectNode tree = SpecWriter.tree(base);
        settings.forEach(setting -> Edit.apply(tree, setting));
        return SpecReader.read(tree);
    }

    /// Applies settings like `training.rate=0.1` to the JSON tree of a specification, without judging the result.
    ///
    /// A new `type` keeps what both types know and the old one had changed from its default; the rest takes the new type's
    /// defaults.
    private static final class Edit {
        private Edit() {}

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
}
