package mlpexplorer.ui.export;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.Npz;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.ui.controls.Messages;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The metadata of a saved picture that allows reopening its run. Given initial weights are
/// included up to [#MAX_BYTES]; larger ones would be bigger than the picture.
public final class PictureMetadata {
    /// Keyword of the spec; the text is the JSON of [SpecJson].
    public static final String SPEC = "mlp-explorer-spec";

    /// Keyword of given initial weights; the text is an `.npz` file in Base64.
    public static final String WEIGHTS = "mlp-explorer-weights";

    static final int MAX_BYTES = 1 << 18;

    private PictureMetadata() {}

    /// The texts of a picture by keyword.
    ///
    /// @param description one-line description of the picture
    public static Map<String, String> of(String title, String description, RunStart start) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("Title", title);
        texts.put("Description", description);
        texts.put("Software", Messages.text("app.title"));
        texts.put(SPEC, SpecJson.write(start.spec()));
        start.weights()
                .map(Npz::bytes)
                .filter(npz -> npz.length <= MAX_BYTES)
                .ifPresent(npz -> texts.put(WEIGHTS, Base64.getEncoder().encodeToString(npz)));
        return texts;
    }

    /// The run in the metadata of a picture; empty if there is no spec. Throws [UserError].
    public static Optional<RunStart> start(Map<String, String> texts) {
        return Optional.ofNullable(texts.get(SPEC))
                .map(spec ->
                        new RunStart(
                                SpecJson.read(spec),
                                Optional.ofNullable(texts.get(WEIGHTS))
                                        .map(PictureMetadata::npz)
                                        .map(Npz::read)));
    }

    private static byte[] npz(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw UserError.input("The weights in it are damaged.");
        }
    }
}
