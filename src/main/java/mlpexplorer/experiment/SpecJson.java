package mlpexplorer.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
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
        settings.forEach(setting -> SpecEdit.apply(tree, setting));
        return SpecReader.read(tree);
    }
}
