package mlpexplorer.ui.export;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.Npz;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.ui.workbench.Texts;

/// What a saved picture tells about its run, so that it reopens it. Initial weights that were given go along up to
/// [#MOST_BYTES]; larger ones would outweigh the picture, and stay behind.
public final class PictureTexts {
    /// Keyword of the specification in the metadata; the text is the JSON of [SpecJson].
    public static final String SPEC = "mlp-explorer-spec";
    /// Keyword of given initial weights; the text is an `.npz` file in Base64.
    public static final String WEIGHTS = "mlp-explorer-weights";
    static final int MOST_BYTES = 1 << 18;

    private PictureTexts() {}

    /// The texts of a picture by their keywords.
    ///
    /// @param description what it shows, in one line
    public static Map<String, String> of(String title, String description, RunStart start) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("Title", title);
        texts.put("Description", description);
        texts.put("Software", Texts.text("app.title"));
        texts.put(SPEC, SpecJson.write(start.spec()));
        start.weights().map(Npz::bytes).filter(npz -> npz.length <= MOST_BYTES)
                .ifPresent(npz -> texts.put(WEIGHTS, Base64.getEncoder().encodeToString(npz)));
        return texts;
    }

    /// The run that a picture tells of, or nothing where it has no specification. Throws [UserError].
    public static Optional<RunStart> start(Map<String, String> texts) {
        return Optional.ofNullable(texts.get(SPEC))
                .map(spec -> new RunStart(SpecJson.read(spec), Optional.ofNullable(texts.get(WEIGHTS)).map(PictureTexts::npz).map(Npz::read)));
    }

    private static byte[] npz(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw UserError.input("The weights in it are damaged.");
        }
    }
}
